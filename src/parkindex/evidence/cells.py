"""Cells of a table, read strictly: a cell is exactly what its column asks for, or an error that says what to write.

A parser takes the text of a cell and returns its value, or raises `CellError`; the table reader adds file, line and
column. Nothing is mended silently: a full-width digit, a thousands comma or a unit in a number is an error with a hint.
"""

from __future__ import annotations

import math
import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

from parkindex.evidence.amounts import money
from parkindex.evidence.dates import DateError, PartialDate
from parkindex.evidence.status import WRITTEN, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
SMALLEST, LARGEST = 1e-100, 1e100
"""How close to zero and how far from it a number may lie, so that no square or product of two overflows."""
_INTEGER = re.compile(r"[-+]?\d+", re.ASCII)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}([,，']\d{3})+(\.\d+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?(nan|inf|infinity|∞|#n/a|#div/0!|na|null)", re.IGNORECASE)
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]*", re.ASCII)
_PLACE = re.compile(r"\d{6}(-[a-z0-9]+)?", re.ASCII)
_DIVISION = re.compile(r"\d{6}", re.ASCII)
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]*(#[a-z0-9][a-z0-9-]*)?", re.ASCII)


class CellError(ValueError):
    """What is wrong with a cell: the finding's code, message and hint, without the address."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def text(cell: str) -> str:
    """Take any words, but not none."""
    if not cell.strip():
        raise CellError("cell.empty", "is empty; expected words", "fill the cell in")
    return cell


def words(cell: str) -> str:
    """Take any words, or none."""
    return cell


def number(cell: str) -> float:
    """Take a finite number written with ASCII digits and a point."""
    if _NUMBER.fullmatch(cell):
        value = float(cell)
        if value == 0 or SMALLEST <= abs(value) <= LARGEST:
            return value
        size, unit = ("large", "larger") if abs(value) > 1 else ("small", "smaller")
        got = cell if len(cell) <= 30 else f"{cell[:27]}…"
        message = f"is too {size} for a number to reckon with (got '{got}')"
        raise CellError("cell.not-finite", message, f"check the digits, or write the number in a {unit} unit")
    raise _not_a_number(cell, "a number")


def value(cell: str) -> float:
    """Take a number, or NaN where the cell is empty (its status then says why)."""
    return number(cell) if cell else math.nan


def integer(cell: str) -> int:
    """Take a whole number."""
    if _INTEGER.fullmatch(cell):
        return int(cell)
    if _NUMBER.fullmatch(cell):
        raise CellError("cell.not-integer", f"is not a whole number (got '{cell}')", "write it without decimals")
    raise _not_a_number(cell, "a whole number")


Reason = tuple[str, str, str]
"""The code of a finding, what the cell is, and the hint."""


def _not_a_number(cell: str, expected: str) -> CellError:
    """Say why a cell is no number, and what to write instead."""
    unclear = ("cell.not-a-number", "is not a number", "write ASCII digits, with a point for decimals")
    code, what, hint = next(filter(None, (reason(cell) for reason in _REASONS)), unclear)
    got = f" (got '{cell}')" if cell.strip() else ""
    return CellError(code, f"{what}{got}; expected {expected}", hint)


def _empty(cell: str) -> Reason | None:
    hint = "fill the cell in, or state a status such as 'not_answered' where the table has one"
    return None if cell.strip() else ("cell.empty", "is empty", hint)


def _not_finite(cell: str) -> Reason | None:
    hint = "leave the cell empty and state a status such as 'not_answered'"
    return ("cell.not-finite", "is not a finite number", hint) if _NOT_FINITE.fullmatch(cell.strip()) else None


def _full_width(cell: str) -> Reason | None:
    narrow = unicodedata.normalize("NFKC", cell)
    wide = narrow != cell and _NUMBER.fullmatch(narrow)
    return ("cell.full-width", "has full-width digits", f"write {narrow}") if wide else None


def _thousands(cell: str) -> Reason | None:
    plain = re.sub("[,，']", "", cell)
    return ("cell.thousands", "has thousands marks", f"write {plain}") if _THOUSANDS.fullmatch(cell) else None


def _decimal_comma(cell: str) -> Reason | None:
    plain = re.sub("[,，]", ".", cell)
    comma = plain != cell and _NUMBER.fullmatch(plain)
    return ("cell.decimal-comma", "has a decimal comma", f"write {plain}") if comma else None


def _percent(cell: str) -> Reason | None:
    number, mark, rest = re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)).partition("%")
    if not mark or rest or not _NUMBER.fullmatch(number):
        return None
    return "cell.percent", "has a percent sign", f"write {number}; the unit of measure is stated in its own place"


def _amount(cell: str) -> Reason | None:
    yuan = money(unicodedata.normalize("NFKC", cell))
    if yuan is None:
        return None
    hint = f"write the number alone, in the unit of the column: {yuan / 1e4:g} for 万元, {yuan / 1e8:g} for 亿元"
    return "cell.amount", "has a unit in it", hint


def _spaces(cell: str) -> Reason | None:
    inner = cell.strip()
    around = inner != cell and _NUMBER.fullmatch(inner)
    return ("cell.space", "has spaces around it", f"write {inner}") if around else None


_REASONS = (_empty, _not_finite, _full_width, _thousands, _decimal_comma, _percent, _amount, _spaces)


def within(least: float, most: float) -> Callable[[str], float]:
    """Return a parser of numbers between two bounds."""

    def parse(cell: str) -> float:
        found = number(cell)
        if not least <= found <= most:
            message = f"lies outside {least:g} to {most:g} (got {cell})"
            raise CellError("cell.out-of-range", message, "check the digits and the unit")
        return found

    return parse


def date(cell: str) -> PartialDate:
    """Take a date: ``2019``, ``2019-05`` or ``2019-05-31``."""
    try:
        return PartialDate.parse(cell)
    except DateError as error:
        raise CellError("cell.date", f"{error}; expected a date", error.hint) from None


def choice(allowed: Mapping[str, object] | tuple[str, ...]) -> Callable[[str], str]:
    """Return a parser of one of the allowed words."""

    def parse(cell: str) -> str:
        if cell in allowed:
            return cell
        listed = ", ".join(word or "(empty)" for word in allowed)
        near = get_close_matches(cell, [word for word in allowed if word], n=1)
        hint = f"did you mean '{near[0]}'? allowed: {listed}" if near else f"allowed: {listed}"
        raise CellError("cell.choice", f"is not one of the allowed words (got '{cell}')", hint)

    return parse


def status(cell: str) -> Status:
    """Take a kind of missing; empty means observed."""
    return WRITTEN[choice(WRITTEN)(cell)]


def boolean(cell: str) -> bool:
    """Take ``yes`` or ``no``."""
    return choice(("yes", "no"))(cell) == "yes"


def _matching(pattern: re.Pattern[str], what: str, hint: str) -> Callable[[str], str]:
    def parse(cell: str) -> str:
        if pattern.fullmatch(cell):
            return cell
        got = f" (got '{cell}')" if cell.strip() else " (the cell is empty)"
        raise CellError("cell.code" if cell.strip() else "cell.empty", f"is not {what}{got}", hint)

    return parse


code = _matching(_CODE, "a code", "a code holds only a-z, 0-9, - and _, and begins with a letter or digit")
"""Take the code of a thing."""

place_code = _matching(_PLACE, "the code of a place", "write six digits (GB/T 2260), or 320507-gtxc for a zone")
"""Take the code of a place: six digits, with a suffix for a development zone."""

division = _matching(_DIVISION, "a code of GB/T 2260", "write six digits, as 330106")
"""Take a code of GB/T 2260."""

_address = _matching(_ADDRESS, "the address of a source", "write SOURCE or SOURCE#PART, as report#ranking-table")


def _several(parse: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    def parse_all(cell: str) -> tuple[str, ...]:
        return tuple(parse(part.strip()) for part in cell.split(";")) if cell.strip() else ()

    return parse_all


addresses = _several(_address)
"""Take addresses of sources, separated by ``;``."""

codes = _several(code)
"""Take codes, separated by ``;``."""

names = _several(text)
"""Take words, separated by ``;``."""
