"""Gaps: how far the tiers lie apart, and how far their members.

``scores`` is (units,), ``tiers`` (units,) with 1 for the best; a unit without score or tier is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of one tier: how many, lowest, highest, mean and median."""

    tier: int
    count: int
    lowest: float
    highest: float
    mean: float
    median: float

    @property
    def range(self) -> float:
        """The gap within the tier: highest less lowest."""
        return self.highest - self.lowest


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between a tier and the next.

    The step from one's lowest to the other's highest, and between the means.
    """

    upper: int
    lower: int
    step: float
    means: float
    medians: float


def within(scores: FloatArray, tiers: FloatArray) -> tuple[Spread, ...]:
    """Return the spread of each tier that has members, the best tier first."""
    spreads: list[Spread] = []
    for tier in np.unique(tiers[~np.isnan(tiers)]):
        members = scores[(tiers == tier) & ~np.isnan(scores)]
        if members.size:
            middle = float(np.median(members))
            spreads.append(
                Spread(
                    int(tier), members.size, float(members.min()), float(members.max()), float(members.mean()), middle
                )
            )
    return tuple(spreads)


def between(spreads: tuple[Spread, ...]) -> tuple[Gap, ...]:
    """Return the gap between each tier and the next."""
    return tuple(
        Gap(
            upper.tier,
            lower.tier,
            upper.lowest - lower.highest,
            upper.mean - lower.mean,
            upper.median - lower.median,
        )
        for upper, lower in pairwise(spreads)
    )
