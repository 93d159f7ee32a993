"""Rows of evidence as exhibits, and their numbers as exact decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.outcome import Exhibit
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.evidence.rows import Statistic


def address_of(source: tuple[str, ...], where: str = "") -> str:
    """Return where a row of evidence is printed: its first source, failing that where it is entered."""
    return source[0] if source else where


def row_cell(what: Text, printed: str, source: tuple[str, ...], where: str = "") -> Exhibit:
    """Return a printed number or word of a row of evidence."""
    return Exhibit(what, printed, address_of(source, where))


def statistic_cell(row: Statistic, printed: str) -> Exhibit:
    """Return a number of the table of statistics under the words that stand beside it in print."""
    return row_cell(Text(zh=row.as_printed or row.code, en=row.code), printed, row.source, row.where)


def exact(value: float) -> Fraction:
    """Return the shortest decimal that is this float, exactly: 0.1 is one tenth."""
    return Fraction(repr(float(value)))


def half_unit(value: float) -> Fraction:
    """Return half a unit of the last decimal of a number as it is entered: 1.6 -> 1/20, 8 -> 1/2."""
    exponent = Decimal(repr(float(value)).removesuffix(".0")).as_tuple().exponent
    return Fraction(10) ** min(0, exponent if isinstance(exponent, int) else 0) / 2


def rounding_range(value: float) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest number that rounds to this one."""
    return exact(value) - half_unit(value), exact(value) + half_unit(value)


def exact_text(value: float) -> str:
    """Write a number as it is entered: 115.6, 20."""
    return repr(float(value)).removesuffix(".0")
