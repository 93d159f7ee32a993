"""Aggregation by distance to an ideal: TOPSIS, VIKOR and grey relational analysis.

Shapes, weights and the rule for missing children are those of `parkindex.engine.aggregation`. The ideal is the best
score that any unit has in each child, so a score depends on which units are compared.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, extremes, refuse
from parkindex.engine.means import as_children, enough_present, present_weight, shares_of, spread, weighted_mean
from parkindex.engine.parameters import Positive, Share


def topsis(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the closeness to the ideal, 0 to 1: distance to the worst over the distances to worst and best together.

    Distances are Euclidean over the weighted children. The published normalisation is `vector`. Raises `MethodError`
    when no child tells any units apart. Source: Hwang and Yoon (1981), Multiple Attribute Decision Making,
    doi:10.1007/978-3-642-48318-9, section 3.2.
    """
    values, each = _prepared(x, weight)
    low, high = extremes(values)
    square = each * each
    to_best = np.sqrt(weighted_mean(values, square, 0.0, lambda column, child: (high[..., child] - column) ** 2))
    to_worst = np.sqrt(weighted_mean(values, square, 0.0, lambda column, child: (column - low[..., child]) ** 2))
    whole = to_best + to_worst
    if (whole == 0).any():
        refuse(
            "aggregation.no-distance", "topsis", "the best and the worst are the same, so there is no distance between"
        )
    return _where_enough(to_worst / whole, values, each, minimum_share)


def vikor(x: ArrayLike, weight: ArrayLike, *, majority: Share = 0.5, minimum_share: Share = 0.0) -> FloatArray:
    """Return 1 minus the VIKOR index Q, so that 1 is best: group utility and the greatest single regret, weighed.

    ``majority`` is the weight of the group utility (v in the paper). Children without spread add no regret.
    Source: Opricovic and Tzeng (2004), Compromise solution by MCDM methods, doi:10.1016/S0377-2217(03)00020-1.
    """
    values, each = _prepared(x, weight)
    low, high = extremes(values)
    span = np.where(high > low, high - low, np.inf)

    def regret(column: FloatArray, child: int) -> FloatArray:
        return np.asarray((high[..., child] - column) / span[..., child])

    utility = weighted_mean(values, each, 0.0, regret)
    worst = np.full(utility.shape, np.nan)
    for child in range(values.shape[-1]):
        np.fmax(worst, each[..., child] * regret(values[..., child], child), out=worst)
    index = majority * _between(utility) + (1 - majority) * _between(worst)
    return _where_enough(1 - index, values, each, minimum_share)


def grey_relational(
    x: ArrayLike, weight: ArrayLike, *, distinguishing: Positive = 0.5, minimum_share: Share = 0.0
) -> FloatArray:
    """Return the grey relational grade to the best scores: the weighted mean of the relational coefficients, at most 1.

    The smaller ``distinguishing`` (ζ in the paper), the farther the grades lie apart. The children must be on one
    scale; the published normalisation is `min_max` to 0 and 1. Sources: Deng (1982), doi:10.1016/S0167-6911(82)80025-X;
    Kuo, Yang and Huang (2008), doi:10.1016/j.cie.2007.12.002.
    """
    values, each = _prepared(x, weight)
    low, high = extremes(values)
    most = np.fmax.reduce(high - low, axis=-1)
    margin = np.where(most > 0, distinguishing * most, 1.0)
    return weighted_mean(
        values, each, minimum_share, lambda column, child: margin / (high[..., child] - column + margin)
    )


def _prepared(x: ArrayLike, weight: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return the scores and weights that sum to one, with an axis for the units."""
    values = as_children(x)
    return values, spread(shares_of(as_weight(weight, values.shape[-1])), values.ndim)


def _between(scores: FloatArray) -> FloatArray:
    """Rescale (..., units) so that the least is 0 and the greatest 1; all 0 without spread."""
    low, high = np.fmin.reduce(scores, axis=-1, keepdims=True), np.fmax.reduce(scores, axis=-1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(high > low, (scores - low) / (high - low), np.where(np.isnan(scores), np.nan, 0.0))


def _where_enough(score: FloatArray, values: FloatArray, weight: FloatArray, minimum_share: float) -> FloatArray:
    """Make scores missing where the share of weight present is below ``minimum_share``."""
    present = present_weight(values, weight)
    return np.where(enough_present(present, weight, minimum_share), score, np.nan)
