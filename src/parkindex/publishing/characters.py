"""Which characters a document shows, and where: for cutting the fonts and for finding what they lack."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from parkindex.charts.fonts import uncovered
from parkindex.errors import Finding
from parkindex.publishing.document import (
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Figure,
    Heading,
    Note,
    Prose,
    Runs,
    SourceList,
    Table,
)
from parkindex.publishing.origins import origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from parkindex.charts.chart import Chart

SVG_TEXT = re.compile(r">([^<>]+)<")
BOLD_SVG_TEXT = re.compile(r"<t(?:ext|span)[^>]*font(?:-weight)?:\s*(?:bold|[6-9]00)[^>]*>([^<]+)<")
EXCERPT = 24


def svg_text(svg: str) -> str:
    """Return the characters that an SVG shows."""
    return html.unescape("".join(SVG_TEXT.findall(svg)))


def texts(document: Document, svgs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every text of the document with the address under which a finding names it."""
    yield (
        "cover",
        "".join((document.title, document.subtitle, document.publisher, document.date, document.running_head)),
    )
    yield "colophon", "".join(document.colophon)
    for block in document.blocks:
        yield from block_texts(block, svgs)


def block_texts(block: Block, svgs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the texts of one block."""
    match block:
        case Heading():
            yield f"heading '{block.text}'", block.text + block.number
        case Prose() | Note():
            yield f"paragraph '{excerpt(block.runs)}'", joined(block.runs)
        case Bullets():
            for item in block.items:
                yield f"list item '{excerpt(item)}'", joined(item)
        case Table():
            yield f"table '{block.name}'", "".join((block.title, block.source, *block.notes))
            yield f"table '{block.name}'", "".join(column.head + column.unit for column in block.columns)
            for number, row in enumerate(block.rows, start=1):
                yield f"table '{block.name}' row {number}", "".join(cell.text + cell.mark for cell in row)
        case Figure():
            chart = block.chart
            yield f"figure '{chart.name}'", "".join((chart.title, chart.subtitle, chart.note, drawn_text(chart, svgs)))
        case Cards():
            for card in block.cards:
                yield f"card '{card.code}'", card_text(card, svgs)
        case SourceList():
            for entry in block.entries:
                yield f"source '{entry.line[:EXCERPT]}'", entry.line + "".join(entry.parts)


def card_text(card: Card, svgs: Mapping[str, str]) -> str:
    """Return every character of a card."""
    cells = (cell.text + cell.mark for cell in card.figures)
    words = (
        card.name,
        card.place,
        card.tier_name,
        card.rank,
        card.score,
        *card.strengths,
        *card.weaknesses,
        *card.remarks,
    )
    return "".join((*words, *cells, card.chart.title, card.chart.subtitle, drawn_text(card.chart, svgs)))


def drawn_text(chart: Chart, svgs: Mapping[str, str]) -> str:
    """Return every character that a chart shows; before it is drawn, every one that its data holds."""
    return svg_text(svgs[chart.name]) if chart.name in svgs else "".join(_words(chart.data))


def _words(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _words(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _words(value)


def joined(runs: Runs) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)


def excerpt(runs: Runs) -> str:
    """Return the first words of runs, enough to find the place."""
    text = joined(runs)
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"


def missing_glyphs(document: Document, svgs: Mapping[str, str], folder: Path | None = None) -> list[Finding]:
    """Return a finding for every place whose characters the packaged fonts lack.

    With the folder of the edition the place is the line or cell where the character was typed; a character that comes
    from nowhere in its files, or any character without the folder, is named where the report shows it.
    """
    shown = [(f"report.{document.language}, {where}", uncovered(text)) for where, text in texts(document, svgs)]
    first = {character: where for where, lacking in reversed(shown) for character in lacking}
    typed = origins(folder, document.language, first) if folder is not None and first else {}
    found = [_lacks(where, held, f" (shown in {first[held[0]]})") for where, held in typed.items()]
    traced = set().union(*typed.values())
    for where, lacking in shown:
        untraced = [character for character in lacking if character not in traced]
        found += [_lacks(where, untraced)] if untraced else []
    return found


def _named(character: str) -> str:
    point = f"U+{ord(character):04X}"
    return f"'{character}' ({point})" if character.isprintable() else point


def _lacks(where: str, characters: Iterable[str], remark: str = "") -> Finding:
    named = ", ".join(_named(character) for character in characters)
    hint = "write it with a character of GBK, or spell it out"
    return Finding("font.missing-glyph", where, f"the font has no {named}{remark}", hint)


def bold_characters(document: Document, svgs: Mapping[str, str]) -> set[str]:
    """Return the characters that stand in bold somewhere: titles, heads, strong words, bold words of drawings."""
    found: set[str] = set(document.title)
    for svg in svgs.values():
        found.update(html.unescape("".join(BOLD_SVG_TEXT.findall(svg))))
    for block in document.blocks:
        match block:
            case Heading():
                found.update(block.text + block.number)
            case Prose(runs) | Note(runs):
                found.update("".join(run.text for run in runs if run.strong))
            case Bullets(items):
                found.update("".join(run.text for item in items for run in item if run.strong))
            case Table():
                found.update(block.title + "".join(column.head for column in block.columns))
                found.update("".join(cell.text for row in block.rows for cell in row if cell.strong))
            case Figure():
                found.update(block.chart.title)
            case Cards():
                found.update("".join(card.name + card.rank + card.score + card.tier_name for card in block.cards))
            case _:
                pass
    return found | set("0123456789.,-−%（）()")
