"""A table before anything in it is understood: the printed text of every cell, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Position = tuple[int, int]
"""Row and column in a grid, from 0."""


@dataclass(frozen=True)
class Grid:
    """The cells of a file or sheet as printed, without spaces around them; rows without any text are not in it.

    ``lines`` are the numbers of the rows in the file or sheet, from 1; ``widths`` how many cells each row has of its
    own (rows are filled up to the same length). ``origins`` leads a cell covered by a merged one to that one, whose
    text it carries; ``uncomputed`` are formula cells in which no result is stored.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    widths: tuple[int, ...]
    sheet: str = ""
    origins: Mapping[Position, Position] = field(default_factory=dict)
    uncomputed: frozenset[Position] = frozenset()

    @property
    def title(self) -> str:
        """The file, and the sheet where there are sheets: the address of the table as a whole."""
        return f"{self.name} sheet '{self.sheet}'" if self.sheet else self.name

    def where(self, row: int, column: int | None = None, head: str = "") -> str:
        """Return the address of a row or cell: ``table.csv:7 column '总分'``, ``table.xlsx sheet 'S' cell D7``."""
        if column is not None:
            row, column = self.origins.get((row, column), (row, column))
        if self.sheet:
            spot = f"row {self.lines[row]}" if column is None else f"cell {letters(column)}{self.lines[row]}"
            return f"{self.title} {spot}"
        at = f"{self.name}:{self.lines[row]}"
        return at if column is None else f"{at} column '{head or letters(column)}'"

    def distinct(self, row: int) -> set[str]:
        """Return the different words of a row, those of merged cells once."""
        return {text for text in self.rows[row] if text}


def letters(column: int) -> str:
    """Return the letters by which a spreadsheet calls a column: 0 is A, 26 is AA."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def make_grid(
    name: str,
    numbered: list[tuple[int, list[str]]],
    *,
    sheet: str = "",
    merged: tuple[tuple[Position, Position], ...] = (),
    uncomputed: frozenset[Position] = frozenset(),
) -> Grid:
    """Return the grid of rows given with their numbers; rows without any text are left out.

    ``merged`` are the first and last cell of merged ranges and ``uncomputed`` cells, by row number less 1 and column.
    """
    width = max((len(cells) for _, cells in numbered), default=0)
    text = {line - 1: [cell.strip() for cell in cells] + [""] * (width - len(cells)) for line, cells in numbered}
    covered = _spread(text, merged)
    kept = [(line, len(cells)) for line, cells in numbered if any(text[line - 1]) or _any_in_row(uncomputed, line - 1)]
    at = {line - 1: row for row, (line, _) in enumerate(kept)}
    return Grid(
        name,
        tuple(tuple(text[line - 1]) for line, _ in kept),
        tuple(line for line, _ in kept),
        tuple(own for _, own in kept),
        sheet,
        {(at[r], c): (at[o], k) for (r, c), (o, k) in covered.items() if r in at and o in at},
        frozenset((at[r], c) for r, c in uncomputed),
    )


def _any_in_row(positions: frozenset[Position], row: int) -> bool:
    return any(each == row for each, _ in positions)


def _spread(text: dict[int, list[str]], merged: tuple[tuple[Position, Position], ...]) -> dict[Position, Position]:
    """Write the text of every merged range into all of its cells; return which cell each of them has it from."""
    covered: dict[Position, Position] = {}
    for first, last in merged:
        own = text.get(first[0])
        if own is None or first[1] >= len(own):
            continue
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], min(last[1] + 1, len(own))):
                if (row, column) != first and row in text:
                    text[row][column] = own[first[1]]
                    covered[row, column] = first
    return covered
