"""Dominance: who is ahead of whom whatever the weights, and the ranks that weights can give at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.errors import Finding, MethodError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.weight_space import WeightSpace
    from parkindex.engine.arrays import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Dominance:
    """``ahead`` (units, units): the row's unit is ahead of the column's under all weights considered.

    ``best`` and ``worst`` (units,) are limits of rank that follow: ties apart, no weights considered give a better or a
    worse one (they need not be reached). ``units`` are codes of the ranked units.
    """

    units: tuple[str, ...]
    ahead: BoolArray
    best: IntArray
    worst: IntArray

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return all pairs in which the first is ahead of the second whatever the weights."""
        return tuple((self.units[a], self.units[b]) for a, b in np.argwhere(self.ahead))


def dominance(space: WeightSpace, *, within: float | None = None) -> Dominance:
    """Compare every two units under all weights of the space, or those within plus or minus a share of the stated ones.

    ``within`` 0.25 lets each weight vary by a quarter of itself. A unit is ahead when it is never behind and somewhere
    in front. Raises `MethodError` where the index is no one mean of the children.
    """
    if space.matrix is None:
        message = "dominance under all weights needs an index that is one mean of the children"
        raise MethodError(Finding("dominance.not-linear", "weights", message, "choose one kind of mean on the way up"))
    low = np.zeros_like(space.shares) if within is None else space.shares * (1 - within)
    high = np.ones_like(space.shares) if within is None else np.minimum(space.shares * (1 + within), 1.0)
    scale = 1e-12 * max(float(np.abs(space.matrix).max()), 1e-300)
    ahead = np.zeros((len(space.units),) * 2, dtype=np.bool_)
    for row, own in enumerate(space.matrix):
        lead = own - space.matrix
        ahead[row] = (least(lead, low, high) >= -scale) & (-least(-lead, low, high) > scale)
    units = tuple(space.evaluation.units[unit] for unit in space.units)
    return Dominance(units, ahead, 1 + ahead.sum(axis=0), len(units) - ahead.sum(axis=1))


def least(lead: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the least of ``lead`` (..., children) times shares between ``low`` and ``high`` that sum to one.

    Every share has its least, and what is left goes to the children with the smallest lead first: a continuous
    knapsack, Dantzig (1957), doi:10.1287/opre.5.2.266.
    """
    order = np.argsort(lead, axis=-1, kind="stable")
    room = (high - low)[order]
    taken = np.cumsum(room, axis=-1)
    left = np.clip(1 - low.sum() - (taken - room), 0.0, room)
    return np.asarray(lead @ low + (np.take_along_axis(lead, order, axis=-1) * left).sum(axis=-1))
