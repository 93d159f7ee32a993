"""What an xlsx file declares of itself, read before it is opened: its size, its sheets, how cells are printed.

An xlsx file is a zip archive of XML. A small one can declare gigabytes, or a cell in the last of a million rows; both
are refused here, before anything is unpacked or laid out in memory.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from parkindex.audit.reading.grid import Position

MOST_BYTES = 256 * 2**20
"""Bytes that a workbook may have unpacked: a sheet of 100,000 rows and 50 columns has fewer."""

MOST_RATIO = 150
"""Times that a large part may be longer unpacked than packed: sheets of numbers have 5 to 30."""

LARGE = 4 * 2**20
"""Bytes from which a part is large."""

MOST_CELLS = 5_000_000
"""Cells that the rectangle of a sheet may have, empty ones included."""

_HINT = "copy the table alone into a new file and save it"
Attributes = dict[str, str]


@dataclass
class Sheet:
    """What the XML of a sheet says of its cells: number formats, and formulas without a stored result."""

    formats: dict[Position, str] = field(default_factory=dict)
    uncomputed: set[Position] = field(default_factory=set)


def check_size(path: Path) -> None:
    """Raise `UsageError` where a file is no workbook, or would be out of all proportion once unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"is not a readable xlsx file ({error}); expected a workbook"
        hint = "open it in a spreadsheet and save it again as xlsx, or as CSV in UTF-8"
        raise UsageError(Finding("table.broken", path.name, message, hint)) from None
    whole = sum(part.file_size for part in parts)
    findings = []
    if whole > MOST_BYTES:
        message = f"is {whole / 2**20:,.0f} MB once unpacked; expected {MOST_BYTES / 2**20:,.0f} MB at most"
        findings.append(Finding("table.too-large", path.name, message, _HINT))
    findings += [
        Finding(
            "table.ratio",
            f"{path.name} part '{part.filename}'",
            f"is {part.file_size / part.compress_size:,.0f} times as long unpacked; expected {MOST_RATIO} at most",
            _HINT,
        )
        for part in parts
        if part.file_size > LARGE and part.file_size > MOST_RATIO * max(1, part.compress_size)
    ]
    if findings:
        raise UsageError(findings)


def read_sheets(path: Path) -> dict[str, Sheet]:
    """Return what every worksheet declares, by its name; `UsageError` where the XML cannot be read, or is too wide."""
    try:
        with zipfile.ZipFile(path) as archive:
            styles = _formats(archive)
            return {
                name: _sheet(archive, part, f"{path.name} sheet '{name}'", styles)
                for name, part in _parts(archive).items()
            }
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, expat.ExpatError, ValueError) as error:
        message = f"is damaged, or no workbook ({error}); expected xlsx"
        hint = "open it in a spreadsheet and save it again as xlsx, or as CSV in UTF-8"
        raise UsageError(Finding("table.broken", path.name, message, hint)) from None


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the archive that holds each worksheet, by the name of the sheet."""
    targets: dict[str, str] = {}
    names: list[tuple[str, str]] = []

    def relation(tag: str, held: Attributes) -> None:
        if tag == "Relationship" and held.get("Type", "").endswith("/worksheet"):
            targets[held["Id"]] = posixpath.normpath(posixpath.join("/xl", held["Target"])).lstrip("/")

    def sheet(tag: str, held: Attributes) -> None:
        if tag == "sheet":
            names.append((held["name"], next((held[key] for key in held if key.endswith(":id")), "")))

    _parse(archive, "xl/_rels/workbook.xml.rels", relation)
    _parse(archive, "xl/workbook.xml", sheet)
    return {name: targets[key] for name, key in names if key in targets}


_BUILT_IN: Mapping[str, str] = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "37": "#,##0",
    "38": "#,##0",
    "39": "#,##0.00",
    "40": "#,##0.00",
}
"""Number formats that every workbook has: ECMA-376 part 1, section 18.8.30."""


def _formats(archive: zipfile.ZipFile) -> list[str]:
    """Return the number format of every cell style, empty where it is general or unknown."""
    own: dict[str, str] = {}
    found: list[str] = []
    inside = [False]

    def start(tag: str, held: Attributes) -> None:
        if tag == "numFmt" and "numFmtId" in held:
            own[held["numFmtId"]] = held.get("formatCode", "")
        elif tag == "cellXfs":
            inside[0] = True
        elif tag == "xf" and inside[0]:
            number = held.get("numFmtId", "0")
            found.append(own.get(number, _BUILT_IN.get(number, "")))

    def end(tag: str) -> None:
        if tag == "cellXfs":
            inside[0] = False

    if "xl/styles.xml" in archive.namelist():
        _parse(archive, "xl/styles.xml", start, end)
    return found


class _Cells:
    """Follows the XML of a sheet from cell to cell."""

    def __init__(self, styles: list[str], where: str) -> None:
        self.sheet = Sheet()
        self._styles, self._where = styles, where
        self._at: Position = (-1, -1)
        self._extent = (0, 0)
        self._formula = self._result = self._inside = False

    def start(self, tag: str, held: Attributes) -> None:
        if tag == "row":
            self._at = (int(held["r"]) - 1 if "r" in held else self._at[0] + 1, -1)
        elif tag == "c":
            self._at = position(held["r"]) if "r" in held else (self._at[0], self._at[1] + 1)
            style = int(held.get("s", "0"))
            if 0 < style < len(self._styles) and self._styles[style]:
                self.sheet.formats[self._at] = self._styles[style]
            self._formula, self._result = False, held.get("t") == "str"
        elif tag == "f":
            self._formula = True
        self._inside = tag in {"v", "is", "t"}

    def words(self, words: str) -> None:
        self._result = self._result or (self._inside and bool(words.strip()))

    def end(self, tag: str) -> None:
        self._inside = False
        if tag != "c":
            return
        if self._formula and not self._result:
            self.sheet.uncomputed.add(self._at)
        if self._formula or self._result:
            self._reach()

    def _reach(self) -> None:
        rows, columns = max(self._extent[0], self._at[0] + 1), max(self._extent[1], self._at[1] + 1)
        self._extent = rows, columns
        if rows * columns > MOST_CELLS:
            message = f"reaches over {rows:,} rows and {columns:,} columns; expected {MOST_CELLS:,} cells at most"
            raise UsageError(Finding("table.too-large", self._where, message, _HINT))


def _sheet(archive: zipfile.ZipFile, part: str, where: str, styles: list[str]) -> Sheet:
    """Read the XML of a sheet cell by cell. A string that a formula results in may be empty, a number may not."""
    cells = _Cells(styles, where)
    _parse(archive, part, cells.start, cells.end, cells.words)
    return cells.sheet


def position(reference: str) -> Position:
    """Return row and column, from 0, of a reference such as ``D7``."""
    column = 0
    for place, sign in enumerate(reference):
        if sign.isdigit():
            return int(reference[place:]) - 1, column - 1
        column = column * 26 + ord(sign.upper()) - ord("A") + 1
    raise ValueError(f"'{reference}' is not the address of a cell")


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Parse one part; a document type, by which XML can grow without bound, is refused."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, held: start(tag.rpartition(":")[2], held)
    if end is not None:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if words is not None:
        parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = _refuse
    with archive.open(part) as stream:
        while chunk := stream.read(1 << 16):
            parser.Parse(chunk)
        parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    raise ValueError("a part declares a document type")
