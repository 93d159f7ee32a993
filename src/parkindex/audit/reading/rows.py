"""The rows below a head: units, and what stands between and below them (groups, averages, weights, footnotes)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parkindex.audit.reading.numbers import is_blank, read_number
from parkindex.audit.reading.tier_words import tier_number
from parkindex.audit.reading.words import OF_GROUPS, SUMMARIES, WEIGHT_ROWS, plain, weight_of
from parkindex.errors import Finding

if TYPE_CHECKING:
    from parkindex.audit.reading.grid import Grid
    from parkindex.audit.reading.heads import Head


@dataclass
class Rows:
    """Rows of the grid that are units, with the group that each stands under, and what the others say."""

    units: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    weights: int | None = None
    notes: list[str] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)


def find_rows(grid: Grid, head: Head) -> Rows:
    """Tell the rows of units from all others."""
    found = Rows()
    own = [row for row in range(len(grid.rows)) if grid.rows[row] == grid.rows[head.row]]
    group = ""
    for row in head.body:
        words = [text for text in grid.rows[row] if text]
        first = plain(_named(words))
        if row in own:
            continue
        if len(set(words)) == 1 and len(grid.rows[row]) > 1 and not _formula(grid, row):
            if tier_number(words[0]) is not None:
                group = words[0]
            else:
                found.notes.append(f"{grid.where(row)}  stands alone and is left out: {_short(words[0])}")
        elif WEIGHT_ROWS.fullmatch(first) or (row == head.body[0] and _only_weights(words)):
            found.weights = row
        elif SUMMARIES.fullmatch(first) or any(map(OF_GROUPS.fullmatch, words)):
            told = next(filter(OF_GROUPS.fullmatch, words), _named(words))
            found.notes.append(f"{grid.where(row)}  sums up the rows above and is left out: {told}")
        else:
            found.units.append(row)
            found.groups.append(group)
            found.problems += _ragged(grid, row, head)
    return found


def _only_weights(words: list[str]) -> bool:
    """Tell whether a row holds points or shares with their unit and nothing else, as below a head: 25分, 30%."""
    return len(words) > 1 and all(weight_of(f"({text})") for text in words)


def _named(words: list[str]) -> str:
    """Return the first words of a row that are more than a number or a mark: a rank may stand before the name."""
    return next((text for text in words if not is_blank(text) and read_number(text) is None), "")


def _formula(grid: Grid, row: int) -> bool:
    return any((row, column) in grid.uncomputed for column in range(len(grid.rows[row])))


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"


def _ragged(grid: Grid, row: int, head: Head) -> list[Finding]:
    """Find a row with more or fewer cells than the head; empty cells at the end count on neither side."""
    expected = max((column + 1 for column, text in enumerate(grid.rows[head.row]) if text), default=0)
    if grid.sheet or grid.widths[row] >= expected:
        return []
    message = f"has {grid.widths[row]} cells; expected {expected}, as in the head"
    hint = "a cell that holds the separator is written in quotes; an empty cell is written too"
    return [Finding("table.ragged", grid.where(row), message, hint)]
