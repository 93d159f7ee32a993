"""Fuzzy comprehensive evaluation (模糊综合评价): how far a unit belongs to each grade, and the score that follows."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, refuse
from parkindex.engine.means import as_children, enough_present, present_weight, shares_of, spread
from parkindex.engine.parameters import Numbers, Share

Operator = Literal["weighted_mean", "main_factor", "min_max", "bounded_sum"]


def fuzzy(
    x: ArrayLike,
    weight: ArrayLike,
    *,
    grades: Numbers = (0.0, 25.0, 50.0, 75.0, 100.0),
    operator: Operator = "weighted_mean",
    minimum_share: Share = 0.0,
) -> FloatArray:
    """Return the score by fuzzy evaluation.

    Memberships of the grades, joined over the children, times the grades' points.

    ``grades`` rise; a child's score belongs to the two grades next to it, the more the nearer; beyond the ends to the
    end. Under 'weighted_mean' this equals the arithmetic mean of scores within the grades; the other operators let the
    heaviest child decide. Sources: Zadeh (1965), doi:10.1016/S0019-9958(65)90241-X; Wang (1983), Fuzzy Sets Theory and
    its Applications (in Chinese).
    """
    values = as_children(x)
    each = spread(shares_of(as_weight(weight, values.shape[-1])), values.ndim)
    joined = composition(membership(values, grades), each, operator)
    with np.errstate(invalid="ignore", divide="ignore"):
        score = (joined * np.asarray(grades, dtype=np.float64)).sum(axis=-1) / joined.sum(axis=-1)
    present = present_weight(values, each)
    return np.where(enough_present(present, each, minimum_share), score, np.nan)


def membership(x: ArrayLike, grades: Numbers) -> FloatArray:
    """Return how far each score belongs to each grade, (..., grades), triangular between grades, summing to one."""
    points = np.asarray(grades, dtype=np.float64)
    if len(points) < 2 or not (np.diff(points) > 0).all():
        refuse("aggregation.grades", "grades", f"grades must rise and be at least two (got {list(grades)})")
    values = np.clip(np.asarray(x, dtype=np.float64), points[0], points[-1])
    missing = np.isnan(values)
    upper = np.clip(np.searchsorted(points, np.where(missing, points[0], values), side="right"), 1, len(points) - 1)
    share = (values - points[upper - 1]) / (points[upper] - points[upper - 1])
    belongs = np.zeros((*values.shape, len(points)))
    np.put_along_axis(belongs, upper[..., None], np.where(missing, np.nan, share)[..., None], axis=-1)
    np.put_along_axis(belongs, upper[..., None] - 1, np.where(missing, np.nan, 1 - share)[..., None], axis=-1)
    return belongs


def composition(belongs: ArrayLike, weight: ArrayLike, operator: Operator = "weighted_mean") -> FloatArray:
    """Join memberships (..., children, grades) by weights (..., children) into (..., grades).

    Missing children count nothing.

    'weighted_mean' sums weight times membership; 'main_factor' takes the greatest of these; 'min_max' the greatest of
    the lesser of weight and membership; 'bounded_sum' sums the lesser of the two, at most 1.
    """
    degree = np.nan_to_num(np.asarray(belongs, dtype=np.float64), nan=0.0)
    share = np.asarray(weight, dtype=np.float64)[..., None]
    if operator == "weighted_mean":
        return np.asarray((share * degree).sum(axis=-2))
    if operator == "main_factor":
        return np.asarray((share * degree).max(axis=-2))
    lesser = np.minimum(share, degree)
    return np.asarray(lesser.max(axis=-2) if operator == "min_max" else np.minimum(lesser.sum(axis=-2), 1.0))
