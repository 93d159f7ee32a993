"""Normalisation by classes: rubrics, points for categories, and ranges where moderate is best.

The shapes, missing values and directions are those of `parkindex.engine.normalisation`.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5.5 (categorical scales),
doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import (
    FloatArray,
    as_direction,
    as_per_indicator,
    as_values,
    extremes,
    refuse,
    refuse_cells,
    refuse_indicators,
)
from parkindex.engine.parameters import Numbers, PerIndicator, Points, Range


def rubric(x: ArrayLike, direction: ArrayLike, *, cuts: Numbers, points: Numbers) -> FloatArray:
    """Give points by class: a value takes the points of the highest cut it reaches (>=), below all cuts the first.

    ``cuts`` rise; ``points`` are one more and rise too, worst class first. Where lower is better the classes are
    counted from the other end. Raises `MethodError` for lists that do not fit.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    marks, given = np.asarray(cuts, dtype=np.float64), np.asarray(points, dtype=np.float64)
    if len(given) != len(marks) + 1:
        refuse(
            "normalisation.rubric",
            "points",
            f"{len(marks)} cuts part {len(marks) + 1} classes, got {len(given)} points",
        )
    if not (np.diff(marks) > 0).all() or not (np.diff(given) >= 0).all():
        refuse(
            "normalisation.rubric", "rubric", "cuts must rise, and points must not fall", "list the worst class first"
        )
    reached = np.searchsorted(marks, values, side="right")
    scored = np.where(sign > 0, given[reached], given[::-1][reached])
    return np.where(np.isnan(values), np.nan, scored)


def categorical(x: ArrayLike, direction: ArrayLike, *, points: Points) -> FloatArray:
    """Give each category, coded as a number, its points; under a negative direction points count against (sign turned).

    ``points`` maps codes to points. Raises `MethodError` for a code that is not in the table.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    try:
        table = {float(code): float(given) for code, given in dict(points).items()}
    except (TypeError, ValueError):
        message = f"points must map each category, coded as a number, to its points (got {points!r})"
        refuse("method.parameter", "points", message, 'for example {"0": 0, "1": 50, "2": 100}')
    scored = np.full(values.shape, np.nan)
    unknown = ~np.isnan(values)
    for code, given in table.items():
        scored[values == code] = given
        unknown &= values != code
    if unknown.any():
        known = ", ".join(f"{code:g}" for code in table)
        refuse_cells(
            "normalisation.category", unknown, f"a code that has no points (known: {known})", "add it to points"
        )
    return scored * sign


def two_sided(
    x: ArrayLike, direction: ArrayLike, *, low: PerIndicator, high: PerIndicator, to: Range = (0.0, 100.0)
) -> FloatArray:
    """Score ``to[1]`` from ``low`` to ``high``, falling linearly on either side to ``to[0]`` at the farthest unit.

    For indicators of which neither much nor little is best, as occupancy or density. Under a negative direction the
    range is the worst place to be and the farthest unit the best. When all units lie inside, all score the same.
    """
    values = as_values(x)
    sign = as_direction(direction, values.shape[-1])
    bottom, top = as_per_indicator("low", low, values.shape[-1]), as_per_indicator("high", high, values.shape[-1])
    if (bottom > top).any():
        refuse_indicators("normalisation.range", bottom > top, "'low' must not be above 'high'")
    outside = np.maximum(np.maximum(bottom - values, values - top), 0.0)
    farthest = extremes(outside)[1]
    share = 1 - outside / np.where(farthest > 0, farthest, 1.0)
    return np.asarray(np.where(sign > 0, share, 1 - share) * (to[1] - to[0]) + to[0])
