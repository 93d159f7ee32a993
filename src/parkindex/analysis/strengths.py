"""Strengths and weaknesses: where a unit stands in each pillar, against all units and against its own tier.

The rule, the same for every unit:

* a pillar is *strong* when the unit is among the best quarter of all ranked units in it, ties with the last included;
* it is *strong for its tier* when it lies above the tier's median by more than a tenth of the range of all units;
* *weak* and *weak for its tier* are the same seen from below.

A pillar that all units share alike is neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from parkindex.engine.ranking import rank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result

Verdict = Literal["strong", "strong_for_tier", "ordinary", "weak_for_tier", "weak"]

QUARTER = 0.25
TIER_MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class Position:
    """Where a unit stands in one node.

    Its score among the lowest, highest and median of all, and the median of its tier.
    """

    node: str
    score: float
    rank: int | None
    ranked: int
    lowest: float
    highest: float
    median: float
    tier_median: float
    verdict: Verdict


@dataclass(frozen=True, eq=False)
class Standing:
    """One node seen over all units, reckoned once: what every unit's `Position` in it is read from.

    ``ranks`` and ``ranks_from_below`` (units,) share the better place between ties; ``tier_medians`` go by tier.
    """

    node: str
    scores: FloatArray
    ranks: FloatArray
    ranks_from_below: FloatArray
    ranked: int
    lowest: float
    highest: float
    median: float
    tier_medians: Mapping[float, float]

    def position(self, row: int, tier: float) -> Position:
        """Return where the unit in a row stands, a unit of that tier."""
        own = float(self.scores[row])
        tier_median = self.tier_medians.get(tier, float("nan"))
        extent = (self.ranked, self.lowest, self.highest, self.median, tier_median)
        if np.isnan(own):
            return Position(self.node, own, None, *extent, "ordinary")
        above, below = int(self.ranks[row]), int(self.ranks_from_below[row])
        judged = verdict(above, below, self.ranked, own - tier_median, spread=self.highest - self.lowest)
        return Position(self.node, own, above, *extent, judged)


def standings(result: Result) -> tuple[Standing, ...]:
    """Return the standing of every pillar, in the order of the tree."""
    pillars = result.framework.pillars
    return tuple(_standing(pillar.code, result.column(pillar.code), result.tiers) for pillar in pillars)


def positions(result: Result, unit: str, pillars: Sequence[Standing] | None = None) -> tuple[Position, ...]:
    """Return where a unit stands in every pillar; ``pillars`` are the `standings`, when many units are asked for."""
    row = result.row(unit)
    tier = float(result.tiers[row])
    return tuple(pillar.position(row, tier) for pillar in (standings(result) if pillars is None else pillars))


def _standing(node: str, scores: FloatArray, tiers: FloatArray) -> Standing:
    present = scores[~np.isnan(scores)]
    low, high, middle = _extent(present)
    medians = {float(tier): _median(scores[tiers == tier]) for tier in np.unique(tiers[~np.isnan(tiers)])}
    return Standing(node, scores, rank(scores), rank(-scores), present.size, low, high, middle, medians)


def verdict(above: int, below: int, count: int, ahead: float, *, spread: float) -> Verdict:
    """Apply the rule.

    ``above`` and ``below`` are the ranks from the top and from the bottom among ``count`` units, ``ahead`` the lead
    over the tier's median and ``spread`` the range of all units, both in points.
    """
    if spread <= 0:
        return "ordinary"
    if above <= count * QUARTER or above == 1:
        return "strong"
    if below <= count * QUARTER or below == 1:
        return "weak"
    if ahead > TIER_MARGIN * spread:
        return "strong_for_tier"
    return "weak_for_tier" if -ahead > TIER_MARGIN * spread else "ordinary"


def _extent(present: FloatArray) -> tuple[float, float, float]:
    if not present.size:
        return (float("nan"),) * 3
    return float(present.min()), float(present.max()), float(np.median(present))


def _median(scores: FloatArray) -> float:
    present = scores[~np.isnan(scores)]
    return float(np.median(present)) if present.size else float("nan")
