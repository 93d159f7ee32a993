"""Summary statistics of indicators, with flags for what deserves a look (handbook step 4, multivariate analysis)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_values, extremes, medians, moments
from parkindex.engine.skewness import shape_of


@dataclass(frozen=True, eq=False)
class Summary:
    """Statistics of each indicator, (..., indicators).

    ``deviation``, ``skewness`` and ``kurtosis`` (excess) are those of samples; ``available``, ``non_zero``, ``unique``
    and ``most_frequent`` are counts (present values, those not zero, different values, units that share the commonest
    value).
    """

    units: int
    least: FloatArray
    greatest: FloatArray
    mean: FloatArray
    median: FloatArray
    deviation: FloatArray
    skewness: FloatArray
    kurtosis: FloatArray
    available: IntArray
    non_zero: IntArray
    unique: IntArray
    most_frequent: IntArray


def summary(x: ArrayLike) -> Summary:
    """Return the statistics of ``x`` (..., units, indicators) over the units; NaN where there are too few values."""
    values = as_values(x)
    low, high = extremes(values)
    count, mean, squares = moments(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        deviation = np.where(count > 1, np.sqrt(squares / (count - 1)), np.nan)
    skewed, peaked = shape_of(np.ascontiguousarray(np.swapaxes(values, -1, -2)))
    unique, frequent = _runs(values)
    zero = np.count_nonzero(values == 0, axis=-2)
    available = count[..., 0, :].astype(np.intp)
    return Summary(
        units=values.shape[-2],
        least=low[..., 0, :],
        greatest=high[..., 0, :],
        mean=mean[..., 0, :],
        median=medians(values)[..., 0, :],
        deviation=deviation[..., 0, :],
        skewness=skewed,
        kurtosis=peaked,
        available=available,
        non_zero=np.asarray(available - zero, dtype=np.intp),
        unique=unique,
        most_frequent=frequent,
    )


def _runs(values: FloatArray) -> tuple[IntArray, IntArray]:
    """Return the number of different values, and how many units share the commonest, for each indicator."""
    ordered = np.sort(values, axis=-2)
    present = ~np.isnan(ordered)
    first = present.copy()
    first[..., 1:, :] &= ordered[..., 1:, :] != ordered[..., :-1, :]
    position = np.arange(values.shape[-2])[:, None]
    start = np.maximum.accumulate(np.where(first, position, 0), axis=-2)
    length = np.where(present, position - start + 1, 0)
    return np.count_nonzero(first, axis=-2).astype(np.intp), length.max(axis=-2, initial=0).astype(np.intp)


@dataclass(frozen=True, eq=False)
class Flags:
    """What deserves a look, (..., indicators): each mask says where a limit is crossed."""

    scarce: BoolArray
    zeros: BoolArray
    same: BoolArray
    skewed: BoolArray


def flags(
    found: Summary,
    *,
    available: float = 0.65,
    non_zero: float = 0.5,
    unique: float = 0.5,
    skewness: float = 2.0,
    kurtosis: float = 3.5,
) -> Flags:
    """Mark indicators with too few present, non-zero or different values, and skewed ones to be treated."""
    present = np.maximum(found.available, 1)
    return Flags(
        scarce=found.available < available * found.units,
        zeros=found.non_zero < non_zero * present,
        same=found.unique < unique * present,
        skewed=(np.abs(found.skewness) >= skewness) & (found.kurtosis >= kurtosis),
    )
