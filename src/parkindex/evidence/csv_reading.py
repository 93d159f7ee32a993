"""A CSV file into rows: RFC 4180, UTF-8, a header; every problem of every cell is a finding."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from parkindex.errors import Finding
from parkindex.evidence.cells import CellError, text
from parkindex.framework.files import read_text
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from parkindex.evidence.rows import Row
    from parkindex.evidence.tables import Table

    Record = tuple[int, list[str]]
    Extract = Callable[[list[str]], Any]


def read_table(folder: Path, name: str, table: Table) -> tuple[tuple[Row, ...], list[Finding]]:
    """Read a table of an edition; ``name`` is its path in the folder. Rows with a problem are left out."""
    content, findings = read_text(folder / name, name)
    return ((), findings) if content is None else parse_table(content, name, table)


def parse_table(content: str, name: str, table: Table) -> tuple[tuple[Row, ...], list[Finding]]:
    """Read a table from text."""
    findings: list[Finding] = []
    records = _records(content, name, findings)
    first = next(records, None)
    if first is None:
        if not findings:
            message = f"is empty; expected a header: {','.join(table.columns)}"
            findings.append(Finding("csv.empty", name, message, "write the header, even where there are no rows"))
        return (), findings
    header = first[1]
    findings += check_header(header, f"{name}:{first[0]}", table)
    if findings:
        return (), findings
    sheet = _Sheet(name, len(header), table, _fields(header, table))
    made = (_row(record, sheet, findings) for record in records)
    rows = tuple(row for row in made if row is not None)
    return rows, findings


def _records(content: str, name: str, findings: list[Finding]) -> Iterator[Record]:
    """Yield each record with the line where it begins; blank lines are passed over."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        what = next((said for sign, said in _CSV_ERRORS.items() if sign in str(error)), f"is not valid CSV ({error})")
        hint = 'close the quote; a quote inside a quoted cell is written twice ("")'
        findings.append(Finding("csv.quote", f"{name}:{begins}", f"{what}; expected RFC 4180", hint))


_CSV_ERRORS = {
    "end of data": "has a quote that is never closed",
    "field larger": "has a quote that is never closed, or a cell of more than 131,072 characters",
}
"""What the reader's errors mean, by a sign of each."""


def check_header(header: list[str], where: str, table: Table) -> list[Finding]:
    """Find columns that are missing, unknown or written twice."""
    findings = []
    for column, count in Counter(header).items():
        if count > 1:
            message = f"column '{column}' is there {count} times"
            findings.append(Finding("csv.duplicate-column", where, message, "keep one of them"))
        if column not in table.columns:
            other = next((mark for mark in ";\t|" if table.columns[0] in column.split(mark)[:-1]), None)
            if other is not None:
                mark = "a tab" if other == "\t" else f"'{other}'"
                message = f"the cells are separated by {mark}; expected commas"
                return [Finding("csv.separator", where, message, "save the file again as CSV, separated by commas")]
            near = get_close_matches(column, table.columns, n=1)
            hint = f"did you mean '{near[0]}'? " if near else ""
            hint += f"columns: {', '.join(table.columns)}"
            findings.append(Finding("csv.unknown-column", where, f"unknown column '{column}'", hint))
    missing = [column for column in table.required if column not in header]
    if missing:
        message = f"column{'s' if len(missing) > 1 else ''} missing: {', '.join(missing)}"
        findings.append(Finding("csv.missing-column", where, message, f"columns: {', '.join(table.columns)}"))
    return findings


def _fields(header: list[str], table: Table) -> list[tuple[str, str, Extract]]:
    """Return for each field its name, its column as shown in findings, and how it is taken out of a record."""
    position = {column: index for index, column in enumerate(header)}
    fields = []
    for name, parser in table.parsers.items():
        columns = table.columns_of(name)
        indexes = [position[column] for column in columns if column in position]
        if not indexes:
            continue
        optional = name in table.defaults
        if callable(parser):
            extract = _single(indexes[0], parser, table.defaults, name)
        else:
            extract = _bilingual(indexes, columns, optional=optional)
        fields.append((name, columns[0], extract))
    return fields


def _single(index: int, parser: Callable[[str], Any], defaults: Mapping[str, object], name: str) -> Extract:
    if name not in defaults:
        return lambda cells: parser(cells[index])
    default = defaults[name]
    return lambda cells: parser(cells[index]) if cells[index] else default


def _bilingual(indexes: list[int], columns: tuple[str, ...], *, optional: bool) -> Extract:
    def extract(cells: list[str]) -> Text | None:
        found = [cells[index] for index in indexes]
        if optional and not any(cell.strip() for cell in found):
            return None
        if len(found) < len(columns) or not all(cell.strip() for cell in found):
            empty = [column for column in columns if column.endswith("_zh" if not found[0].strip() else "_en")]
            raise CellError(
                "cell.empty", f"lacks its other language (column '{empty[0]}' is empty)", "write both languages"
            )
        return Text(zh=text(found[0]), en=text(found[1]))

    return extract


@dataclass(frozen=True)
class _Sheet:
    """What the header of a file says about its rows."""

    name: str
    width: int
    table: Table
    fields: list[tuple[str, str, Extract]]


def _row(record: Record, sheet: _Sheet, findings: list[Finding]) -> Row | None:
    """Make one row; None, with its findings, where a cell is wrong."""
    line, cells = record
    where = f"{sheet.name}:{line}"
    if len(cells) != sheet.width:
        many = len(cells) > sheet.width
        hint = "put a cell that holds a comma into double quotes" if many else "add the commas that are missing"
        findings.append(Finding("csv.ragged", where, f"has {len(cells)} cells; expected {sheet.width}", hint))
        return None
    values: dict[str, Any] = {}
    for field, column, extract in sheet.fields:
        try:
            values[field] = extract(cells)
        except CellError as problem:
            at = f"{where} column '{column}'"
            findings.append(Finding(problem.code, at, problem.message, problem.hint))
    return sheet.table.row(**values, where=where) if len(values) == len(sheet.fields) else None
