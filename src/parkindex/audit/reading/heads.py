"""Where a table begins: the rows above it, its head in one or several rows, and the rows below the head."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.audit.reading.numbers import is_blank, is_several, read_number
from parkindex.audit.reading.words import plain, role_of
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.audit.reading.grid import Grid

_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
MOST_HEAD_ROWS = 3
LEAST_COUNTED = 3
"""Rows from which a column of 1, 2, 3 … is taken for a count of the rows."""

FEW = 0.5
"""Share of the rows below which cells behind the last head are cells too many, and no column without a head."""

_HINT = "write one row of heads above the rows, one head a column"


@dataclass(frozen=True)
class Head:
    """The heads of the columns (empty where a column holds nothing) and the rows of the grid below them.

    ``title`` is what stands alone in the first row above the head; ``row`` is the last row of the head.
    """

    heads: tuple[str, ...]
    row: int
    body: range
    title: str = ""


def find_head(grid: Grid) -> Head:
    """Find the head of a table; `UsageError` where there is none, or where it cannot be put together."""
    first = next((row for row in range(len(grid.rows)) if _is_data(grid, row)), None)
    if first is None:
        raise UsageError(_no_numbers(grid))
    wide = [row for row in range(first) if len(grid.distinct(row)) > 1]
    if not wide:
        message = f"the first row with numbers has no heads above it (got '{' | '.join(grid.rows[first][:5])}')"
        raise UsageError(Finding("table.head", grid.where(first), message, _HINT))
    last = wide[-1]
    body = range(last + 1, len(grid.rows))
    lacking = {column for row, column in grid.uncomputed if row in body}
    columns = range(len(grid.rows[0]))
    used = [column for column in columns if column in lacking or any(grid.rows[row][column] for row in body)]
    heads = _joined(grid, wide[-MOST_HEAD_ROWS:], used)
    heads = [
        "#" if column in used and not head and _counts(grid, column, body) else head
        for column, head in enumerate(heads)
    ]
    problems = _problems(grid, heads, used, last)
    if problems:
        raise UsageError(problems)
    title = next((grid.rows[row] for row in range(wide[0]) if len(grid.distinct(row)) == 1), ())
    return Head(tuple(heads), last, body, next((text for text in title if text), ""))


def _no_numbers(grid: Grid) -> Finding:
    wide = [row for row in range(len(grid.rows)) if len(grid.distinct(row)) > 1]
    if not grid.rows:
        return Finding("table.empty", grid.title, "is empty; expected a table with a head", "check that it is the file")
    if len(wide) == 1 and len(grid.rows) == wide[0] + 1:
        message = "holds a head and no rows; expected a row for every unit"
        return Finding("table.no-rows", grid.where(wide[0]), message, "add the rows below the head")
    if not wide:
        message = "has only one cell in every row; expected columns separated by commas, semicolons or tabs"
        return Finding("table.one-column", grid.title, message, "check how the cells are separated")
    message = "holds no numbers; expected at least one column of scores"
    return Finding(
        "table.no-numbers", grid.title, message, "an audit compares printed numbers: check that it is the file"
    )


def _is_data(grid: Grid, row: int) -> bool:
    """Tell whether a row holds a number that is no year of a head, or a mark for a missing one, beside words."""
    texts = grid.rows[row]
    if any((row, column) in grid.uncomputed for column in range(len(texts))):
        return True
    if len(grid.distinct(row)) < 2:
        return False
    numbers = [text for text in texts if text and (read_number(text) or is_several(text) or is_blank(text))]
    if all(_YEAR.fullmatch(text) for text in numbers):
        return bool(numbers) and not any(role_of(text) for text in texts)
    return True


def _joined(grid: Grid, rows: list[int], used: list[int]) -> list[str]:
    """Return a head for every column: the last row's, joined with the rows above where it lacks one or repeats one."""
    levels = [_filled(grid, row, rows[place + 1] if place + 1 < len(rows) else None) for place, row in enumerate(rows)]
    heads = list(levels[-1])
    for level in reversed(levels[:-1]):
        own = [heads[column] for column in used]
        if all(own) and len(set(map(plain, own))) == len(own):
            break
        repeated = {head for head, count in Counter(map(plain, own)).items() if count > 1}
        for column in used:
            above, head = level[column], heads[column]
            if not head:
                heads[column] = above
            elif above and plain(head) in repeated and above != head:
                heads[column] = f"{above} {head}"
            elif above and head.startswith(("(", "（")):
                heads[column] = above + head
    return [head if column in used else "" for column, head in enumerate(heads)]


def _filled(grid: Grid, row: int, below: int | None) -> list[str]:
    """Return a row of the head in which a group reaches over the columns that have a head of their own only below."""
    texts = [" ".join(text.split()) for text in grid.rows[row]]
    if below is None:
        return texts
    for column in range(1, len(texts)):
        if not texts[column] and grid.rows[below][column]:
            texts[column] = texts[column - 1]
    return texts


def _counts(grid: Grid, column: int, body: range) -> bool:
    """Tell whether a column counts the rows, as programs write it without a head."""
    texts = [grid.rows[row][column] for row in body]
    return len(texts) >= LEAST_COUNTED and texts in (
        [str(number) for number in range(start, start + len(texts))] for start in (0, 1)
    )


def _headless(grid: Grid, column: int, row: int) -> Finding:
    """Say that a column has no head, or, where only few rows reach so far, that these have a cell too many."""
    below = [each for each in range(row + 1, len(grid.rows)) if grid.rows[each][column]]
    last = max(place for place, text in enumerate(grid.rows[row]) if text)
    if column > last and len(below) < FEW * (len(grid.rows) - row - 1) and not grid.sheet:
        message = f"has {grid.widths[below[0]]} cells (got '{grid.rows[below[0]][column]}' behind the last head); "
        message += f"expected {last + 1}, as in the head"
        hint = "a cell that holds the separator is written in quotes; give a column of remarks a head"
        return Finding("table.ragged", grid.where(below[0]), message, hint)
    message = "has cells below, and no head"
    hint = "give every column a head of its own; undo merged cells in the head"
    return Finding("table.no-head", grid.where(row, column), message, hint)


def _side_by_side(heads: list[str]) -> int:
    """Return how often all heads come again in the same order: a table that is printed in so many blocks."""
    for width in range(2, len(heads) // 2 + 1):
        if len(heads) % width == 0 and all(heads) and heads == heads[:width] * (len(heads) // width):
            return len(heads) // width
    return 1


def _problems(grid: Grid, heads: list[str], used: list[int], row: int) -> list[Finding]:
    found = [_headless(grid, column, row) for column in used if not heads[column]]
    blocks = _side_by_side([plain(heads[column]) for column in used])
    if blocks > 1:
        message = f"holds {blocks} tables side by side (each begins with '{heads[used[0]]}'); expected one"
        hint = "put the right one below the left one, without its heads"
        return [Finding("table.side-by-side", grid.where(row), message, hint)]
    for head, count in Counter(plain(heads[column]) for column in used if heads[column]).items():
        if count > 1:
            columns = [column for column in used if plain(heads[column]) == head]
            message = f"stands over {count} columns (got '{heads[columns[0]]}'); expected a head of its own for each"
            hint = "tell the columns apart; a merged cell in the head is written out for each of them"
            found.append(Finding("table.same-head", grid.where(row, columns[1], heads[columns[1]]), message, hint))
    return found
