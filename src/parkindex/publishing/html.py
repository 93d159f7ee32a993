"""The report as one HTML file: works from disk, offline, on a phone and on paper.

Styles, faces, drawings and the small script for touch and narrow screens are all inside; nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from parkindex.publishing import shades
from parkindex.publishing.characters import bold_characters, texts
from parkindex.publishing.document import Block, Document, Heading, Table
from parkindex.publishing.fonts import font_faces, font_stack
from parkindex.publishing.wording import SCRIPTS, WORDS, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinja2 import Environment

    from parkindex.charts.chart import Chart
BUNDLE = "browser.js"
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0…—–‘’“”·、。，：；？！（）《》±×≈≤≥−●▲■")
"""What the script may write beside the document's own characters."""


@dataclass
class Part:
    """What stands under one heading of level 1 (or before the first): the landmarks of the page."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)

    @property
    def sections(self) -> list[Heading]:
        """The headings of level 2, for the contents."""
        return [block for block in self.blocks if isinstance(block, Heading) and block.level == 2]


def render(document: Document, svgs: Mapping[str, str]) -> bytes:
    """Return the document as UTF-8 HTML; ``svgs`` holds the drawing of each chart by its name."""
    characters = {character for _, text in texts(document, svgs) for character in text}
    page = environment().get_template("report.html.jinja")
    words = WORDS[document.language]
    interface = set("".join(words.values())) | ALWAYS
    markup = page.render(
        document=document,
        parts=parts(document.blocks),
        words=words,
        script=SCRIPTS[document.language],
        svgs=svgs,
        palette=shades.palette(),
        style=_resource("templates/report.css"),
        bundle=browser_bundle(),
        faces=font_faces(document.language, characters | interface, bold_characters(document, svgs) | interface),
        stack=font_stack(document.language),
    )
    return markup.encode("utf-8")


def prepare() -> None:
    """Compile the templates: for a caller who waits for drawings and has the time."""
    environment().get_template("report.html.jinja")


def parts(blocks: Sequence[Block]) -> list[Part]:
    """Group the blocks under the headings of level 1."""
    found = [Part(None)]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append(Part(block))
        else:
            found[-1].blocks.append(block)
    return [part for part in found if part.heading or part.blocks]


def row_head(table: Table) -> int:
    """Return the column that names the rows: the first that is set from the left, else the first."""
    return next((place for place, column in enumerate(table.columns) if column.align == "left"), 0)


def browser_bundle() -> str:
    """Return the script for narrow screens and touch, safe inside ``<script>``; empty where none was built."""
    file = resources.files("parkindex") / "data" / BUNDLE
    return file.read_text(encoding="utf-8").replace("</", "<\\/") if file.is_file() else ""


@cache
def environment() -> Environment:
    """Return the templates with their filters; undefined names are errors, and everything is escaped."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(lambda name: _resource(f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["kind"] = lambda block: type(block).__name__
    made.filters["css_string"] = css_string
    made.filters["ink"] = shades.ink
    made.filters["fill"] = shades.fill
    made.globals.update(numbered=numbered, row_head=row_head, tier_mark=shades.tier_mark, figure_json=figure_json)
    return made


def css_string(text: str) -> str:
    """Return a text as the inside of a string in a style sheet: whatever could end it, or the element, is escaped."""
    return "".join(f"\\{ord(each):x} " if each in '\\"<>&\n\r\f' else each for each in text)


def figure_json(chart: Chart) -> str:
    """Return a chart as JSON for an attribute in single quotes: the many double quotes of JSON stay as they are."""
    written = chart.to_json()
    for character, entity in (("&", "&amp;"), ("'", "&#39;"), ("<", "&lt;")):
        written = written.replace(character, entity)
    return written


def _resource(name: str) -> str:
    return (resources.files("parkindex.publishing") / name).read_text(encoding="utf-8")


def anchors(document: Document) -> Iterator[str]:
    """Yield every anchor that a link of the document may point to."""
    for block in document.blocks:
        match block:
            case Heading():
                yield block.anchor
            case Table():
                yield f"table-{block.name}"
            case _:
                yield from _block_anchors(block)


def _block_anchors(block: Block) -> Iterator[str]:
    from parkindex.publishing.document import Cards, Figure, SourceList

    match block:
        case Figure():
            yield f"figure-{block.chart.name}"
        case Cards():
            yield from (f"card-{card.code}" for card in block.cards)
        case SourceList():
            yield from (entry.anchor for entry in block.entries)
