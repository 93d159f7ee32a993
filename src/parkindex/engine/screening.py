"""Screening: leave out what has too few values to be judged (handbook step 2, data selection).

Every function takes ``x`` (..., units, indicators) and ``members`` (nodes, indicators), which marks the indicators
below each node, and returns the mask of values to leave out, of the shape of ``x``. What is left out takes no part in
any later step and stays missing. A value of zero counts as present; ``non_zero`` asks for a share of the present values
that differ from zero.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, sections 2 and 3, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, as_values, refuse
from parkindex.engine.parameters import Share, Units
from parkindex.errors import Finding


def none(x: ArrayLike, members: ArrayLike) -> BoolArray:
    """Leave nothing out."""
    return np.zeros(as_values(x).shape, dtype=np.bool_)


def units(
    x: ArrayLike,
    members: ArrayLike,
    *,
    availability: Share = 0.0,
    non_zero: Share = 0.0,
    include: Units = (),
    exclude: Units = (),
) -> BoolArray:
    """Leave out units with too small a share of indicators present, or of present values that are not zero.

    ``include`` and ``exclude`` name units (in the library their positions) that stay or go whatever their shares.
    """
    values = as_values(x)
    dropped = failing(values, -1, availability, non_zero)[..., 0]
    if set(include) & set(exclude):
        refuse("screening.both", "screening", "a unit cannot be both included and excluded")
    dropped[..., list(include)] = False
    dropped[..., list(exclude)] = True
    return np.broadcast_to(dropped[..., None], values.shape).copy()


def indicators(x: ArrayLike, members: ArrayLike, *, availability: Share = 0.0, non_zero: Share = 0.0) -> BoolArray:
    """Leave out indicators with too small a share of units present, or of present values that are not zero."""
    values = as_values(x)
    return np.broadcast_to(failing(values, -2, availability, non_zero), values.shape).copy()


def nodes(x: ArrayLike, members: ArrayLike, *, availability: Share = 0.0, non_zero: Share = 0.0) -> BoolArray:
    """Leave out a unit's values below each node where the unit has too small a share of that node's indicators."""
    values = as_values(x)
    dropped = np.zeros(values.shape, dtype=np.bool_)
    for below in np.asarray(members, dtype=np.bool_):
        columns = np.flatnonzero(below)
        if len(columns) > 1:
            part = np.take(values, columns, axis=-1)
            dropped[..., columns] |= failing(part, -1, availability, non_zero)
    return dropped


def available(x: ArrayLike, axis: int = -1) -> FloatArray:
    """Return the share of values present along ``axis``, kept as an axis of one: -1 per unit, -2 per indicator."""
    return np.asarray(np.mean(~np.isnan(as_values(x)), axis=axis, keepdims=True))


def differing_from_zero(x: ArrayLike, axis: int = -1) -> FloatArray:
    """Return the share of present values that are not zero along ``axis``; 0 where nothing is present."""
    values = as_values(x)
    present = np.count_nonzero(~np.isnan(values), axis=axis, keepdims=True)
    zero = np.count_nonzero(values == 0, axis=axis, keepdims=True)
    return np.asarray((present - zero) / np.maximum(present, 1))


def failing(values: FloatArray, axis: int, availability: float, non_zero: float) -> BoolArray:
    """Mark what is below either share, along ``axis`` kept as an axis of one."""
    return (available(values, axis) < availability) | (differing_from_zero(values, axis) < non_zero)


def reasons(x: ArrayLike, dropped: ArrayLike) -> list[Finding]:
    """Say of each unit and indicator that was left out wholly, or in part, how much of it was present.

    ``x`` and ``dropped`` are (units, indicators); what was missing anyway need not be marked as dropped. The findings
    are notes.
    """
    values, left_out = as_values(x), np.asarray(dropped, dtype=np.bool_)
    found: list[Finding] = []
    for noun, axis in (("unit", -1), ("indicator", -2)):
        share, rich = available(values, axis).ravel(), differing_from_zero(values, axis).ravel()
        some = np.asarray(left_out.any(axis=axis))
        whole = some & np.asarray((left_out | np.isnan(values)).all(axis=axis))
        for k in np.flatnonzero(whole if noun == "indicator" else some):
            extent = "left out" if whole[k] else f"left out at {np.count_nonzero(left_out[k])} of its values"
            message = f"{extent}: {share[k]:.0%} of its values are present, {rich[k]:.0%} of these differ from zero"
            found.append(Finding("screening.dropped", f"{noun} #{k}", message, severity="note"))
    return found


Screening = Callable[..., BoolArray]

SCREENINGS: dict[str, Screening] = {
    "none": none,
    "units": units,
    "indicators": indicators,
    "nodes": nodes,
}
