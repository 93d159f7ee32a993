"""What moved a unit between two results: how much the data did, and how much the method.

Each result is scored once more with the other's method. A shift is what two steps add up to, and there are two orders
in which to take them; the mean over both orders (Shapley's value) gives parts that add up to the whole shift exactly.

Source: Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018; as a decomposition: Shorrocks (2013),
doi:10.1007/s10888-011-9214-z.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.comparison import Comparison, compare
from parkindex.index import Index

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result


@dataclass(frozen=True, slots=True)
class SplitShift:
    """One unit: places gained (positive: it rises) and points gained, each as a sum of what data and method did.

    Ranks count among the units of both results. NaN where the unit has no rank in one of the four.
    """

    unit: str
    shift: float
    shift_by_data: float
    shift_by_method: float
    gain: float
    gain_by_data: float
    gain_by_method: float


@dataclass(frozen=True)
class SplitComparison:
    """A comparison, and its shifts split; the units stand in the order of the first result, best first."""

    comparison: Comparison
    shifts: tuple[SplitShift, ...]

    @property
    def by_data(self) -> float:
        """Mean over the units of the absolute shift that the data did."""
        return _mean([each.shift_by_data for each in self.shifts])

    @property
    def by_method(self) -> float:
        """Mean over the units of the absolute shift that the method did."""
        return _mean([each.shift_by_method for each in self.shifts])


def split_shift(first: Result, second: Result) -> SplitComparison:
    """Compare two results over the units they share and split every shift.

    Raises `MethodError` when one's method cannot be applied to the other's data.
    """
    common = [unit for unit in first.order() if unit in set(second.units)]
    crossed = Index(first.framework, first.dataset, second.method).score()
    other = Index(second.framework, second.dataset, first.method).score()
    ranks = [_ranks(result, common) for result in (first, crossed, other, second)]
    scores = [_scores(result, common) for result in (first, crossed, other, second)]
    by_data, by_method = _parts(*(-one for one in ranks))
    more_by_data, more_by_method = _parts(*scores)
    shifts = tuple(
        SplitShift(unit, *(float(part[k]) for part in parts))
        for parts in [
            (
                ranks[0] - ranks[3],
                by_data,
                by_method,
                scores[3] - scores[0],
                more_by_data,
                more_by_method,
            )
        ]
        for k, unit in enumerate(common)
    )
    return SplitComparison(compare(first, second), shifts)


def _parts(
    first: FloatArray, crossed: FloatArray, other: FloatArray, second: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return what data and method add, from results under (data, method): (1, 1), (1, 2), (2, 1), (2, 2)."""
    return (other - first + second - crossed) / 2, (crossed - first + second - other) / 2


def _scores(result: Result, units: list[str]) -> FloatArray:
    return np.array([result.score(unit) for unit in units])


def _ranks(result: Result, units: list[str]) -> FloatArray:
    """Return ranks among ``units`` alone, by the ranks that the result gives them."""
    from parkindex.engine.ranking import rank

    return rank(-result.ranks[[result.row(unit) for unit in units]])


def _mean(shifts: list[float]) -> float:
    held = np.abs(np.array(shifts))
    return float(np.nanmean(held)) if held.size and not np.isnan(held).all() else float("nan")
