"""Normalisation: bring indicators with different units of measure onto one scale (handbook step 5).

Every function takes ``x`` (..., units, indicators) and ``direction`` (indicators,) of -1 or 1 and returns values of the
shape of ``x`` in which higher is better. Missing values stay missing, an indicator without any value too. An indicator
whose present values are all the same (as with one unit only) carries no information: functions that need a spread raise
`MethodError`.

This file holds the linear ones; ranks, goalposts and targets, and classes have files of their own.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import (
    FloatArray,
    as_direction,
    as_values,
    extremes,
    moments,
    oriented,
    refuse_cells,
    refuse_indicators,
    require_spread,
)
from parkindex.engine.classes import categorical, rubric, two_sided
from parkindex.engine.goalposts import distance_to_best, distance_to_target, distance_to_unit, goalposts
from parkindex.engine.normalised_ranks import borda, percentile_rank, rank
from parkindex.engine.parameters import Number, Positive, Range


def none(x: ArrayLike, direction: ArrayLike) -> FloatArray:
    """Leave the values in their own units of measure; under a negative direction they count against (sign turned)."""
    values = as_values(x)
    return oriented(values, as_direction(direction, values.shape[-1]))


def min_max(x: ArrayLike, direction: ArrayLike, *, to: Range = (0.0, 100.0)) -> FloatArray:
    """Rescale each indicator linearly so that its worst value is ``to[0]`` and its best ``to[1]``."""
    values = as_values(x)
    values = oriented(values, as_direction(direction, values.shape[-1]))
    low, high = extremes(values)
    require_spread(low, high)
    rescaled: FloatArray = values - low
    rescaled /= high - low
    rescaled *= to[1] - to[0]
    if to[0] != 0:
        rescaled += to[0]
    return rescaled


def z_score(x: ArrayLike, direction: ArrayLike, *, mean: Number = 0.0, deviation: Positive = 1.0) -> FloatArray:
    """Rescale each indicator linearly to the stated mean and standard deviation (of the sample: divisor n - 1)."""
    values = as_values(x)
    values = oriented(values, as_direction(direction, values.shape[-1]))
    require_spread(*extremes(values))
    count, centre, squares = moments(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        rescaled: FloatArray = (values - centre) / np.sqrt(squares / (count - 1))
    rescaled *= deviation
    rescaled += mean
    return rescaled


def t_score(x: ArrayLike, direction: ArrayLike) -> FloatArray:
    """Rescale each indicator linearly to mean 50 and standard deviation 10 (McCall's T)."""
    return z_score(x, direction, mean=50.0, deviation=10.0)


def share_of_best(x: ArrayLike, direction: ArrayLike, *, to: Positive = 100.0) -> FloatArray:
    """Give the best unit ``to`` points and every other its share of the best value; keeps ratios, needs no spread.

    Where higher is better x / greatest * ``to``, and values must not be negative, the greatest above zero; where lower
    is better least / x * ``to``, and values must be positive. Raises `MethodError` otherwise.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    low, high = extremes(values)
    wrong = (values < 0) | ((values == 0) & ((sign < 0) | (high == 0)))
    if wrong.any():
        hint = "use min_max, or shift the indicator so that zero means none of it"
        refuse_cells("normalisation.not-positive", wrong, "a share of the best needs positive values", hint)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(sign > 0, values / high, low / values) * to)


def vector(x: ArrayLike, direction: ArrayLike, *, to: Positive = 1.0) -> FloatArray:
    """Divide by the root of the sum of squares; where lower is better 1 minus that. Keeps ratios and distances.

    Raises `MethodError` for an indicator of zeros. Source: Hwang and Yoon (1981), doi:10.1007/978-3-642-48318-9,
    chapter 2.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    low, high = extremes(values)
    largest = np.maximum(high, -low)
    _require_some(largest)
    scale = np.where((largest > 1e100) | (largest < 1e-100), largest, 1.0)
    scaled = values / scale if (scale != 1).any() else values
    present = np.where(np.isnan(scaled), 0.0, scaled) if np.isnan(scaled).any() else scaled
    norm = np.sqrt((present * present).sum(axis=-2, keepdims=True))
    shares: FloatArray = scaled / norm
    if (sign < 0).any():
        shares = np.where(sign > 0, shares, 1.0 - shares)
    shares *= to
    return shares


def total(x: ArrayLike, direction: ArrayLike, *, to: Positive = 1.0) -> FloatArray:
    """Divide by the sum over the units; where lower is better the reciprocals are shared out instead.

    Values must not be negative, and positive where lower is better; `MethodError` otherwise, and for an indicator of
    zeros.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    wrong = (values < 0) | ((values == 0) & (sign < 0))
    if wrong.any():
        refuse_cells("normalisation.not-positive", wrong, "a share of the total needs positive values", "use min_max")
    _require_some(np.fmax.reduce(values, axis=-2, keepdims=True))
    with np.errstate(divide="ignore"):
        amounts = np.where(sign > 0, values, 1.0 / values)
    return np.asarray(amounts / np.where(np.isnan(amounts), 0.0, amounts).sum(axis=-2, keepdims=True) * to)


def _require_some(largest: FloatArray) -> None:
    """Raise `MethodError` for each indicator whose largest value is zero."""
    wrong = (largest == 0).any(axis=tuple(range(largest.ndim - 1)))
    if np.any(wrong):
        refuse_indicators(
            "normalisation.zeros",
            np.asarray(wrong),
            "all values are zero, so there is nothing to divide by",
            "check the values, or leave the indicator out",
        )


Normalisation = Callable[..., FloatArray]

NORMALISATIONS: dict[str, Normalisation] = {
    "none": none,
    "min_max": min_max,
    "z_score": z_score,
    "t_score": t_score,
    "rank": rank,
    "borda": borda,
    "percentile_rank": percentile_rank,
    "goalposts": goalposts,
    "distance_to_best": distance_to_best,
    "distance_to_unit": distance_to_unit,
    "distance_to_target": distance_to_target,
    "share_of_best": share_of_best,
    "vector": vector,
    "total": total,
    "rubric": rubric,
    "categorical": categorical,
    "two_sided": two_sided,
}
