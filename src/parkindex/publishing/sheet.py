"""The sheet the PDF is set on: its measures, and how broad and how high a table stands on it.

Lengths of the page are millimetres, heights of what is set are points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.extent import PIECES, lines, stack, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.publishing.document import Cell, Column, Language, Table

POINTS = 72 / 25.4
"""Points in a millimetre."""

OUTER, SIDE, GUTTER = 18.0, 52.0, 7.0
MAIN = 297.0 - 2 * OUTER - SIDE - GUTTER
FULL = MAIN + SIDE + GUTTER
LINE = {"zh": 128.0, "en": 116.0}
"""How long a line of prose is: 36 Han characters, about 70 letters."""

SMALL, TINY = 8.0, 7.0
INSET = 2.2
GAP_ABOVE_FOOT = 2.0
PADDING = {False: 1.35, True: 0.9}
LEADING = {False: 0.4, True: 0.3}
"""Space above and below the words of a cell, and between its lines in ems: ordinary and compact."""
HEAD_LEADING, FOOT_LEADING, FOOT_GAP, UNIT_SIZE = 0.3, 0.45, 0.5, 0.9
WIDEST_CELL = 22.0
TIER_MARK = 1.3
"""The mark of a tier with the gap after it, in ems."""


def measures(language: Language) -> dict[str, float]:
    """Return the measures of the page that the templates set by, in millimetres."""
    return {"outer": OUTER, "side": SIDE, "gutter": GUTTER, "main": MAIN, "full": FULL, "line": LINE[language]}


def breadth(table: Table, language: Language) -> str:
    """Return how broad a table is set: ``line`` (as prose), ``main`` (as a figure) or ``full`` (the whole page).

    Its columns ask for their longest text, up to `WIDEST_CELL` ems, beyond which text is wrapped.
    """
    asked = sum(column_ems(table, place, language) for place in range(len(table.columns))) * SMALL / POINTS
    if asked > MAIN:
        return "full"
    return "line" if asked < LINE[language] * 0.9 else "main"


def column_ems(table: Table, place: int, language: Language) -> float:
    """Return the width in ems that the longest text of a column asks for, with the space beside it."""
    column = table.columns[place]
    texts = [column.head, column.unit, *(row[place].text for row in table.rows)]
    return min(max(width(text, language) for text in texts), WIDEST_CELL) + 2 * INSET * POINTS / SMALL


def divides(table: Table, place: int, room: float, language: Language) -> bool:
    """Tell whether a column has a word that is broader than it, so that words in it must be divided.

    ``room`` is the breadth of the table in millimetres.
    """
    column = table.columns[place]
    share = column.share / sum(each.share for each in table.columns)
    ems = (room * share - 2 * INSET) * POINTS / SMALL
    heads = (word for text in (column.head, column.unit) for word in PIECES.findall(text))
    cells = (word for row in table.rows for word in PIECES.findall(row[place].text))
    return any(width(word, language, bold=True) > ems for word in heads) or any(
        width(word, language) > ems for word in cells
    )


def table_height(table: Table, room: float, language: Language, *, compact: bool) -> float:
    """Return the height of a table with its notes, in points, where it is ``room`` millimetres broad."""
    size = TINY if compact else SMALL
    shares = [column.share for column in table.columns]
    rooms = [(room * share / sum(shares) - 2 * INSET) * POINTS / size for share in shares]
    head = max(head_height(*pair, size, language) for pair in zip(table.columns, rooms, strict=True))
    body = [stack(row_lines(row, rooms, language), size, LEADING[compact]) for row in table.rows]
    padding = 2 * PADDING[compact] * POINTS * (len(body) + 1)
    return head + sum(body) + padding + foot_height(table, room, language)


def head_height(column: Column, room: float, size: float, language: Language) -> float:
    """Return the height of a column's head: its name in bold, its unit of measure under it."""
    count = lines(column.head, room, language, bold=True)
    return stack(count + (lines(column.unit, room / UNIT_SIZE, language) if column.unit else 0), size, HEAD_LEADING)


def row_lines(row: Sequence[Cell], rooms: Sequence[float], language: Language) -> int:
    """Return how many lines the fullest cell of a row has."""
    return max(
        lines(cell.text, room - (TIER_MARK if cell.tier else 0.0), language, bold=cell.strong)
        for cell, room in zip(row, rooms, strict=True)
    )


def foot_height(table: Table, room: float, language: Language) -> float:
    """Return the height of the notes and the source under a table, with the gap above them."""
    paragraphs = [text for text in (*table.notes, table.source) if text]
    if not paragraphs:
        return 0.0
    counts = [lines(text, room * POINTS / TINY, language) for text in paragraphs]
    heights = sum(stack(count, TINY, FOOT_LEADING) for count in counts)
    return heights + (len(counts) - 1) * FOOT_GAP * TINY + GAP_ABOVE_FOOT * POINTS


def caption_height(table: Table, label: str, language: Language) -> float:
    """Return the height of a caption in the side column: the number, and the title in bold under it."""
    room = SIDE * POINTS
    title = stack(lines(table.title, room / 9.0, language, bold=True), 9.0, 0.4)
    return title + (stack(1, SMALL, 0.4) + 1.2 * POINTS if label else 0.0)
