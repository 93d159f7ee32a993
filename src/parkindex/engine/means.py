"""The weighted mean over children, with the one rule for missing ones; every aggregation that takes a mean uses it.

It goes through the children one by one, in order, so that a stack of draws gives the same bits as each draw alone, and
units stored side by side are worked through at the speed of memory.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values

SLACK = 1e-12
"""Shares present are compared with the least share up to this relative difference, so that rounding decides nothing."""


def as_children(x: ArrayLike) -> FloatArray:
    """Return ``x`` (..., units, children) as float64, without copying where it already is; infinity is refused."""
    if isinstance(x, np.ndarray) and x.dtype == np.float64 and x.ndim >= 2 and not np.isinf(x).any():
        return x
    return as_values(x)


def spread(weight: FloatArray, axes: int) -> FloatArray:
    """Give ``weight`` an axis for the units, unless it already has one."""
    return weight if weight.ndim == axes else weight[..., None, :]


def weighted_sum(values: FloatArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the sum of weight times value over the children present, and the weight present; shapes (..., units)."""
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


def weighted_mean(values: FloatArray, weight: FloatArray, minimum_share: float) -> FloatArray:
    """Return the mean over the children present.

    Missing where the share of weight present is below ``minimum_share``.
    """
    points, present = weighted_sum(values, weight)
    enough = enough_present(present, weight, minimum_share)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = points / present
    return mean if enough.all() else np.where(enough, mean, np.nan)


def enough_present(present: FloatArray, weight: FloatArray, minimum_share: float) -> np.ndarray:
    """Tell where the weight present reaches ``minimum_share`` of the whole; never where nothing is present."""
    whole = np.zeros(weight.shape[:-1])
    for child in range(weight.shape[-1]):
        whole += weight[..., child]
    return np.asarray((present >= minimum_share * whole * (1 - SLACK)) & (present > 0))


def shares_of(weight: FloatArray) -> FloatArray:
    """Rescale weights (..., children) to sum to one."""
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))
