"""A grid whose step is no simple fraction: whole numbers that were rescaled, and rounded when they were printed.

Counts brought to a scale from 0 to 100 lie 100/68 apart; printed to two decimals none of them lies exactly on a grid of
1.47, yet all do within half a unit of the last place. Numbers are in units of the last place, as in `grid`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from parkindex.audit.lattice.grid import IntArray
    from parkindex.engine.arrays import FloatArray

NEAR = 1.0
"""Units of the last place within which a number belongs to a grid whose step is known only nearly."""

_HALF = Fraction(1, 2)
_DECIMALS = 5
_ROUNDS = 80


def rescaled_grid(values: IntArray, step: float, pivot: int) -> tuple[Fraction, Fraction] | None:
    """Return the shortest decimal step near ``step``, and an offset, under which all near numbers lie within rounding.

    ``pivot`` is a number on the grid. None where numbers that are near ``step`` share no grid.
    """
    numbers = values.astype(np.float64) - pivot
    steps = np.rint(numbers / step)
    near = np.abs(numbers - steps * step) <= NEAR + np.abs(steps) * 1e-3
    if np.ptp(steps[near]) == 0:
        return None
    numbers, steps = numbers[near], steps[near]
    middle = _narrowest(numbers, steps, step)
    for decimals in range(_DECIMALS + 1):
        exact = Fraction(round(middle * 10**decimals), 10**decimals)
        offset = _offset(numbers, steps, exact)
        if offset is not None:
            return exact, (offset + pivot) % exact
    return None


def _narrowest(numbers: FloatArray, steps: FloatArray, step: float) -> float:
    """Return the step under which the numbers keep closest to a grid: the width of what is left is convex in it."""
    reach = 2 * NEAR / max(1.0, float(np.ptp(steps))) + 1e-3
    low, high = step - reach, step + reach
    for _ in range(_ROUNDS):
        third = (high - low) / 3
        first, second = low + third, high - third
        if np.ptp(numbers - first * steps) <= np.ptp(numbers - second * steps):
            high = second
        else:
            low = first
    return (low + high) / 2


def _offset(numbers: FloatArray, steps: FloatArray, step: Fraction) -> Fraction | None:
    """Return an offset with which every number lies within half a unit of its grid point, exactly; None without one."""
    left = [Fraction(int(number)) - int(index) * step for number, index in zip(numbers, steps, strict=True)]
    low, high = max(left) - _HALF, min(left) + _HALF
    if low > high:
        return None
    for decimals in range(_DECIMALS):
        short = Fraction(round((low + high) / 2 * 10**decimals), 10**decimals)
        if low <= short <= high:
            return short
    return (low + high) / 2
