"""Comparison of two results over the same units: who moves, who changes tier, how far the rankings agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.agreement import kendall, spearman

if TYPE_CHECKING:
    from parkindex.index import Result


@dataclass(frozen=True, slots=True)
class Shift:
    """One unit under two methods. ``shift`` is positive when it rises under the second."""

    unit: str
    first_score: float
    second_score: float
    first_rank: int | None
    second_rank: int | None
    first_tier: int | None
    second_tier: int | None

    @property
    def shift(self) -> int | None:
        """Places gained under the second method."""
        return None if self.first_rank is None or self.second_rank is None else self.first_rank - self.second_rank

    @property
    def changes_tier(self) -> bool:
        """Whether the unit falls into another tier."""
        return self.first_tier is not None and self.second_tier is not None and self.first_tier != self.second_tier


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results of the same units; the shifts stand in the order of the first, best first."""

    shifts: tuple[Shift, ...]
    kendall: float
    spearman: float

    @property
    def moved(self) -> tuple[Shift, ...]:
        """The units with another rank, the greatest movements first."""
        movers = [each for each in self.shifts if each.shift]
        return tuple(sorted(movers, key=lambda each: -abs(each.shift or 0)))

    @property
    def tier_changes(self) -> tuple[Shift, ...]:
        """The units that fall into another tier."""
        return tuple(each for each in self.shifts if each.changes_tier)

    @property
    def mean_shift(self) -> float:
        """The mean of the movements, their signs left aside; NaN when nobody has two ranks."""
        moves = [abs(each.shift) for each in self.shifts if each.shift is not None]
        return float(np.mean(moves)) if moves else float("nan")


def compare(first: Result, second: Result) -> Comparison:
    """Compare two results; units that only one of them has are left out."""
    common = [unit for unit in first.order() if unit in set(second.units)]
    shifts = tuple(
        Shift(
            unit,
            first.score(unit),
            second.score(unit),
            first.rank(unit),
            second.rank(unit),
            first.tier(unit),
            second.tier(unit),
        )
        for unit in common
    )
    one = np.array([each.first_score for each in shifts])
    other = np.array([each.second_score for each in shifts])
    return Comparison(shifts, kendall(one, other), spearman(one, other))
