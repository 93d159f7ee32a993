"""Stability intervals: between which values a single weight can lie without changing the leader, the top or the tiers.

One share moves and the others keep their proportions to each other. Where the index is one mean of the children it is a
straight line in that share, and the intervals are exact; tiers whose cut-offs depend on all scores, and other methods,
are followed in small steps and the ends halved.

Source: Mareschal (1988), Weight stability intervals in multicriteria decision aid, European Journal of Operational
Research 33(1), 54-64, doi:10.1016/0377-2217(88)90254-8.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkindex.analysis.uncertainty.weight_space import WeightSpace
    from parkindex.engine.arrays import BoolArray, FloatArray

    Same = Callable[[FloatArray], BoolArray]

What = Literal["leader", "top", "ranking", "tiers"]

STEPS = 400
"""Steps from nothing to one in which weights are followed where nothing better is known."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Within ``low`` and ``high`` the share of ``code`` (``stated`` now) changes nothing; ``exact`` or followed."""

    code: str
    what: What
    stated: float
    low: float
    high: float
    exact: bool


def stability(space: WeightSpace, what: What, *, top: int = 3) -> tuple[Interval, ...]:
    """Return the interval of every share of the space within which ``what`` stays as it is.

    'leader': the same unit or units are first; 'top': the same units are among the best ``top``; 'ranking': every rank;
    'tiers': every tier. A single child has no interval: its share is one whatever happens.
    """
    return tuple(_interval(space, child, what, top) for child in range(len(space.shares)) if space.shares[child] < 1)


def moved(space: WeightSpace, child: int, share: FloatArray) -> FloatArray:
    """Return shares (..., children) with one set to ``share`` (...,) and the others in their old proportions."""
    rest = space.shares * (1 - np.asarray(share)[..., None]) / (1 - space.shares[child])
    rest[..., child] = share
    return np.asarray(rest)


def _interval(space: WeightSpace, child: int, what: What, top: int) -> Interval:
    stated = float(space.shares[child])
    thresholds = what == "tiers" and space.evaluation.method.tiers.name == "thresholds" and space.power == 1.0
    exact = space.matrix is not None and (what != "tiers" or thresholds) and space.evaluation.method.decimals is None
    low, high = _exact(space, child, what, top) if exact else _followed(space, child, what, top)
    return Interval(space.codes[child], what, stated, low, high, exact)


def _exact(space: WeightSpace, child: int, what: What, top: int) -> tuple[float, float]:
    """Return where the first of the straight lines that must not cross do."""
    assert space.matrix is not None  # noqa: S101 - told apart by the caller
    at_none, at_all = (space.matrix @ moved(space, child, np.asarray(share)) for share in (0.0, 1.0))
    ranks = space.evaluation.ranks[space.units]
    if what == "tiers":
        cuts = np.asarray(space.evaluation.method.tiers.parameters.get("at", (95.0, 87.0)))
        tiers = space.evaluation.tiers[space.units]
        sign = np.where(tiers[:, None] <= np.arange(1, len(cuts) + 1), 1.0, -1.0)
        return _never_negative(
            ((at_none[:, None] - cuts) * sign).ravel(), ((at_all[:, None] - cuts) * sign).ravel(), space.shares[child]
        )
    ahead = _pairs_kept(ranks, what, top)
    first, second = np.nonzero(ahead)
    return _never_negative(at_none[first] - at_none[second], at_all[first] - at_all[second], space.shares[child])


def _pairs_kept(ranks: FloatArray, what: What, top: int) -> BoolArray:
    """Return the pairs (units, units) whose order must stay: the row's unit before the column's."""
    if what == "ranking":
        return np.asarray(ranks[:, None] < ranks)
    inside = ranks <= (1 if what == "leader" else top)
    return np.asarray(inside[:, None] & ~inside)


def _never_negative(at_none: FloatArray, at_all: FloatArray, stated: float) -> tuple[float, float]:
    """Return between which shares around ``stated`` no line, given at shares 0 and 1, falls below zero."""
    slope = at_all - at_none
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = -at_none / slope
    rising, falling = crossing[(slope > 0)], crossing[(slope < 0)]
    low = max([0.0, *rising[rising <= stated + 1e-12]])
    high = min([1.0, *falling[falling >= stated - 1e-12]])
    return float(min(low, stated)), float(max(high, stated))


def _followed(space: WeightSpace, child: int, what: What, top: int) -> tuple[float, float]:
    """Return the ends found by steps away from the stated share, halved where something changes."""
    same = _unchanged(space, child, what, top)
    stated = float(space.shares[child])
    ends = []
    for limit in (0.0, 1.0):
        path = np.linspace(stated, limit, max(2, int(abs(limit - stated) * STEPS) + 1))
        kept = same(path)
        broken = np.flatnonzero(~kept)
        if not len(broken):
            ends.append(limit)
            continue
        good, bad = path[max(int(broken[0]) - 1, 0)], path[int(broken[0])]
        for _ in range(40):
            middle = (good + bad) / 2
            good, bad = (middle, bad) if bool(same(np.array([middle]))[0]) else (good, middle)
        ends.append(float(good))
    return ends[0], ends[1]


def _unchanged(space: WeightSpace, child: int, what: What, top: int) -> Same:
    published = space.evaluation.tiers if what == "tiers" else space.evaluation.ranks
    best = 1 if what == "leader" else top

    def same(shares: FloatArray) -> BoolArray:
        ranks, tiers = space.standing(moved(space, child, shares))
        if what == "tiers":
            return np.asarray(((tiers == published) | np.isnan(published)).all(axis=-1))
        if what == "ranking":
            return np.asarray(((ranks == published) | np.isnan(published)).all(axis=-1))
        return np.asarray(((ranks <= best) == (published <= best)).all(axis=-1))

    return same
