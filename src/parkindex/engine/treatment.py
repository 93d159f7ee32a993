"""Outlier treatment: bring in the extreme values of skewed indicators (handbook, section on data treatment).

Every function takes ``x`` (..., units, indicators) and returns the treated values with a mask of what was changed.
Missing values stay missing. Skewness and kurtosis are the unbiased ones of samples (G1 and the excess G2).

Source: JRC Competence Centre on Composite Indicators, the skewness and kurtosis rule (|skewness| > 2 and kurtosis >
3.5); Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, doi:10.1111/1467-9884.00122.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, as_values
from parkindex.engine.parameters import Counted, Positive


def none(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Leave every value as it is."""
    values = as_values(x)
    return values, np.zeros(values.shape, dtype=np.bool_)


def winsorise(
    x: ArrayLike, *, skewness: Positive = 2.0, kurtosis: Positive = 3.5, limit: Counted = 5
) -> tuple[FloatArray, BoolArray]:
    """Set the extreme values of a skewed indicator to the next value, until it passes or ``limit`` are moved.

    An indicator passes when its absolute skewness is below ``skewness`` or its kurtosis below ``kurtosis``. The high
    end is brought in under positive skewness, the low end under negative; values that tie at the end move together and
    count each.
    """
    values = as_values(x)
    columns = np.swapaxes(values, -1, -2).copy(order="C").reshape(-1, values.shape[-2])
    failing = np.flatnonzero(~passes(columns, skewness, kurtosis))
    if len(failing):
        columns[failing] = _bring_in(columns[failing], skewness, kurtosis, int(limit))
    shape = (*values.shape[:-2], values.shape[-1], values.shape[-2])
    treated = np.ascontiguousarray(np.swapaxes(columns.reshape(shape), -1, -2))
    return treated, changed(values, treated)


def _bring_in(columns: FloatArray, skewness: float, kurtosis: float, limit: int) -> FloatArray:
    """Winsorise each of ``columns`` (indicators, units), none of which passes yet."""
    original = columns.copy()
    columns = columns.copy()
    active = np.arange(len(columns))
    while len(active):
        current = columns[active]
        sign = np.where(shape_of(current)[0] >= 0, 1.0, -1.0)[:, None]
        turned = current * sign
        end = turned == np.fmax.reduce(turned, axis=-1, keepdims=True)
        following = np.fmax.reduce(np.where(end, np.nan, turned), axis=-1, keepdims=True) * sign
        moved = np.where(end, following, current)
        points = np.count_nonzero(changed(original[active], moved), axis=-1)
        within = (points <= limit) & ~np.isnan(following[:, 0])
        active = active[within]
        columns[active] = moved[within]
        active = active[~passes(columns[active], skewness, kurtosis)]
    return columns


def passes(columns: FloatArray, skewness: float, kurtosis: float) -> BoolArray:
    """Tell which of ``columns`` (indicators, units) keep within the rule.

    One without spread or with few values does.
    """
    skewed, peaked = shape_of(columns)
    return ~((np.abs(skewed) >= skewness) & (peaked >= kurtosis))


def shape_of(columns: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return sample skewness G1 and excess kurtosis G2 of ``columns`` (..., units).

    NaN below 3 and 4 values, or no spread.
    """
    missing = np.isnan(columns)
    n = (columns.shape[-1] - np.count_nonzero(missing, axis=-1)).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(missing, 0.0, columns).sum(axis=-1) / n
        deviation = np.where(missing, 0.0, columns - mean[..., None])
        square = deviation * deviation
        second, third = square.sum(axis=-1) / n, (square * deviation).sum(axis=-1) / n
        fourth = (square * square).sum(axis=-1) / n
        skewed = np.where(n > 2, third / second**1.5 * np.sqrt(n * (n - 1)) / (n - 2), np.nan)
        excess = fourth / second**2 - 3
        peaked = np.where(n > 3, ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3)), np.nan)
    return skewed, peaked


def changed(before: FloatArray, after: FloatArray) -> BoolArray:
    """Return the mask of values that differ; missing in both is no difference."""
    return np.asarray((before != after) & ~(np.isnan(before) & np.isnan(after)))


Treatment = Callable[..., tuple[FloatArray, BoolArray]]

TREATMENTS: dict[str, Treatment] = {
    "none": none,
    "winsorise": winsorise,
}
