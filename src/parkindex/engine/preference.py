"""Aggregation by preference flows: PROMETHEE II, in time n log n and without any matrix of pairs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_per_indicator, as_weight, refuse
from parkindex.engine.means import as_children, spread, weighted_mean
from parkindex.engine.parameters import Choices, PerIndicator, Share

BLOCK = 1 << 20


def promethee(
    x: ArrayLike,
    weight: ArrayLike,
    *,
    preference: Choices = "usual",
    indifference: PerIndicator = 0.0,
    strict: PerIndicator = 1.0,
    minimum_share: Share = 0.0,
) -> FloatArray:
    """Return the net flow, -1 to 1: by how much a unit is preferred to the others, less how much they are to it.

    ``preference``, one for all children or one for each: 'usual' (any lead counts fully), 'u_shape' (a lead above
    ``indifference``), 'v_shape' (in proportion, fully from ``strict`` on), 'linear' (in proportion between the two),
    'level' (half between the two, fully above), 'gaussian' (``strict`` is the turning point s). Thresholds are in the
    units of the scores. A unit without a child's score has no flow there and is compared by the others.

    Sources: Brans, Vincke and Mareschal (1986), How to select and how to rank projects: the PROMETHEE method,
    doi:10.1016/0377-2217(86)90044-5; Calders and Van Assche (2018), PROMETHEE is not
    quadratic: an O(qn log n) algorithm, Omega 76.
    """
    values = as_children(x)
    children = values.shape[-1]
    each = spread(as_weight(weight, children), values.ndim)
    names = [preference] * children if isinstance(preference, str) else list(preference)
    low, high = as_per_indicator("indifference", indifference, children), as_per_indicator("strict", strict, children)
    _check(names, low, high, children)
    flows = np.full((children, *values.shape[:-1]), np.nan)
    for child in range(children):
        for draw in np.ndindex(values.shape[:-2]):
            column = values[(*draw, slice(None), child)]
            flows[(child, *draw)] = _flow(column, names[child], low[child], high[child])
    return weighted_mean(np.moveaxis(flows, 0, -1), each, minimum_share)


def _check(names: list[str], low: FloatArray, high: FloatArray, children: int) -> None:
    unknown = [name for name in names if name not in PREFERENCES]
    if unknown or len(names) != children:
        told = f"'{unknown[0]}'" if unknown else f"{len(names)} for {children} children"
        refuse(
            "aggregation.preference", "promethee", f"unknown preference {told}", f"there are {', '.join(PREFERENCES)}"
        )
    for child, name in enumerate(names):
        ordered = low[child] < high[child] if name in ("linear", "level") else high[child] > 0
        if low[child] < 0 or not ordered:
            message = f"'{name}' needs 0 <= indifference < strict (got {low[child]:g} and {high[child]:g})"
            refuse("aggregation.threshold", f"indicator #{child}", message)


def _flow(column: FloatArray, name: str, low: float, high: float) -> FloatArray:
    """Return the net flow of each unit in one child: mean preference over the others less theirs over it.

    NaN if missing.
    """
    present = np.flatnonzero(~np.isnan(column))
    flow = np.full(len(column), np.nan)
    if len(present) == 1:
        flow[present] = 0.0
    elif len(present):
        values = column[present]
        flow[present] = PREFERENCES[name](values - values.mean(), np.sort(values - values.mean()), low, high)
        flow[present] /= len(present) - 1
    return flow


def _usual(values: FloatArray, ordered: FloatArray, low: float, high: float) -> FloatArray:
    return _beyond(values, ordered, 0.0)


def _u_shape(values: FloatArray, ordered: FloatArray, low: float, high: float) -> FloatArray:
    return _beyond(values, ordered, low)


def _v_shape(values: FloatArray, ordered: FloatArray, low: float, high: float) -> FloatArray:
    return _linear(values, ordered, 0.0, high)


def _level(values: FloatArray, ordered: FloatArray, low: float, high: float) -> FloatArray:
    return (_beyond(values, ordered, low) + _beyond(values, ordered, high)) / 2


def _beyond(values: FloatArray, ordered: FloatArray, lead: float) -> FloatArray:
    """Count the units that are behind by more than ``lead``, less those ahead by more."""
    behind = np.searchsorted(ordered, values - lead, side="left")
    ahead = len(ordered) - np.searchsorted(ordered, values + lead, side="right")
    return np.asarray(behind - ahead, dtype=np.float64)


def _linear(values: FloatArray, ordered: FloatArray, low: float, high: float) -> FloatArray:
    """Sum preferences that rise from 0 at a lead of ``low`` to 1 at ``high``, less the same of the others."""
    sums = np.concatenate([[0.0], np.cumsum(ordered)])
    far, near = (np.searchsorted(ordered, values - lead, side="left") for lead in (high, low))
    ahead_near, ahead_far = (np.searchsorted(ordered, values + lead, side="right") for lead in (low, high))
    part = (values - low) * (near - far) - (sums[near] - sums[far])
    against = (sums[ahead_far] - sums[ahead_near]) - (values + low) * (ahead_far - ahead_near)
    return np.asarray(far - (len(ordered) - ahead_far) + (part - against) / (high - low))


def _gaussian(values: FloatArray, ordered: FloatArray, low: float, high: float) -> FloatArray:
    """Sum 1 - exp(-d² / 2s²) over the units behind less those ahead, block by block."""
    flow = np.empty(len(values))
    size = max(1, BLOCK // len(values))
    for first in range(0, len(values), size):
        lead = values[first : first + size, None] - ordered
        flow[first : first + size] = (np.sign(lead) * -np.expm1(-(lead**2) / (2 * high**2))).sum(axis=1)
    return flow


PREFERENCES: dict[str, Callable[[FloatArray, FloatArray, float, float], FloatArray]] = {
    "usual": _usual,
    "u_shape": _u_shape,
    "v_shape": _v_shape,
    "linear": _linear,
    "level": _level,
    "gaussian": _gaussian,
}
