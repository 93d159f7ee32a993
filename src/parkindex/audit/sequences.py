"""The order of numbers: which of them would have to move to bring a list into order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.ranking import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.engine.arrays import FloatArray, IntArray


def out_of_order(numbers: Sequence[float]) -> tuple[int, ...]:
    """Return the positions that have to be taken out so that the rest never falls: as few as possible.

    Source: Fredman (1975), On computing the length of longest increasing subsequences,
    doi:10.1016/0012-365X(75)90103-X.
    """
    ends: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_right(ends, number)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [place]
    kept: set[int] = set()
    place = last[-1] if last else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return tuple(place for place in range(len(numbers)) if place not in kept)


def agreement(classes: FloatArray | IntArray, scores: FloatArray) -> float:
    """Return the rank correlation of classes, turned so that 1 is best, with scores; 0 where either is constant.

    It is Spearman's, divided by the most that classes of these sizes allow: 1 whenever no class overlaps another.

    Source: Spearman (1904), The proof and measurement of association between two things, doi:10.2307/1412159.
    """
    if len(scores) < 2 or np.ptp(classes) == 0 or np.ptp(scores) == 0:
        return 0.0
    first, second = rank(scores, ties="average"), rank(-np.asarray(classes, dtype=np.float64), ties="average")
    most = np.corrcoef(np.sort(first), np.sort(second))[0, 1]
    return float(np.corrcoef(first, second)[0, 1] / most)


def rises_with(classes: FloatArray | IntArray, scores: FloatArray) -> bool:
    """Tell whether higher classes hold the higher scores, as under levels that count up.

    Ranks and tiers usually count down: 1 is the best. A list that shows neither is taken to count down.
    """
    return agreement(classes, scores) < 0


def placed_before(classes: FloatArray | IntArray, scores: FloatArray) -> IntArray:
    """Return the order of rows by class, the best score first within a class, then by row."""
    return np.asarray(np.lexsort((np.arange(len(scores)), -scores, classes)))
