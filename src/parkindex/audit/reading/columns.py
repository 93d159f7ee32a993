"""The columns below a head: which hold numbers and which words, and every cell that is neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.audit.reading.numbers import (
    Number,
    has_decimal_comma,
    has_decimal_point,
    is_blank,
    is_error,
    is_several,
    read_number,
)
from parkindex.audit.reading.ranks import rank_number
from parkindex.audit.reading.words import role_of
from parkindex.audit.wording import plural
from parkindex.errors import Finding

if TYPE_CHECKING:
    from parkindex.audit.reading.grid import Grid

_DATE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d.*)?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Za-z]{3}(?:-\d+)?")

LEAST_NUMBERS = 0.5
"""Share of the filled cells that must be numbers for a column of numbers."""


@dataclass(frozen=True)
class Field:
    """One column of a table: its head, the printed texts and their addresses, and the numbers where it holds numbers.

    ``cells`` is empty for a column of words; ``unit`` is the unit of measure printed in its cells.
    """

    index: int
    head: str
    texts: tuple[str, ...]
    addresses: tuple[str, ...]
    cells: tuple[Decimal | None, ...] = ()
    unit: str = ""

    @property
    def numeric(self) -> bool:
        """Whether the column holds numbers."""
        return bool(self.cells)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What stands in the cells without a number; empty where every cell has one."""
        if all(cell is not None for cell in self.cells):
            return ()
        return tuple(text if cell is None else "" for text, cell in zip(self.texts, self.cells, strict=True))


def read_field(grid: Grid, rows: list[int], index: int, head: str) -> tuple[Field, list[Finding]]:
    """Read one column of a grid; beside numbers a column of numbers may hold marks of absence only."""
    texts = tuple(grid.rows[row][index] for row in rows)
    addresses = tuple(grid.where(row, index, head) for row in rows)
    comma = _uses_decimal_comma(texts)
    numbers = [read_number(text, decimal_comma=comma) for text in texts]
    lacking = [place for place, row in enumerate(rows) if (row, index) in grid.uncomputed]
    filled = sum(not is_blank(text) for text in texts)
    if (not any(numbers) and not lacking) or sum(map(bool, numbers)) < LEAST_NUMBERS * filled:
        return Field(index, head, texts, addresses), []
    problems = _strange_cells(texts, addresses, numbers, ranks=role_of(head) == "rank")
    problems += _uncomputed([addresses[place] for place in lacking])
    problems += _mixed_units(head, numbers, addresses, texts)
    unit = next((number.unit for number in numbers if number is not None), "")
    cells = tuple(None if number is None else number.value for number in numbers)
    return Field(index, head, texts, addresses, cells, unit), problems


def _uses_decimal_comma(texts: tuple[str, ...]) -> bool:
    """Tell whether the comma is the decimal mark: some cells read no other way, and none has a decimal point."""
    return any(map(has_decimal_comma, texts)) and not any(map(has_decimal_point, texts))


def _strange_cells(
    texts: tuple[str, ...], addresses: tuple[str, ...], numbers: list[Number | None], *, ranks: bool
) -> list[Finding]:
    """Find cells that are no number, no mark of absence, and no range; nor a rank such as ``1=`` among ranks."""
    found = []
    for text, where, number in zip(texts, addresses, numbers, strict=True):
        if number is not None or is_blank(text) or (ranks and rank_number(text) is not None):
            continue
        if is_error(text):
            message = f"holds an error of the spreadsheet (got '{text}'); expected a number"
            found.append(Finding("table.cell-error", where, message, "mend the formula, or leave the cell empty"))
        elif any(sign.isdigit() for sign in text) and not is_several(text):
            date = _DATE.fullmatch(text) is not None
            message = f"is {'a date' if date else 'not a number'} (got '{text}'); "
            message += "expected a number, as in the rest of the column"
            hint = "write the number alone, or '-' where there is none"
            if date:
                hint = "a spreadsheet may have made a date of a number such as 12.5: format the cell, type it again"
            found.append(Finding("table.not-a-number", where, message, hint))
    return found


def _uncomputed(where: list[str]) -> list[Finding]:
    """Find formulas without a result: one finding a column, with the first address."""
    if not where:
        return []
    more = f" (nor are those of {plural(len(where) - 1, 'more cell')} of its column)" if len(where) > 1 else ""
    message = f"holds a formula whose result is not stored{more}; expected a number"
    hint = "open the file in a spreadsheet, let it compute and save it; or paste the values"
    return [Finding("table.formula", where[0], message, hint)]


def _mixed_units(
    head: str, numbers: list[Number | None], addresses: tuple[str, ...], texts: tuple[str, ...]
) -> list[Finding]:
    """Find the first cell in each unit of measure other than that of most cells."""
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for place, number in enumerate(numbers):
        if number is not None:
            first.setdefault(number.unit, place)
            count[number.unit] = count.get(number.unit, 0) + 1
    if len(count) < 2:
        return []
    usual = max(count, key=lambda unit: (count[unit], -first[unit]))
    return [
        Finding(
            "table.mixed-units",
            addresses[place],
            f"is in another unit of measure than the rest of '{head}' (got '{texts[place]}'); "
            f"expected {f'{usual!r}' if usual else 'a number without a unit'}, as in {count[usual]} of "
            f"{sum(count.values())} cells",
            "write the whole column in one unit of measure, and the unit into its head",
        )
        for unit, place in first.items()
        if unit != usual
    ]
