"""Aggregation: join the scores of a node's children into the node's score (handbook step 6).

Every function takes ``x`` (..., units, children) and ``weight`` and returns (..., units). ``weight`` is (children,), or
(..., children) with the leading axes of ``x``, or has all axes of ``x`` where each unit has weights of its own. Weights
need not sum to one. The one rule for missing children: when the share of weight that is present reaches
``minimum_share`` the weights are renormalised over the present children, below it (and always when nothing is present)
the node is missing.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 6, doi:10.1787/9789264043466-en; power
means: Hardy, Littlewood and Polya (1934), Inequalities, chapter 2.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, as_weight, refuse_cells
from parkindex.engine.parameters import Number, Share


def power_mean(x: ArrayLike, weight: ArrayLike, *, p: Number = 1.0, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted power mean: ``p`` 1 arithmetic, 0 geometric, -1 harmonic, any other between the extremes.

    The smaller ``p``, the less a strong child makes up for a weak one. Raises `MethodError` for a value that is not
    positive under ``p <= 0``, or negative under any ``p`` but 1.
    """
    values = _as_children(x)
    each = _spread(as_weight(weight, values.shape[-1]), values.ndim)
    _check_domain(values, p)
    if p == 1:
        return _weighted_mean(values, each, minimum_share)
    if p == 0:
        return np.asarray(np.exp(_weighted_mean(np.log(values), each, minimum_share)))
    scale = np.fmax.reduce(values, axis=-1, keepdims=True) if p > 0 else np.fmin.reduce(values, axis=-1, keepdims=True)
    scale = np.where(scale == 0, 1.0, scale)
    mean = _weighted_mean((values / scale) ** p, each, minimum_share)
    with np.errstate(divide="ignore"):
        return np.asarray(mean ** (1 / p) * scale[..., 0])


def arithmetic(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted arithmetic mean: a weak child can be fully made up for."""
    return power_mean(x, weight, p=1.0, minimum_share=minimum_share)


def geometric(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted geometric mean: a weak child is made up for in part. All values must be positive."""
    return power_mean(x, weight, p=0.0, minimum_share=minimum_share)


def harmonic(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted harmonic mean: a weak child is hardly made up for. All values must be positive."""
    return power_mean(x, weight, p=-1.0, minimum_share=minimum_share)


def total(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 1.0) -> FloatArray:
    """Return the plain sum of the children's points; weights are ignored, since the points already carry them.

    A sum has nothing to renormalise: a missing child gives no points. The sum is missing when the share of children
    present is below ``minimum_share``, by default when any child is missing, and always when none is present.
    """
    values = _as_children(x)
    equal = _spread(np.ones(values.shape[-1]), values.ndim)
    points, present = _weighted_sum(values, equal)
    enough = (present >= minimum_share * values.shape[-1]) & (present > 0)
    return np.where(enough, points, np.nan)


def _as_children(x: ArrayLike) -> FloatArray:
    """Return ``x`` as float64 without copying: the kernels only ever go through it child by child."""
    if isinstance(x, np.ndarray) and x.dtype == np.float64 and x.ndim >= 2 and not np.isinf(x).any():
        return x
    return as_values(x)


def _spread(weight: FloatArray, axes: int) -> FloatArray:
    """Give ``weight`` an axis for the units, unless it already has one."""
    return weight if weight.ndim == axes else weight[..., None, :]


def _weighted_sum(values: FloatArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Add up child by child, in order, so that a stack of draws gives the same bits as each draw alone."""
    shape = np.broadcast_shapes(values.shape[:-1], weight.shape[:-1])
    missing = np.isnan(values) if np.isnan(values).any() else None
    points = np.zeros(shape)
    present = np.zeros(shape if missing is not None else weight.shape[:-1])
    for child in range(values.shape[-1]):
        share = weight[..., child]
        if missing is None:
            points += share * values[..., child]
            present += share
        else:
            absent = missing[..., child]
            points += np.where(absent, 0.0, share * values[..., child])
            present += np.where(absent, 0.0, share)
    return points, present


def _weighted_mean(values: FloatArray, weight: FloatArray, minimum_share: float) -> FloatArray:
    points, present = _weighted_sum(values, weight)
    whole = np.zeros(weight.shape[:-1])
    for child in range(weight.shape[-1]):
        whole += weight[..., child]
    enough = (present >= minimum_share * whole * (1 - 1e-12)) & (present > 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = points / present
    return mean if enough.all() else np.where(enough, mean, np.nan)


def _check_domain(values: FloatArray, p: float) -> None:
    """Refuse values outside the domain of the power mean; the one place where this is decided."""
    if p == 1:
        return
    wrong = values <= 0 if p <= 0 else values < 0
    if wrong.any():
        kind = "positive" if p <= 0 else "not negative"
        hint = "normalise to a range that starts above zero, for example min_max to [1, 100], or aggregate with p = 1"
        refuse_cells("aggregation.domain", wrong, f"values must be {kind} under a power mean with p = {p:g}", hint)


Aggregation = Callable[..., FloatArray]

AGGREGATIONS: dict[str, Aggregation] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
    "power": power_mean,
    "sum": total,
}
