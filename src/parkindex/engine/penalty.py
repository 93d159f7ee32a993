"""Aggregation with a penalty for imbalance: the Mazziotta-Pareto index."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, listed, refuse
from parkindex.engine.means import as_children, spread, weighted_mean
from parkindex.engine.parameters import Share


def mazziotta_pareto(
    x: ArrayLike, weight: ArrayLike, *, penalty: Literal["down", "up"] = "down", minimum_share: Share = 0.0
) -> FloatArray:
    """Return the weighted mean less (``penalty`` 'down', for things to wish for) or plus the penalty for imbalance.

    The penalty is the deviation over the unit's children times their coefficient of variation: S² / M. The published
    normalisation is a z-score with mean 100 and deviation 10. Raises `MethodError` for a mean that is not positive.

    Source: Mazziotta and Pareto (2016), On a generalized non-compensatory composite index,
    doi:10.1007/s11205-015-0998-2; De Muro, Mazziotta and Pareto (2011), doi:10.1007/s11205-010-9727-z.
    """
    values = as_children(x)
    each = spread(as_weight(weight, values.shape[-1]), values.ndim)
    mean = weighted_mean(values, each, minimum_share)
    if (mean <= 0).any():
        units = np.flatnonzero((mean <= 0).any(axis=tuple(range(mean.ndim - 1))))
        hint = "normalise with z_score, mean 100 and deviation 10"
        refuse("aggregation.domain", listed("unit", units), "the mean of the children must be positive", hint)
    square = weighted_mean(values, each, 0.0, lambda column, _: (column - mean) ** 2)
    return np.asarray(mean - square / mean if penalty == "down" else mean + square / mean)
