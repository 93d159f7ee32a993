"""A sheet of an xlsx file into a grid: every cell as the sheet shows it."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from parkindex.audit.reading.archive import Sheet, check_size, read_sheets
from parkindex.audit.reading.grid import Grid, make_grid
from parkindex.audit.reading.heads import find_head
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import CalamineSheet, CalamineWorkbook

    from parkindex.audit.reading.grid import Position

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SECOND_PLACE = Decimal(100)
SIGNIFICANT = 15
"""Digits that a spreadsheet keeps of a number."""

MOST_DIGITS = 27
"""Digits up to which a number is rounded to its format; longer ones are no scores."""


def read_workbook(path: Path, sheet: str | None) -> tuple[Grid, tuple[str, ...]]:
    """Return the grid of a sheet, the one named or the first that holds a table, and what was taken for granted.

    Raises `UsageError` for a file that is broken or out of proportion, an unknown sheet, or where no sheet has a table.
    """
    check_size(path)
    declared = read_sheets(path)
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(path) as workbook:
            names = [sheet] if sheet is not None else _visible(workbook)
            _check_names(names, list(declared), path.name)
            grids = [_grid(workbook.get_sheet_by_name(name), path.name, declared[name]) for name in names]
    except (CalamineError, OSError) as error:
        message = f"is damaged, or no workbook ({error}); expected xlsx"
        hint = "open it in a spreadsheet and save it again as xlsx, or as CSV in UTF-8"
        raise UsageError(Finding("table.broken", path.name, message, hint)) from None
    return _with_table(grids)


def _visible(workbook: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    kept = (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible)
    return [about.name for about in workbook.sheets_metadata if (about.typ, about.visible) == kept]


def _check_names(names: list[str], known: list[str], file: str) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        message = f"has no sheet of that name (got '{unknown[0]}')"
        raise UsageError(Finding("usage.sheet", file, message, f"sheets: {', '.join(known)}"))
    if not names:
        raise UsageError(Finding("table.empty", file, "has no sheet that is shown", "choose one with --sheet NAME"))


def _with_table(grids: list[Grid]) -> tuple[Grid, tuple[str, ...]]:
    """Return the first grid with a table; where none has one, raise what is wrong with each that is not empty."""
    if len(grids) == 1:
        return grids[0], ()
    found: list[Grid] = []
    findings: list[Finding] = []
    for grid in grids:
        try:
            find_head(grid)
        except UsageError as error:
            findings += [each for each in error.findings if each.code != "table.empty"] or error.findings
        else:
            found.append(grid)
    if not found:
        raise UsageError(findings)
    if len(found) == 1:
        return found[0], ()
    others = ", ".join(f"'{grid.sheet}'" for grid in found[1:])
    return found[0], (f"sheet '{found[0].sheet}' is read; --sheet chooses another ({others})",)


def _grid(sheet: CalamineSheet, file: str, declared: Sheet) -> Grid:
    values = sheet.to_python(skip_empty_area=False)
    numbered = [
        (row + 1, [printed(value, declared.formats.get((row, column), "")) for column, value in enumerate(cells)])
        for row, cells in enumerate(values)
    ]
    inside: set[Position] = {(r, c) for r, c in declared.uncomputed if r < len(values) and c < len(values[r])}
    merged = tuple(sheet.merged_cell_ranges or ())
    return make_grid(file, numbered, sheet=sheet.name, merged=merged, uncomputed=frozenset(inside))


def printed(value: object, number_format: str = "") -> str:
    """Return a cell as the sheet shows it: a number with the decimals and the percent sign of its format.

    Without a format that says so, a number has the digits that it needs, 15 at most.
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _number(value: float, number_format: str) -> str:
    number = Decimal(f"{value:.{SIGNIFICANT}g}")
    section = _LITERALS.sub("", number_format).partition(";")[0]
    match = re.search(r"[0#?,]*(?:\.([0#?]*))?(%?)\s*$", section)
    if not re.search(r"[0#?]", section) or match is None or "E" in section.upper() or "/" in section:
        number = number.normalize() if number else Decimal(0)
        return f"{number:f}"
    if match[2]:
        number *= _SECOND_PLACE
    places = len(match[1] or "")
    if number.adjusted() + places < MOST_DIGITS:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{number:f}{match[2]}"
