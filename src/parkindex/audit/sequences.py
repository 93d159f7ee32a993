"""The order of numbers: which of them would have to move to bring a list into order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.ranking import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.engine.arrays import FloatArray, IntArray

MISPLACED_UP_TO = 0.2
"""Share of units out of place up to which ranks or tiers are those of the totals, with misprints."""

LEAST_AGREEMENT = 0.49
"""Rank correlation from which they are so too: 0.5 is one swap among three."""


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


def misplaced(classes: FloatArray | IntArray, scores: FloatArray) -> tuple[int, ...]:
    """Return the fewest positions without which no lower class, counted from 1 for the best, has the higher score."""
    order = placed_before(classes, scores)
    return tuple(sorted(int(order[place]) for place in out_of_order((-scores[order]).tolist())))


def rises_with(classes: FloatArray | IntArray, scores: FloatArray) -> bool:
    """Tell whether classes count up, the highest being the best: fewer are then out of place.

    Ranks and tiers usually count down: 1 is the best. A list that shows neither is taken to count down.
    """
    return len(misplaced(-classes, scores)) < len(misplaced(classes, scores))


def follows(classes: FloatArray | IntArray, scores: FloatArray) -> bool:
    """Tell whether classes, counted from 1 for the best, are those of the scores at all.

    They are where a fifth or less is out of place, or where the rank correlation is that of one swap among three.
    """
    if len(scores) < 2 or np.ptp(classes) == 0 or np.ptp(scores) == 0:
        return False
    if len(misplaced(classes, scores)) <= MISPLACED_UP_TO * len(scores):
        return True
    return agreement(classes, scores) >= LEAST_AGREEMENT


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


def placed_before(classes: FloatArray | IntArray, scores: FloatArray) -> IntArray:
    """Return the order of rows by class, the best score first within a class, then by row."""
    return np.asarray(np.lexsort((np.arange(len(scores)), -scores, classes)))
