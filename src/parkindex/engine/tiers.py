"""Tiers (梯队): cut the scores into a few ordered classes; 1 is best.

``scores`` is (..., units), higher is better; tiers are float64 of the same shape, 1, 2, 3 …; a missing score is in no
tier (NaN).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, refuse
from parkindex.engine.parameters import Count, Numbers


def none(scores: ArrayLike) -> FloatArray:
    """Leave every unit without a tier."""
    return np.full(as_values(scores, least_axes=1).shape, np.nan)


def thresholds(scores: ArrayLike, *, at: Numbers = (95.0, 87.0)) -> FloatArray:
    """Cut at stated scores: a unit is in the first tier whose cut-off it reaches (>=), else in the last.

    ``at`` runs from the best cut-off down. Raises `MethodError` when it does not fall strictly.
    """
    values = as_values(scores, least_axes=1)
    cuts = np.asarray(at, dtype=np.float64)
    if not (np.diff(cuts) < 0).all() or np.isnan(cuts).any():
        refuse(
            "tiers.thresholds",
            "tiers",
            f"cut-offs must fall from the best down (got {list(at)})",
            "for example [95, 87]",
        )
    return _cut(values, cuts)


def natural_breaks(scores: ArrayLike, *, count: Count = 3) -> FloatArray:
    """Cut where the scores part by themselves: least variance within the tiers (Fisher-Jenks, by jenkspy).

    Raises `MethodError` when there are fewer different scores than tiers. Source: Jenks (1967), The data model concept
    in statistical mapping; Fisher (1958), doi:10.1080/01621459.1958.10501479.
    """
    import jenkspy

    values = as_values(scores, least_axes=1)
    tiers = np.full(values.shape, np.nan)
    for draw in np.ndindex(values.shape[:-1]):
        present = values[draw][~np.isnan(values[draw])]
        if not len(present):
            continue
        require_distinct(present, int(count))
        breaks = jenkspy.jenks_breaks(present, n_classes=int(count)) if count > 1 else [present.min(), present.max()]
        inner = np.asarray(breaks[1:-1])[::-1]
        tiers[draw] = _cut(values[draw], inner, strict=True)
    return tiers


def _cut(values: FloatArray, cuts: FloatArray, *, strict: bool = False) -> FloatArray:
    """Return 1 plus the number of falling ``cuts`` a value does not reach (``strict``: does not exceed)."""
    tiers = np.ones(values.shape)
    for cut in cuts:
        tiers += values <= cut if strict else values < cut
    return np.where(np.isnan(values), np.nan, tiers)


def require_distinct(present: FloatArray, count: int) -> None:
    """Raise `MethodError` when there are fewer different scores than tiers."""
    different = len(np.unique(present))
    if different < count:
        message = f"{count} tiers need at least {count} different scores (got {different})"
        refuse("tiers.too-few", "tiers", message, f"ask for at most {different}")


Tiering = Callable[..., FloatArray]

TIERS: dict[str, Tiering] = {
    "none": none,
    "thresholds": thresholds,
    "natural_breaks": natural_breaks,
}
