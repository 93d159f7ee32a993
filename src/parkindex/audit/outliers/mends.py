"""What a printed number might have been: one slip of the pen away, and what that would do to total, rank and tier."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from parkindex.audit.rule import find_rule
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.audit.publication import Column, Ranking

Slip = Literal["digit", "transposition", "decimal_point"]

SLIPS: dict[Slip, Text] = {
    "digit": Text(zh="改一位数字", en="one digit changed"),
    "transposition": Text(zh="相邻两个数字对调", en="two neighbouring digits swapped"),
    "decimal_point": Text(zh="移动小数点", en="the decimal point moved"),
}

MOST_MENDS = 5
"""Mends that an outcome tells of, the nearest first."""


@dataclass(frozen=True)
class Mend:
    """A number one slip away, with the total, rank and tier that would follow; None where the table does not say."""

    slip: Slip
    number: Decimal
    total: float | None
    rank: int | None
    tier: int | None

    def record(self) -> dict[str, Any]:
        """Return the mend as plain data."""
        return {
            "slip": self.slip,
            "number": float(self.number),
            "total": self.total,
            "rank": self.rank,
            "tier": self.tier,
        }


@dataclass(frozen=True)
class Standing:
    """Total, rank and tier of a unit as printed, and whether the printed total was added up with the printed number."""

    total: str
    rank: int | None
    tier: int | None
    supported: bool | None


def slips(number: Decimal, decimals: int) -> Iterator[tuple[Slip, Decimal]]:
    """Yield every number that one slip turns into the printed one, each once, the likeliest kind of slip first."""
    digits = str(abs(int(number.scaleb(decimals)))).rjust(decimals + 1, "0")
    sign = -1 if number < 0 else 1
    seen = {number}
    for slip, whole in (*_transposed(digits), *_changed(digits)):
        found = sign * Decimal(whole).scaleb(-decimals)
        if found not in seen:
            seen.add(found)
            yield slip, found
    for places in (-1, 1):
        found = number.scaleb(places)
        if found not in seen:
            seen.add(found)
            yield "decimal_point", found


def _transposed(digits: str) -> Iterator[tuple[Slip, int]]:
    for at in range(len(digits) - 1):
        yield "transposition", int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def _changed(digits: str) -> Iterator[tuple[Slip, int]]:
    for at in range(len(digits)):
        for digit in "0123456789":
            yield "digit", int(digits[:at] + digit + digits[at + 1 :])


def mends(ranking: Ranking, row: int, column: Column, expected: float, within: float) -> tuple[Mend, ...]:
    """Return the mends of a cell that lie within so much of what is expected there, the nearest first."""
    cell = column.cells[row]
    if cell is None:
        return ()
    near = [
        (abs(float(number) - expected), slip, number)
        for slip, number in slips(cell, column.decimals)
        if abs(float(number) - expected) <= within
    ]
    near.sort(key=lambda found: found[0])
    return tuple(_mended(ranking, row, column, slip, number) for _, slip, number in near[:MOST_MENDS])


def standing(ranking: Ranking, row: int) -> Standing:
    """Return how a unit stands in print."""
    rule = find_rule(ranking)
    return Standing(
        "" if ranking.total is None else ranking.total.printed(row),
        ranking.ranks[row] if ranking.ranks else None,
        ranking.tiers[row] if ranking.tiers else None,
        None if rule is None else row in rule.kept,
    )


def _mended(ranking: Ranking, row: int, column: Column, slip: Slip, number: Decimal) -> Mend:
    total, rule, cell = ranking.total, find_rule(ranking), column.cells[row]
    if total is None or rule is None or cell is None or total.cells[row] is None:
        return Mend(slip, number, None, None, None)
    factor = rule.factors[[held.code for held in ranking.columns].index(column.code)]
    printed = Fraction(total.cells[row] or 0)
    new = round(float(printed + factor * (Fraction(number) - Fraction(cell))), total.decimals)
    above = int((np.delete(total.values, row) > new).sum())  # a missing total stands above nobody
    rank = 1 + above if any(ranking.ranks) else None
    return Mend(slip, number, new, rank, _tier(ranking, new))


def _tier(ranking: Ranking, total: float) -> int | None:
    if not ranking.cut_offs:
        return None
    return 1 + sum(total < float(cut) for cut in ranking.cut_offs)
