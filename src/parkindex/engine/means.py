"""The weighted mean over children, with the one rule for missing ones; every aggregation that takes a mean uses it.

It goes through the children one by one, in order, so that a stack of draws gives the same bits as each draw alone, and
units stored side by side are worked through at the speed of memory.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values

Transform = Callable[[FloatArray, int], FloatArray]

SLACK = 1e-12
"""Shares present are compared with the least share up to this relative difference, so that rounding decides nothing."""


def as_children(x: ArrayLike) -> FloatArray:
    """Return ``x`` (..., units, children) as float64, each child one run of memory; infinity is refused.

    Scores that lie node by node, as those of a run do, are not copied.
    """
    values = np.asarray(x, dtype=np.float64) if isinstance(x, np.ndarray) and x.dtype == np.float64 else as_values(x)
    if values.ndim < 2:
        return as_values(values)
    by_child = np.ascontiguousarray(np.moveaxis(values, -1, 0))
    if np.isinf(by_child).any():
        return as_values(values)
    return np.moveaxis(by_child, 0, -1)


def spread(weight: FloatArray, axes: int) -> FloatArray:
    """Give ``weight`` an axis for the units, unless it already has one."""
    return weight if weight.ndim == axes else weight[..., None, :]


def weighted_sum(
    values: FloatArray, weight: FloatArray, transform: Transform | None = None
) -> tuple[FloatArray, FloatArray]:
    """Return the sum of weight times value over the children present, and the weight present; shapes (..., units).

    ``transform`` takes the values (..., units) and the position of a child and returns what is summed instead of them.
    """
    shape = np.broadcast_shapes(values.shape[:-1], weight.shape[:-1])
    points, buffer = np.zeros(shape), np.empty(shape)
    for child in range(values.shape[-1]):
        column = values[..., child]
        np.multiply(column if transform is None else transform(column, child), weight[..., child], out=buffer)
        points += buffer
    # a gap anywhere shows in the sum, so that nothing need be searched for gaps beforehand
    return _sum_with_gaps(values, weight, transform) if np.isnan(points).any() else (points, _whole(weight))


def _sum_with_gaps(
    values: FloatArray, weight: FloatArray, transform: Transform | None
) -> tuple[FloatArray, FloatArray]:
    """Do the same with gaps left out; units without any get the same bits."""
    shape = np.broadcast_shapes(values.shape[:-1], weight.shape[:-1])
    points, present, buffer = np.zeros(shape), np.zeros(shape), np.empty(shape)
    for child in range(values.shape[-1]):
        share, column = weight[..., child], values[..., child]
        absent = np.isnan(column)
        np.multiply(column if transform is None else transform(column, child), share, out=buffer)
        buffer[np.broadcast_to(absent, shape)] = 0.0
        points += buffer
        present += np.where(absent, 0.0, share)
    return points, present


def _whole(weight: FloatArray) -> FloatArray:
    """Add up the weights (..., children) child by child."""
    whole = np.zeros(weight.shape[:-1])
    for child in range(weight.shape[-1]):
        whole += weight[..., child]
    return whole


def weighted_mean(
    values: FloatArray, weight: FloatArray, minimum_share: float, transform: Transform | None = None
) -> FloatArray:
    """Return the mean over the children present, transformed child by child as in `weighted_sum`.

    Missing where the share of weight present is below ``minimum_share``.
    """
    points, present = weighted_sum(values, weight, transform)
    enough = enough_present(present, weight, minimum_share)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = points / present
    return mean if enough.all() else np.where(enough, mean, np.nan)


def present_weight(values: FloatArray, weight: FloatArray) -> FloatArray:
    """Return the weight of the children that each unit has, (..., units), or one for all where nothing is missing."""
    if not np.isnan(values).any():
        return _whole(weight)
    present = np.zeros(np.broadcast_shapes(values.shape[:-1], weight.shape[:-1]))
    for child in range(values.shape[-1]):
        present += np.where(np.isnan(values[..., child]), 0.0, weight[..., child])
    return present


def enough_present(present: FloatArray, weight: FloatArray, minimum_share: float) -> np.ndarray:
    """Tell where the weight present reaches ``minimum_share`` of the whole; never where nothing is present."""
    return np.asarray((present >= minimum_share * _whole(weight) * (1 - SLACK)) & (present > 0))


def shares_of(weight: FloatArray) -> FloatArray:
    """Rescale weights (..., children) to sum to one."""
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))
