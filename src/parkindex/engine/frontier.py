"""Benefit of the doubt: each unit is weighed in the way that suits it best, against all others weighed the same way.

Source: Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), An introduction to 'benefit of the doubt' composite
indicators, doi:10.1007/s11205-006-9029-7; Melyn and Moesen (1991). Shapes are those of `parkindex.engine.weighting`.

One linear programme a unit is solved, against the few units that can be best: about a millisecond each, so thousands of
units take seconds, and draws as many times as long.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, refuse, refuse_cells
from parkindex.engine.parameters import Positive, Share

SLACK = 1e-9
"""By how much a unit may exceed one before it counts as a rival."""


def benefit_of_the_doubt(
    x: ArrayLike, weight: ArrayLike, *, least: Share = 0.0, most: Share = 1.0, to: Positive = 1.0
) -> FloatArray:
    """Score each unit under the weights that suit it best; units on the frontier score ``to``.

    Returns (..., units). ``least`` and ``most`` bound the share of each child in the unit's own score, so that no unit
    can put all weight on one. The stated weights are not used. Raises `MethodError` for negative scores, units of zeros
    and bounds that cannot be met.
    """
    return _solved(x, least, most)[0] * to


def benefit_of_the_doubt_weights(
    x: ArrayLike, stated: ArrayLike, *, least: Share = 0.0, most: Share = 1.0
) -> FloatArray:
    """Give each unit the weights that suit it best, rescaled to sum to one.

    Returns (..., units, children). ``least`` and ``most`` bound the share of each child in the unit's own score. Raises
    `MethodError` for negative scores, units of zeros and bounds that cannot be met. Source: Cherchye et al. (2007),
    doi:10.1007/s11205-006-9029-7.
    """
    weight = _solved(x, least, most)[1]
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))


def _solved(x: ArrayLike, least: float, most: float) -> tuple[FloatArray, FloatArray]:
    """Return the best score (..., units) and the multipliers (..., units, children) of every unit."""
    values = as_values(x)
    children = values.shape[-1]
    if least * children > 1 + 1e-12 or most * children < 1 - 1e-12 or least > most:
        message = f"shares from {least:g} to {most:g} of {children} children cannot sum to one"
        refuse("weight.bounds", "benefit of the doubt", message)
    if (values < 0).any():
        refuse_cells(
            "weight.negative-score", values < 0, "benefit of the doubt needs scores of at least zero", "use min_max"
        )
    score = np.full(values.shape[:-1], np.nan)
    weight = np.full(values.shape, 1.0 / children)
    for draw in np.ndindex(values.shape[:-2]):
        complete = np.flatnonzero(~np.isnan(values[draw]).any(axis=1))
        top = values[draw][complete].max(axis=0, initial=0.0)
        usable = np.flatnonzero(top > 0)
        scaled = values[draw][np.ix_(complete, usable)] / top[usable]
        rivals = _first_rivals(scaled) if scaled.size else []
        for k, unit in enumerate(complete):
            score[(*draw, unit)], found = _best(scaled, k, least, most, rivals)
            weight[(*draw, unit)] = 0.0
            weight[draw][unit, usable] = found / top[usable]
    return score, weight


def _best(scaled: FloatArray, unit: int, least: float, most: float, rivals: list[int]) -> tuple[float, FloatArray]:
    """Solve one unit's linear programme: the greatest weighted sum such that no unit exceeds one.

    Only ``rivals`` are held to it at first; whoever still exceeds one becomes a rival too, for the units to come as
    well, until nobody does. So the answer is that against all units.
    """
    while True:
        found = _programme(scaled[rivals], scaled[unit], least, most)
        if not found.success or found.x.sum() == 0:
            message = f"no weights could be found ({found.message})"
            hint = "loosen the bounds, or normalise to a range above zero"
            refuse("weight.frontier", f"unit #{unit}", message, hint)
        best = np.maximum(np.asarray(found.x, dtype=np.float64), 0.0)
        sums = scaled @ best
        sums[rivals] = 0.0
        if sums.max() <= 1 + SLACK:
            return float(scaled[unit] @ best), best
        rivals.append(int(sums.argmax()))


def _first_rivals(scaled: FloatArray) -> list[int]:
    """Return the units that are best in a child or in the sum of all."""
    return sorted({*scaled.argmax(axis=0).tolist(), int(scaled.sum(axis=1).argmax())})


def _programme(rivals: FloatArray, own: FloatArray, least: float, most: float) -> Any:
    from scipy.optimize import linprog

    rows, bounds = [rivals], [np.ones(len(rivals))]
    if least > 0:
        rows.append(least * own[None, :] - np.diag(own))
        bounds.append(np.zeros(len(own)))
    if most < 1:
        rows.append(np.diag(own) - most * own[None, :])
        bounds.append(np.zeros(len(own)))
    return linprog(-own, np.vstack(rows), np.concatenate(bounds), method="highs")
