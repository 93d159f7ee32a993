"""Outlier treatment: bring in the extreme values of skewed indicators (handbook, section on data treatment).

Every function takes ``x`` (..., units, indicators) and returns the treated values with a mask of what was changed.
Missing values stay missing, constant indicators stay as they are, and no function changes the order of two units.

Source: JRC Competence Centre on Composite Indicators, the rule of skewness and kurtosis (absolute skewness above 2 and
kurtosis above 3.5); Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis,
doi:10.1111/1467-9884.00122.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_values
from parkindex.engine.logarithms import box_cox, box_cox_columns, log, log_columns, log_gii, log_shifted
from parkindex.engine.parameters import Count, Counted, Positive
from parkindex.engine.skewness import changed, columns_of, passes, restored, shape_of

Otherwise = Literal["keep", "log", "box_cox"]


def none(x: ArrayLike) -> tuple[FloatArray, BoolArray]:
    """Leave every value as it is."""
    values = as_values(x)
    return values, np.zeros(values.shape, dtype=np.bool_)


def winsorise(
    x: ArrayLike,
    *,
    skewness: Positive = 2.0,
    kurtosis: Positive = 3.5,
    limit: Counted = 5,
    otherwise: Otherwise = "keep",
) -> tuple[FloatArray, BoolArray]:
    """Set the extreme values of a skewed indicator to the next value, until it passes or ``limit`` are moved.

    An indicator passes when its absolute skewness is below ``skewness`` or its kurtosis below ``kurtosis``. The high
    end is brought in under positive skewness, the low end under negative; values that tie at the end move together and
    count each. An indicator that still fails keeps its Winsorised values, or is transformed from its original ones by
    the shifted logarithm ('log') or by Box and Cox ('box_cox').
    """
    values = as_values(x)
    columns = columns_of(values)
    failing = np.flatnonzero(~passes(columns, skewness, kurtosis))
    if not len(failing):
        return values, np.zeros(values.shape, dtype=np.bool_)
    original = columns[failing]
    brought = _bring_in(original, skewness, kurtosis, int(limit))
    if otherwise != "keep":
        still = np.flatnonzero(~passes(brought, skewness, kurtosis))
        if len(still):
            brought[still] = (log_columns if otherwise == "log" else box_cox_columns)(original[still])
    columns[failing] = brought
    treated = restored(columns, values)
    return treated, changed(values, treated)


def winsorise_points(
    x: ArrayLike, *, points: Count = 1, end: Literal["skewed", "high", "low", "both"] = "skewed"
) -> tuple[FloatArray, BoolArray]:
    """Set the ``points`` most extreme values to the next value, whether the indicator passes the rule or not.

    ``end``: the end that the skewness points to, the high or low one, or both (``points`` at each). Ties at the end
    count as one point; an indicator with too few different values is left as it is.
    """
    values = as_values(x)
    columns = columns_of(values)
    tail = np.where(shape_of(columns)[0] < 0, -1.0, 1.0)[:, None]
    high = np.ones(tail.shape)
    for _ in range(min(int(points), columns.shape[-1])):
        for side in {"skewed": (tail,), "high": (high,), "low": (-high,), "both": (high, -high)}[end]:
            moved, possible = _next_in(columns, side)
            columns = np.where(possible[:, None], moved, columns)
    treated = restored(columns, values)
    return treated, changed(values, treated)


def _bring_in(original: FloatArray, skewness: float, kurtosis: float, limit: int) -> FloatArray:
    """Winsorise each of ``original`` (columns, units), none of which passes yet."""
    columns = original.copy()
    active = np.arange(len(columns))
    skewed = shape_of(columns)[0]
    while len(active):
        moved, possible = _next_in(columns[active], np.where(skewed >= 0, 1.0, -1.0)[:, None])
        points = np.count_nonzero(changed(original[active], moved), axis=-1)
        within = (points <= limit) & possible
        active = active[within]
        columns[active] = moved[within]
        failing = ~passes(columns[active], skewness, kurtosis)
        active = active[failing]
        skewed = shape_of(columns[active])[0]
    return columns


def _next_in(columns: FloatArray, side: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Set the extreme of each column at the ``side`` (1 high, -1 low) to the next value.

    Say where there is a next one.
    """
    turned = columns * side
    extreme = turned == np.fmax.reduce(turned, axis=-1, keepdims=True)
    following = np.fmax.reduce(np.where(extreme, np.nan, turned), axis=-1, keepdims=True) * side
    inner = np.count_nonzero(~np.isnan(columns) & ~extreme, axis=-1)
    return np.where(extreme, following, columns), inner > 0


class Moved(NamedTuple):
    """The points moved by a treatment: positions, values before and after; one entry a point."""

    position: IntArray
    before: FloatArray
    after: FloatArray


def points_moved(before: ArrayLike, after: ArrayLike) -> Moved:
    """Return every point that differs: ``position`` (points, axes), the last two axes being unit and indicator."""
    early, late = as_values(before), as_values(after)
    position = np.argwhere(changed(early, late))
    index = tuple(position.T)
    return Moved(position, early[index], late[index])


Treatment = Callable[..., tuple[FloatArray, BoolArray]]

TREATMENTS: dict[str, Treatment] = {
    "none": none,
    "winsorise": winsorise,
    "winsorise_points": winsorise_points,
    "log": log,
    "log_shifted": log_shifted,
    "log_gii": log_gii,
    "box_cox": box_cox,
}
