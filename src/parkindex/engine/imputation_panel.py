"""Imputation over the years of a panel: ``x`` is (..., years, units, indicators), the years in order.

Each function fills from the unit's own values in other years; a unit that never has the value keeps the gap.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_values, filled, refuse
from parkindex.engine.parameters import Count, Years


def latest(x: ArrayLike, *, years: Years = None, within: Count | None = None) -> tuple[FloatArray, BoolArray]:
    """Carry the latest earlier value forward, for at most ``within`` years; gaps before the first value stay."""
    values = _as_panel(x)
    last = _carried(values, backward=False)
    estimate = _taken(values, last)
    if within is not None:
        year = as_years(years, values.shape[-3])
        reach = year.reshape(-1, 1, 1) - year[np.maximum(last, 0)]
        estimate = np.where(reach <= within, estimate, np.nan)
    return filled(values, estimate)


def constant(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Carry the latest earlier value forward, and the first value back to the years before it."""
    values = _as_panel(x)
    forward, back = _taken(values, _carried(values, backward=False)), _taken(values, _carried(values, backward=True))
    return filled(values, np.where(np.isnan(forward), back, forward))


def linear(x: ArrayLike, *, years: Years = None) -> tuple[FloatArray, BoolArray]:
    """Fill between two years on the straight line; before the first and after the last value with that value."""
    values = _as_panel(x)
    year = as_years(years, values.shape[-3])
    before, after = _carried(values, backward=False), _carried(values, backward=True)
    early, late = _taken(values, before), _taken(values, after)
    span = year[np.maximum(after, 0)] - year[np.maximum(before, 0)]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (year.reshape(-1, 1, 1) - year[np.maximum(before, 0)]) / span
        between = early + (late - early) * share
    ends = np.where(np.isnan(early), late, early)
    return filled(values, np.where(np.isnan(between), ends, between))


def as_years(years: ArrayLike | None, count: int) -> FloatArray:
    """Return the years as numbers that rise; 0, 1, 2 … when none are stated. Raises `MethodError` otherwise."""
    year = np.arange(count, dtype=np.float64) if years is None else np.asarray(years, dtype=np.float64)
    if year.shape != (count,) or not (np.diff(year) > 0).all():
        refuse("panel.years", "years", f"years must rise, one for each of the {count} on the axis before the units")
    return year


def _as_panel(x: ArrayLike) -> FloatArray:
    values = as_values(x)
    if values.ndim < 3:
        message = f"a panel needs the shape (..., years, units, indicators), got {values.shape}"
        refuse("panel.shape", "values", message, "several years are needed; with one, impute over units or indicators")
    return values


def _carried(values: FloatArray, *, backward: bool) -> IntArray:
    """Return for each year the position of the nearest year with a value, at or before it (or after); -1 for none."""
    position = np.arange(values.shape[-3]).reshape(-1, 1, 1)
    if backward:
        known = np.where(np.isnan(values), values.shape[-3], position)
        nearest = np.minimum.accumulate(known[..., ::-1, :, :], axis=-3)[..., ::-1, :, :]
        return np.asarray(np.where(nearest == values.shape[-3], -1, nearest))
    return np.asarray(np.maximum.accumulate(np.where(np.isnan(values), -1, position), axis=-3))


def _taken(values: FloatArray, position: IntArray) -> FloatArray:
    found = np.take_along_axis(values, np.maximum(position, 0), axis=-3)
    return np.where(position < 0, np.nan, found)
