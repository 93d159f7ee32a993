"""What a printed share can be: everything that rounds to it, or is cut off to it, or lies within its bound. Exact."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact, half_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.evidence.rows import Relation

ROUND_FIGURE = 5
"""A share given as about so many tenths can be half a tenth more or less."""

JUST_BELOW = 10
"""A share given as nearly so many tenths is below them, by no more than one tenth."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Shares in percent from ``low`` to ``high``; a strict end does not belong to it."""

    low: Fraction
    high: Fraction
    low_strict: bool = False
    high_strict: bool = False

    def meets(self, other: Interval) -> bool:
        """Tell whether some share lies in both."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Tell whether every share of this one is less than every share of the other."""
        return self.high < other.low or (self.high == other.low and (self.high_strict or other.low_strict))


def interval(value: float, relation: Relation, *, nearly: bool = False) -> Interval:
    """Return what a printed share can be."""
    share = exact(value)
    match relation:
        case "=":
            return Interval(share - half_unit(value), share + 2 * half_unit(value), high_strict=True)
        case ">" | ">=":
            return Interval(share, Fraction(100), low_strict=relation == ">")
        case "<" | "<=":
            return Interval(Fraction(0), share, high_strict=relation == "<")
        case _:
            if nearly:
                return Interval(max(share - JUST_BELOW, Fraction(0)), share, high_strict=True)
            return Interval(max(share - ROUND_FIGURE, Fraction(0)), share + ROUND_FIGURE)


def added(intervals: Iterable[Interval]) -> Interval:
    """Return what the sum of shares can be."""
    found = list(intervals)
    return Interval(
        sum((each.low for each in found), Fraction(0)),
        sum((each.high for each in found), Fraction(0)),
        any(each.low_strict for each in found),
        any(each.high_strict for each in found),
    )
