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


def positions(result: Result, unit: str) -> tuple[Position, ...]:
    """Return where a unit stands in every pillar, in the order of the tree."""
    row = result.row(unit)
    mates = result.tiers == result.tiers[row]
    return tuple(_position(pillar.code, result.column(pillar.code), row, mates) for pillar in result.framework.pillars)


def _position(node: str, scores: FloatArray, row: int, mates: FloatArray) -> Position:
    """Return where one row of a column stands."""
    present = scores[~np.isnan(scores)]
    own = float(scores[row])
    if np.isnan(own):
        low, high, middle = _extent(present)
        return Position(node, own, None, present.size, low, high, middle, _median(scores[mates]), "ordinary")
    low, high, middle = _extent(present)
    tier_median = _median(scores[mates])
    above = int(rank(scores)[row])
    below = int(rank(-scores)[row])
    judged = verdict(above, below, present.size, own - tier_median, spread=high - low)
    return Position(node, own, above, present.size, low, high, middle, tier_median, judged)


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
