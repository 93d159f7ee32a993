"""Ranking: 1 is best, and units that tie share a rank by a stated rule.

``scores`` is (..., units), higher is better; ranks are float64 of the same shape; a missing score has no rank (NaN) and
takes no place away from another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_labels, as_values
from parkindex.engine.parameters import Decimals, Group

Ties = Literal["min", "dense", "average", "max"]


def rank(scores: ArrayLike, *, ties: Ties = "min", decimals: Decimals | None = None) -> FloatArray:
    """Rank the units, 1 for the highest score.

    ``ties``: 'min' gives all the best of their places (1, 2, 2, 4), 'max' the worst (1, 3, 3, 4), 'average' the mean
    (1, 2.5, 2.5, 4), 'dense' leaves no gap (1, 2, 2, 3). ``decimals``: scores that agree when rounded to so many places
    tie.
    """
    values = as_values(scores, least_axes=1)
    if decimals is not None:
        values = np.round(values, int(decimals))
    order = np.argsort(-values, axis=-1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=-1)
    places = _places(ordered, ties)
    ranks = np.empty_like(values)
    np.put_along_axis(ranks, order, places, axis=-1)
    return np.where(np.isnan(values), np.nan, ranks)


def _places(ordered: FloatArray, ties: Ties) -> FloatArray:
    """Return the place of each score of ``ordered`` (..., units), best first."""
    first = np.ones(ordered.shape, dtype=np.bool_)
    first[..., 1:] = ordered[..., 1:] != ordered[..., :-1]
    if ties == "dense":
        return np.cumsum(first, axis=-1).astype(np.float64)
    count = ordered.shape[-1]
    place = np.arange(1, count + 1, dtype=np.float64)
    best = np.maximum.accumulate(np.where(first, place, 0.0), axis=-1)
    if ties == "min":
        return np.asarray(best)
    last = np.ones(ordered.shape, dtype=np.bool_)
    last[..., :-1] = first[..., 1:]
    worst = np.minimum.accumulate(np.where(last, place, np.inf)[..., ::-1], axis=-1)[..., ::-1]
    return np.asarray(worst if ties == "max" else (best + worst) / 2)


def rank_within_groups(
    scores: ArrayLike, *, group: Group, ties: Ties = "min", decimals: Decimals | None = None
) -> FloatArray:
    """Rank the units among those of their own group, 1 for the highest score of each.

    ``group`` (units,) holds labels.
    """
    values = as_values(scores, least_axes=1)
    ranks = np.empty(values.shape)
    for members in as_labels(group, values.shape[-1]):
        ranks[..., members] = rank(np.take(values, members, axis=-1), ties=ties, decimals=decimals)
    return ranks


Ranking = Callable[..., FloatArray]

RANKINGS: dict[str, Ranking] = {
    "rank": rank,
    "rank_within_groups": rank_within_groups,
}
