"""The document as plain records for the typesetting templates: every value a text, a number, a list or a mapping.

The templates (``templates/report.typ``) only place what stands here. Colours come from `parkindex.publishing.shades`,
widths and heights of drawings from the drawings themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from parkindex.charts.fonts import families
from parkindex.charts.looks import looks
from parkindex.publishing import shades, sheet
from parkindex.publishing.document import (
    Block,
    Bullets,
    Card,
    Cards,
    Cell,
    Document,
    Figure,
    Heading,
    Note,
    Prose,
    Run,
    Runs,
    SourceList,
    Table,
)
from parkindex.publishing.wording import WORDS, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Record: TypeAlias = dict[str, Any]

SVG_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)(?:px)?"[^>]*?\sheight="([\d.]+)(?:px)?"')
HALF = 556.0
COVER_MARKS = 60


def document_record(document: Document, svgs: Mapping[str, str]) -> Record:
    """Return the whole document as one record; ``svgs`` holds the drawing of each chart by its name."""
    return {
        "language": document.language,
        "families": list(families(document.language)),
        "page": sheet.measures(document.language),
        "words": dict(WORDS[document.language]),
        "palette": shades.palette(),
        "title": document.title,
        "subtitle": document.subtitle,
        "running_head": document.running_head,
        "publisher": document.publisher,
        "date": document.date,
        "synthetic": document.synthetic,
        "colophon": list(document.colophon),
        "standing": standing(document),
        "parts": list(part_records(document, svgs)),
    }


def part_records(document: Document, svgs: Mapping[str, str]) -> Iterator[Record]:
    """Yield the parts: a heading of level 1 (None before the first), its headings of level 2, and its blocks."""
    groups: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            groups.append((block, []))
        else:
            groups[-1][1].append(block)
    for opening, blocks in groups:
        if opening or blocks:
            sections = [heading_record(block) for block in blocks if isinstance(block, Heading) and block.level == 2]
            yield {
                "heading": heading_record(opening) if opening else None,
                "sections": sections,
                "blocks": abreast([block_record(block, document, svgs) for block in blocks]),
            }


def abreast(blocks: Sequence[Record]) -> list[Record]:
    """Return the blocks with every two neighbouring figures of `HALF` a page's width joined to one pair."""
    found: list[Record] = []
    for block in blocks:
        if found and is_half(block) and is_half(found[-1]):
            found[-1] = {"kind": "pair", "figures": [found[-1], block]}
        else:
            found.append(block)
    return found


def is_half(block: Record) -> bool:
    """Tell whether a block is a figure that fills half a page's width at most."""
    return bool(block["kind"] == "figure" and block["drawing"]["width"] <= HALF)


def block_record(block: Block, document: Document, svgs: Mapping[str, str]) -> Record:  # noqa: PLR0911 - one branch a kind
    """Return one block; its key ``kind`` names the template function that sets it."""
    match block:
        case Heading():
            return heading_record(block)
        case Prose(runs):
            return {"kind": "prose", "runs": run_records(runs)}
        case Bullets(items, ordered):
            return {"kind": "bullets", "items": [run_records(item) for item in items], "ordered": ordered}
        case Note(runs, kind):
            return {"kind": "note", "runs": run_records(runs), "limit": kind == "limit"}
        case Table():
            return table_record(block, document)
        case Figure():
            return figure_record(block, document, svgs)
        case Cards(cards):
            return {"kind": "cards", "cards": [card_record(card, svgs) for card in cards]}
        case SourceList(entries):
            listed = [{"anchor": entry.anchor, "line": entry.line, "parts": list(entry.parts)} for entry in entries]
            return {"kind": "sources", "entries": listed}


def heading_record(heading: Heading) -> Record:
    """Return a heading."""
    return {
        "kind": "heading",
        "level": heading.level,
        "text": heading.text,
        "anchor": heading.anchor,
        "number": heading.number,
    }


def run_records(runs: Runs) -> list[Record]:
    """Return stretches of text with what a link of each points to."""
    return [
        {"text": run.text, "strong": run.strong, "code": run.code, "target": run.target, "link": link_kind(run)}
        for run in runs
    ]


