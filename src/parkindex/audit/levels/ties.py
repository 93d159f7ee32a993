"""How often numbers are equal inside a place, beside how often they are between places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.chance import pairs_among
from parkindex.audit.levels.places import by_place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.audit.levels.places import Numbers

NARROWER = 10
"""How much narrower than a column the numbers of one place may lie without their equality being a surprise."""


@dataclass(frozen=True)
class Ties:
    """``repeats`` of ``chances`` numbers equal another of their place; ``p`` is a bound on the chance of so many."""

    repeats: int
    chances: int
    p: float


def ties_within(numbers: Numbers, places: NDArray[np.int64]) -> Ties:
    """Return how many numbers repeat another of their place, and whether chance explains it.

    Each further number of a place that prints d different ones equals one of those before it with probability at most
    d q. For q the larger is taken of the share of equal pairs between places (one more counted), and of one place of a
    scale ten times shorter than the column's.
    """
    from scipy.special import betainc

    held = places[numbers.rows]
    counts = np.bincount(held)
    shared = counts[counts > 1]
    at, _ = by_place(numbers, places)
    repeats = int(held.size - at.size)
    chances = int((shared - 1).sum())
    if repeats == 0:
        return Ties(0, chances, 1.0)
    _, alone = np.unique(numbers.whole, return_counts=True)
    _, together = np.unique(held * (numbers.whole.max() + 1 - numbers.whole.min()) + numbers.whole, return_counts=True)
    between = pairs_among(alone) - pairs_among(together)
    pairs = pairs_among(np.array([held.size])) - pairs_among(counts)
    q = max(NARROWER / numbers.places, (between + 1) / (pairs + 1))
    chance = min(1.0, q * float(np.bincount(at)[counts > 1].max()))
    return Ties(repeats, chances, 1.0 if chance >= 1 else float(betainc(repeats, chances - repeats + 1, chance)))
