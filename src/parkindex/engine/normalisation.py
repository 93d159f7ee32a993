"""Normalisation: bring indicators with different units of measure onto one scale (handbook step 5).

Every function takes ``x`` (..., units, indicators) and ``direction`` (indicators,) of -1 or 1 and returns values of the
shape of ``x`` in which higher is better. Missing values stay missing, an indicator without any value too. An indicator
whose present values are all the same (as with one unit only) carries no information: functions that need a spread raise
`MethodError`.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_direction, as_values, extremes, refuse_cells, require_spread
from parkindex.engine.parameters import Positive, Range


def none(x: ArrayLike, direction: ArrayLike) -> FloatArray:
    """Leave the values as they are, in their own units of measure.

    Under a negative direction they count against (sign turned).
    """
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
    rescaled += to[0]
    return rescaled


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
        return np.where(sign > 0, values / high, low / values) * to


def oriented(values: FloatArray, sign: FloatArray) -> FloatArray:
    """Turn the sign of the indicators for which lower is better, so that higher is better in all."""
    return values if (sign > 0).all() else values * sign


Normalisation = Callable[..., FloatArray]

NORMALISATIONS: dict[str, Normalisation] = {
    "none": none,
    "min_max": min_max,
    "share_of_best": share_of_best,
}
