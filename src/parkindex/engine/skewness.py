"""Skewness and kurtosis of samples, and the rule by which an indicator passes without treatment.

Works on columns (columns, units), one row of memory each, so that a stack of draws is treated as each draw alone.
"""

from __future__ import annotations

import numpy as np

from parkindex.engine.arrays import BoolArray, FloatArray


def columns_of(values: FloatArray) -> FloatArray:
    """Return a copy of ``values`` (..., units, indicators) as (columns, units)."""
    return np.swapaxes(values, -1, -2).copy(order="C").reshape(-1, values.shape[-2])


def restored(columns: FloatArray, values: FloatArray) -> FloatArray:
    """Return ``columns`` (columns, units) in the shape of ``values``."""
    shape = (*values.shape[:-2], values.shape[-1], values.shape[-2])
    return np.ascontiguousarray(np.swapaxes(columns.reshape(shape), -1, -2))


def passes(columns: FloatArray, skewness: float, kurtosis: float) -> BoolArray:
    """Tell which columns keep within the rule; one without spread or with few values does."""
    skewed, peaked = shape_of(columns)
    return np.asarray(~((np.abs(skewed) >= skewness) & (peaked >= kurtosis)))


def shape_of(columns: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return sample skewness G1 and excess kurtosis G2 of columns (..., units).

    NaN below three and four values, and without spread. Source: Joanes and Gill (1998), doi:10.1111/1467-9884.00122.
    """
    missing = np.isnan(columns)
    n = (columns.shape[-1] - np.count_nonzero(missing, axis=-1)).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(missing, 0.0, columns).sum(axis=-1) / n
        deviation = np.where(missing, 0.0, columns - mean[..., None])
        scale = np.abs(deviation).max(axis=-1)
        deviation = deviation / np.where(scale > 0, scale, 1.0)[..., None]
        square = deviation * deviation
        second, third = square.sum(axis=-1) / n, (square * deviation).sum(axis=-1) / n
        fourth = (square * square).sum(axis=-1) / n
        spread = scale > 1e-12 * np.abs(mean)
        skewed = np.where((n > 2) & spread, third / second**1.5 * np.sqrt(n * (n - 1)) / (n - 2), np.nan)
        excess = fourth / second**2 - 3
        peaked = np.where((n > 3) & spread, ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3)), np.nan)
    return skewed, peaked


def changed(before: FloatArray, after: FloatArray) -> BoolArray:
    """Return the mask of values that differ; missing in both is no difference."""
    return np.asarray((before != after) & ~(np.isnan(before) & np.isnan(after)))
