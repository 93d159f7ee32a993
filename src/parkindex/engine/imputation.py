"""Imputation: fill missing values (handbook step 3). A present value is never touched.

Every function takes ``x`` (..., units, indicators) and returns the completed values with a mask of what was filled in,
both of the shape of ``x``. An indicator without any value stays missing: there is nothing to fill it from.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 3, doi:10.1787/9789264043466-en; Little
and Rubin (2002), Statistical Analysis with Missing Data, doi:10.1002/9781119013563.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, as_values, moments


def none(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Leave every value as it is."""
    values = as_values(x)
    return values, np.zeros(values.shape, dtype=np.bool_)


def mean(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Fill with the mean of the indicator over the units that have it."""
    values = as_values(x)
    return filled(values, moments(values)[1])


def median(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Fill with the median of the indicator over the units that have it."""
    values = as_values(x)
    return filled(values, medians(values))


def filled(values: FloatArray, estimate: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Put ``estimate`` (broadcast to ``values``) where values are missing; return with the mask of what was put."""
    mask = np.isnan(values)
    completed = np.where(mask, estimate, values)
    return completed, mask & ~np.isnan(completed)


def medians(values: FloatArray) -> FloatArray:
    """Return the median over the units, ``(..., 1, indicators)``, missing left out; all missing gives NaN."""
    ordered = np.sort(values, axis=-2)
    count = values.shape[-2] - np.count_nonzero(np.isnan(values), axis=-2, keepdims=True)
    low = np.take_along_axis(ordered, np.maximum((count - 1) // 2, 0), axis=-2)
    high = np.take_along_axis(ordered, np.minimum(count // 2, values.shape[-2] - 1), axis=-2)
    return np.where(count > 0, (low + high) / 2, np.nan)


Imputation = Callable[..., tuple[FloatArray, BoolArray]]

IMPUTATIONS: dict[str, Imputation] = {
    "none": none,
    "mean": mean,
    "median": median,
}
