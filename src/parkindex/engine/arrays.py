"""What every array of the engine keeps to: shapes, missing values, and how a position is named in a finding.

Values are float64 of shape ``(..., units, indicators)``; NaN is missing; leading axes are draws (or years). Infinity is
refused everywhere, since no step can say what it means. All sums run over arrays in C order, so that a stack of draws
gives the same bits as each draw alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NoReturn

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parkindex.errors import Finding, MethodError

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]

SHOWN = 10
"""How many positions a finding names before it says how many more there are."""


def as_values(x: ArrayLike, *, least_axes: int = 2) -> FloatArray:
    """Return ``x`` as float64 in C order. Raises `MethodError` for too few axes, for text and for infinity."""
    try:
        values = np.ascontiguousarray(x, dtype=np.float64)
    except (TypeError, ValueError) as error:
        refuse("engine.not-numeric", "values", f"values must be numbers or missing ({error})")
    if values.ndim < least_axes:
        axes = "(..., units, indicators)" if least_axes == 2 else "(..., units)"
        refuse("engine.shape", "values", f"values must have the shape {axes}, got {values.shape}")
    infinite = np.isinf(values)
    if infinite.any():
        refuse_cells("engine.infinite", infinite, "infinity is not a value", "enter the value, or leave the cell empty")
    return values


def as_direction(direction: ArrayLike, indicators: int) -> FloatArray:
    """Return ``direction`` as ``(indicators,)`` of -1.0 or 1.0. Raises `MethodError` for anything else."""
    sign = np.asarray(direction, dtype=np.float64)
    if sign.ndim == 0:
        sign = np.full(indicators, float(sign))
    if sign.shape != (indicators,):
        refuse("engine.shape", "direction", f"direction must have the shape ({indicators},), got {sign.shape}")
    wrong = np.abs(sign) != 1
    if wrong.any():
        refuse_indicators("engine.direction", wrong, "direction must be -1 or 1")
    return sign


def as_weight(weight: ArrayLike, indicators: int) -> FloatArray:
    """Return ``weight`` as float64 ``(..., indicators)``: none negative, none missing, no zero sum.

    Else `MethodError`.
    """
    values = np.ascontiguousarray(weight, dtype=np.float64)
    if values.ndim == 0 or values.shape[-1] != indicators:
        refuse("weight.shape", "weights", f"weights must have the shape (..., {indicators}), got {values.shape}")
    wrong = ~(np.isfinite(values) & (values >= 0))
    if wrong.any():
        along = tuple(range(values.ndim - 1))
        refuse_indicators(
            "weight.negative", np.asarray(wrong.any(axis=along)), "a weight must be a number of at least zero"
        )
    if (values.sum(axis=-1) == 0).any():
        refuse("weight.zero-sum", "weights", "weights must not all be zero", "give at least one a positive weight")
    return values


def refuse(code: str, where: str, message: str, hint: str = "") -> NoReturn:
    """Raise a `MethodError` with one finding."""
    raise MethodError(Finding(code, where, message, hint))


def refuse_indicators(code: str, wrong: BoolArray, message: str, hint: str = "") -> NoReturn:
    """Raise a `MethodError` with one finding for each indicator marked in ``wrong`` (indicators,)."""
    raise MethodError([Finding(code, f"indicator #{k}", message, hint) for k in np.flatnonzero(wrong)])


def refuse_cells(code: str, wrong: BoolArray, message: str, hint: str = "") -> NoReturn:
    """Raise a `MethodError` naming the indicators and units marked in ``wrong`` (..., units, indicators)."""
    if wrong.ndim < 2:
        refuse(code, listed("unit", np.flatnonzero(wrong)), message, hint)
    cells = np.asarray(wrong.any(axis=tuple(range(wrong.ndim - 2))))
    raise MethodError(
        [
            Finding(code, f"indicator #{k}", f"{message} ({listed('unit', np.flatnonzero(cells[:, k]))})", hint)
            for k in np.flatnonzero(cells.any(axis=0))
        ]
    )


def listed(noun: str, positions: Iterable[int] | Sequence[int]) -> str:
    """Name positions, counted from zero: ``unit #3``, or ``units #1, #4 and 7 more``."""
    marks = [f"#{position}" for position in positions]
    if len(marks) == 1:
        return f"{noun} {marks[0]}"
    more = f" and {len(marks) - SHOWN} more" if len(marks) > SHOWN else ""
    return f"{noun}s {', '.join(marks[:SHOWN])}{more}"


def moments(x: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return count, mean and sum of squared deviations of what is present, each ``(..., 1, indicators)``."""
    missing = np.isnan(x)
    count = (x.shape[-2] - np.count_nonzero(missing, axis=-2, keepdims=True)).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(missing, 0.0, x).sum(axis=-2, keepdims=True) / count
        deviation = np.where(missing, 0.0, x - mean)
    return count, mean, (deviation * deviation).sum(axis=-2, keepdims=True)


def extremes(x: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the least and the greatest value over the units, each ``(..., 1, indicators)``; all missing gives NaN."""
    return np.fmin.reduce(x, axis=-2, keepdims=True), np.fmax.reduce(x, axis=-2, keepdims=True)


def require_spread(low: FloatArray, high: FloatArray) -> None:
    """Raise `MethodError` for each indicator whose present values are all the same; all missing passes."""
    constant = low == high
    if constant.any():
        wrong = constant.any(axis=tuple(range(constant.ndim - 1)))
        refuse_indicators(
            "normalisation.constant",
            wrong,
            "all values are the same, so the indicator cannot be rescaled",
            "leave the indicator out, or choose a normalisation that needs no spread (share_of_best, goalposts, none)",
        )


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


def as_labels(group: ArrayLike, units: int) -> list[IntArray]:
    """Return the positions of the members of each group, by labels (units,); `MethodError` when a label is missing."""
    labels = np.asarray(group)
    if labels.shape != (units,):
        refuse("group.shape", "group", f"a group needs a label for each of {units} units, got {labels.shape}")
    text = labels.astype(str)
    empty = np.isin(text, ["", "nan", "None"])
    if empty.any():
        refuse(
            "group.missing", "group", f"no group for {listed('unit', np.flatnonzero(empty))}", "put each unit in one"
        )
    return [np.flatnonzero(text == label) for label in np.unique(text)]


def oriented(values: FloatArray, sign: FloatArray) -> FloatArray:
    """Turn the sign of the indicators for which lower is better, so that higher is better in all."""
    return values if (sign > 0).all() else values * sign


def as_per_indicator(name: str, value: ArrayLike, indicators: int) -> FloatArray:
    """Return a number, or a number for each indicator, as finite ``(indicators,)``; `MethodError` otherwise."""
    each = np.asarray(value, dtype=np.float64)
    if each.shape not in ((), (indicators,)):
        refuse("engine.shape", name, f"'{name}' must be a number or {indicators} numbers, got the shape {each.shape}")
    each = np.broadcast_to(each, (indicators,))
    if not np.isfinite(each).all():
        refuse_indicators("engine.not-finite", ~np.isfinite(each), f"'{name}' must be a number")
    return each