def link_kind(run: Run) -> str:
    """Tell a citation from another place in the document and from a web address; empty without a link."""
    if not run.target:
        return ""
    if run.target.startswith("#source"):
        return "citation"
    return "place" if run.target.startswith("#") else "web"


def figure_record(figure: Figure, document: Document, svgs: Mapping[str, str]) -> Record:
    """Return a figure with its words and its drawing."""
    chart = figure.chart
    return {
        "kind": "figure",
        "anchor": f"figure-{chart.name}",
        "label": numbered("figure", figure.number, document.language) if figure.number else "",
        "title": chart.title,
        "subtitle": chart.subtitle,
        "source": chart.note,
        "drawing": drawing_record(chart.alt or chart.title, svgs[chart.name]),
    }


def drawing_record(alt: str, svg: str) -> Record:
    """Return a drawing with its size in pixels."""
    size = SVG_SIZE.search(svg)
    width, height = (float(size[1]), float(size[2])) if size else (880.0, 420.0)
    return {"svg": svg, "width": width, "height": height, "alt": alt}


def table_record(table: Table, document: Document) -> Record:
    """Return a table with the breadth it asks for, and the heights that it and its caption then have, in points."""
    language = document.language
    breadth = sheet.breadth(table, language)
    room = sheet.measures(language)[breadth]
    label = numbered("table", table.number, language) if table.number else ""
    return {
        "kind": "table",
        "anchor": f"table-{table.name}",
        "label": label,
        "title": table.title,
        "columns": [
            {
                "head": column.head,
                "unit": column.unit,
                "align": column.align,
                "share": column.share,
                "divides": language == "en" and sheet.divides(table, place, room, language),
            }
            for place, column in enumerate(table.columns)
        ],
        "rows": [[cell_record(cell) for cell in row] for row in table.rows],
        "source": table.source,
        "notes": list(table.notes),
        "breadth": breadth,
        "height": sheet.table_height(table, room, language, compact=False),
        "compact_height": sheet.table_height(table, room, language, compact=True),
        "caption_height": sheet.caption_height(table, label, language),
    }


def cell_record(cell: Cell) -> Record:
    """Return a cell with the colours of its shade and the mark of its tier."""
    shade = None if cell.shade is None else {"fill": shades.fill(cell.shade), "ink": shades.ink(cell.shade)}
    return {"text": cell.text, "mark": cell.mark, "strong": cell.strong, "shade": shade, "tier": tier_record(cell.tier)}


def tier_record(tier: int | None) -> Record | None:
    """Return the mark of a tier and the name of its colour in the palette."""
    if tier is None or tier < 1:
        return None
    return {"mark": shades.tier_mark(tier), "colour": f"tier-{min(tier, len(looks().tiers))}"}


def card_record(card: Card, svgs: Mapping[str, str]) -> Record:
    """Return the card of one unit."""
    return {
        "anchor": f"card-{card.code}",
        "name": card.name,
        "place": card.place,
        "tier": tier_record(card.tier),
        "tier_name": card.tier_name,
        "rank": card.rank,
        "score": card.score,
        "drawing": drawing_record(card.chart.alt or card.chart.title, svgs[card.chart.name]),
        "strengths": list(card.strengths),
        "weaknesses": list(card.weaknesses),
        "remarks": list(card.remarks),
    }


def standing(document: Document) -> list[Record]:
    """Return the units of the cards, best first, for the cover: score and tier; empty where a score is no number.

    A cover holds `COVER_MARKS` marks at most; an edition of more units has a cover without them.
    """
    cards = [card for block in document.blocks if isinstance(block, Cards) for card in block.cards]
    try:
        scores = [float(card.score.replace("−", "-")) for card in cards]
    except ValueError:
        return []
    if not 3 <= len(cards) <= COVER_MARKS:
        return []
    return [
        {"score": score, "text": card.score, "tier": tier_record(card.tier), "tier_name": card.tier_name}
        for card, score in zip(cards, scores, strict=True)
    ]
