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

    groups = int(count)

    def cuts(present: FloatArray) -> FloatArray:
        require_distinct(present, groups)
        breaks = jenkspy.jenks_breaks(present, n_classes=groups) if groups > 1 else []
        return np.asarray(breaks[1:-1], dtype=np.float64)[::-1]

    return _each(as_values(scores, least_axes=1), cuts, strict=True)


def quantiles(scores: ArrayLike, *, at: Numbers = (0.75, 0.25)) -> FloatArray:
    """Cut at quantiles of the scores, from the best down: [0.75, 0.25] puts the best quarter in the first tier.

    A unit at the cut-off reaches the tier; units that tie are never parted. Quantiles are interpolated linearly.
    """
    values = as_values(scores, least_axes=1)
    shares = np.asarray(at, dtype=np.float64)
    if not (np.diff(shares) < 0).all() or not ((shares > 0) & (shares < 1)).all():
        refuse("tiers.quantiles", "tiers", f"quantiles must fall from the best down, within 0 and 1 (got {list(at)})")
    if not np.isnan(values).any() and values.size:
        return _cut(values, np.quantile(values, shares, axis=-1)[..., None])
    return _each(values, lambda present: np.quantile(present, shares))


def k_means(scores: ArrayLike, *, count: Count = 3, iterations: Count = 300) -> FloatArray:
    """Cut by k-means on the scores, started from evenly spaced quantiles, so that nothing is left to chance.

    Where `natural_breaks` finds the best partition of all, k-means finds the nearest good one. Raises `MethodError`
    when there are fewer different scores than tiers. Source: Lloyd (1982), doi:10.1109/TIT.1982.1056489.
    """
    groups, most = int(count), int(iterations)

    def cuts(present: FloatArray) -> FloatArray:
        different = np.unique(present)
        require_distinct(present, groups)
        centres = np.quantile(different, (np.arange(groups) + 0.5) / groups)
        for _ in range(most):
            own = np.searchsorted((centres[1:] + centres[:-1]) / 2, present, side="right")
            moved = np.array([present[own == k].mean() if (own == k).any() else centres[k] for k in range(groups)])
            if np.array_equal(moved, centres):
                break
            centres = moved
        return ((centres[1:] + centres[:-1]) / 2)[::-1]

    return _each(as_values(scores, least_axes=1), cuts)


def largest_gaps(scores: ArrayLike, *, count: Count = 3) -> FloatArray:
    """Cut at the largest gaps between neighbouring scores; of equal gaps the one nearer the top.

    Raises `MethodError` when there are fewer different scores than tiers.
    """

    def cuts(present: FloatArray) -> FloatArray:
        require_distinct(present, int(count))
        falling = np.unique(present)[::-1]
        gaps = np.sort(np.argsort(falling[1:] - falling[:-1], kind="stable")[: int(count) - 1])
        return falling[gaps]

    return _each(as_values(scores, least_axes=1), cuts)


def deviations(scores: ArrayLike, *, at: Numbers = (1.0, -1.0)) -> FloatArray:
    """Cut at the mean plus multiples of the standard deviation, from the best down; [1, -1] makes three tiers.

    The deviation is that of the sample (divisor n - 1), nothing for a single unit.
    """
    multiples = np.asarray(at, dtype=np.float64)
    if not (np.diff(multiples) < 0).all():
        refuse("tiers.deviations", "tiers", f"multiples must fall from the best down (got {list(at)})")

    def cuts(present: FloatArray) -> FloatArray:
        spread = present.std(ddof=1) if len(present) > 1 else 0.0
        return np.asarray(present.mean() + multiples * spread)

    return _each(as_values(scores, least_axes=1), cuts)


def _each(values: FloatArray, cuts: Callable[[FloatArray], FloatArray], *, strict: bool = False) -> FloatArray:
    """Cut each draw at the falling ``cuts`` of its present scores; a draw without scores has no tiers."""
    draws = values.reshape(-1, values.shape[-1])
    gaps = np.isnan(draws).sum(axis=1)
    held = np.flatnonzero(gaps < draws.shape[1])
    found = [cuts(draws[k][~np.isnan(draws[k])] if gaps[k] else draws[k]) for k in held]
    tiers = np.full(draws.shape, np.nan)
    if found:
        tiers[held] = _cut(draws[held], np.stack(found, axis=1)[..., None], strict=strict)
    return tiers.reshape(values.shape)


def _cut(values: FloatArray, cuts: FloatArray, *, strict: bool = False) -> FloatArray:
    """Return 1 plus the number of falling ``cuts`` a value does not reach (``strict``: does not exceed).

    ``cuts`` (cuts,) or (cuts, ..., 1), one for each draw of ``values`` (..., units).
    """
    tiers = np.ones(values.shape)
    for cut in cuts:
        tiers += values <= cut if strict else values < cut
    return np.where(np.isnan(values), np.nan, tiers)


def require_distinct(present: FloatArray, count: int) -> None:
    """Raise `MethodError` when there are fewer different scores than tiers."""
    different = len(set(present.tolist()))
    if different < count:
        message = f"{count} tiers need at least {count} different scores (got {different})"
        refuse("tiers.too-few", "tiers", message, f"ask for at most {different}")


Tiering = Callable[..., FloatArray]

TIERS: dict[str, Tiering] = {
    "none": none,
    "thresholds": thresholds,
    "quantiles": quantiles,
    "natural_breaks": natural_breaks,
    "k_means": k_means,
    "largest_gaps": largest_gaps,
    "deviations": deviations,
}
