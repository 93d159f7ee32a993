"""Normalisation by order: ranks, Borda points and percentile ranks; outliers lose their pull, distances are forgotten.

The shapes, missing values and directions are those of `parkindex.engine.normalisation`. Ties are given the same number;
a constant indicator gives every unit the same, since an order needs no spread.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5.1, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_direction, as_values, oriented
from parkindex.engine.ranking import Ties
from parkindex.engine.ranking import rank as places


def rank(x: ArrayLike, direction: ArrayLike, *, ties: Ties = "min") -> FloatArray:
    """Give the worst unit 1 and the best the number of units; ties by the stated rule, counted from the worst."""
    return _from_worst(x, direction, ties)[0]


def borda(x: ArrayLike, direction: ArrayLike) -> FloatArray:
    """Give a point for each unit that is worse and half a point for each that ties.

    Source: Borda (1781), Mémoire sur les élections au scrutin.
    """
    return _from_worst(x, direction, "average")[0] - 1


def percentile_rank(x: ArrayLike, direction: ArrayLike, *, ties: Ties = "min") -> FloatArray:
    """Give the worst unit 0 and the best 1: (rank from the worst - 1) / (units present - 1); a single unit gets 1."""
    ranks, count = _from_worst(x, direction, ties)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(np.isnan(ranks), np.nan, np.where(count > 1, (ranks - 1) / (count - 1), 1.0))


def _from_worst(x: ArrayLike, direction: ArrayLike, ties: Ties) -> tuple[FloatArray, FloatArray]:
    """Return ranks counted from the worst, and how many units are present, both for each indicator."""
    values = as_values(x)
    turned = oriented(values, as_direction(direction, values.shape[-1]))
    ranks = np.swapaxes(places(np.swapaxes(-turned, -1, -2), ties=ties), -1, -2)
    count = np.count_nonzero(~np.isnan(values), axis=-2, keepdims=True).astype(np.float64)
    return np.ascontiguousarray(ranks), count
