"""Normalisation against fixed marks: goalposts, and distances to the best unit, to a chosen unit, and to a target.

The shapes, missing values and directions are those of `parkindex.engine.normalisation`. With marks from outside, scores
stay comparable when units join or leave and from year to year.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import (
    BoolArray,
    FloatArray,
    as_direction,
    as_per_indicator,
    as_values,
    extremes,
    oriented,
    refuse,
    refuse_indicators,
    require_spread,
)
from parkindex.engine.parameters import OneUnit, PerIndicator, Range


def goalposts(
    x: ArrayLike,
    direction: ArrayLike,
    *,
    low: PerIndicator,
    high: PerIndicator,
    to: Range = (0.0, 100.0),
    truncate: bool = True,
) -> FloatArray:
    """Rescale linearly between stated marks, in the indicator's own unit of measure whatever its direction.

    Where higher is better ``low`` scores ``to[0]`` and ``high`` ``to[1]``; where lower is better the other way round.
    Values beyond a mark score as the mark itself, or go on beyond with ``truncate`` false.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    bottom, top = as_per_indicator("low", low, values.shape[-1]), as_per_indicator("high", high, values.shape[-1])
    if (bottom >= top).any():
        refuse_indicators("normalisation.goalposts", bottom >= top, "'low' must be below 'high'")
    share = np.where(sign > 0, values - bottom, top - values) / (top - bottom)
    return _scaled(share, to, truncate=truncate)


def distance_to_best(x: ArrayLike, direction: ArrayLike, *, to: Range = (0.0, 100.0)) -> FloatArray:
    """Score 1 minus the distance to the best unit as a share of the distance from the worst to the best.

    The best unit scores ``to[1]``, the worst ``to[0]``: the same numbers as `min_max`, read as distances.
    """
    values, low, high = _turned(x, direction)
    require_spread(low, high)
    return _scaled(1 - (high - values) / (high - low), to, truncate=False)


def distance_to_unit(
    x: ArrayLike, direction: ArrayLike, *, unit: OneUnit, to: Range = (0.0, 100.0), truncate: bool = False
) -> FloatArray:
    """Score 1 minus the distance to one unit as a share of the distance from the worst to that unit.

    The unit scores ``to[1]`` and those ahead of it more, unless ``truncate``. Raises `MethodError` where the unit has
    no value or is itself the worst.
    """
    values, low, _ = _turned(x, direction)
    if not -values.shape[-2] <= int(unit) < values.shape[-2]:
        refuse("normalisation.unit", f"unit #{unit}", f"there are {values.shape[-2]} units")
    reference = values[..., int(unit), None, :]
    lost = np.isnan(reference) & ~np.isnan(low)
    if lost.any():
        refuse_indicators("normalisation.unit", _by_indicator(lost), "the reference unit has no value")
    _require_ahead(low, reference, "the reference unit is itself the worst")
    return _scaled(1 - (reference - values) / (reference - low), to, truncate=truncate)


def distance_to_target(
    x: ArrayLike, direction: ArrayLike, *, target: PerIndicator, to: Range = (0.0, 100.0), truncate: bool = True
) -> FloatArray:
    """Score 1 minus the distance to the target as a share of the distance from the worst unit to the target.

    Reaching the target scores ``to[1]``, exceeding it no more unless ``truncate`` is false; no unit need reach it.
    Raises `MethodError` where even the worst unit reaches the target, since there is then no distance to share.
    """
    values, low, _ = _turned(x, direction)
    sign = as_direction(direction, values.shape[-1])
    aim = as_per_indicator("target", target, values.shape[-1]) * sign
    _require_ahead(low, aim, "every unit reaches the target already")
    return _scaled(1 - (aim - values) / (aim - low), to, truncate=truncate)


def _turned(x: ArrayLike, direction: ArrayLike) -> tuple[FloatArray, FloatArray, FloatArray]:
    values = as_values(x)
    values = oriented(values, as_direction(direction, values.shape[-1]))
    return values, *extremes(values)


def _scaled(share: FloatArray, to: tuple[float, float], *, truncate: bool) -> FloatArray:
    """Put shares of 0 to 1 onto the scale ``to``."""
    held = np.clip(share, 0.0, 1.0) if truncate else share
    return np.asarray(held * (to[1] - to[0]) + to[0])


def _require_ahead(low: FloatArray, mark: FloatArray, message: str) -> None:
    wrong = np.asarray(mark <= low)
    if wrong.any():
        refuse_indicators("normalisation.mark", _by_indicator(wrong), message, "choose another mark, or leave it out")


def _by_indicator(wrong: BoolArray) -> BoolArray:
    return np.asarray(wrong.any(axis=tuple(range(wrong.ndim - 1))))
