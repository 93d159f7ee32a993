"""Whether tiers part where the totals part: gaps within them, and how well they fit beside natural breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine import tiers as engine

if TYPE_CHECKING:
    from parkindex.audit.tiers.tiered import Tiered
    from parkindex.engine.arrays import FloatArray, IntArray

LEAST_UNITS = 10
"""Units from which gaps and variances say something about tiers."""

WIDER = 4.0
"""How many times the widest step between tiers a gap within a tier must be before it is told."""

OF_THE_RANGE = 0.15
"""And what share of the whole range: in long tables some neighbours lie far apart by chance, but not that far."""

TIMES = 2.5
"""How many times the least variance within the tiers must be left by the printed ones before it is told."""

LOST = 0.15
"""And how much goodness of fit must be lost: tiers that fit nearly as well are as good."""

LEAST_MEMBERS = 3
"""Units that every natural tier must have: one unit far from all others makes a tier of its own, and says little."""


@dataclass(frozen=True, eq=False)
class Fit:
    """Goodness of variance fit of the ``printed`` tiers and of the ``best`` ones, which are ``tiers`` (units,)."""

    printed: float
    best: float
    tiers: FloatArray

    @property
    def members(self) -> list[int]:
        """Units of each of the best tiers."""
        return [int((self.tiers == tier).sum()) for tier in np.unique(self.tiers)]

    @property
    def poor(self) -> bool:
        """Whether the printed tiers leave far more variance within than they need to."""
        worse = 1 - self.printed >= TIMES * (1 - self.best) and self.best - self.printed >= LOST
        return worse and min(self.members) >= LEAST_MEMBERS


def parts_elsewhere(tiered: Tiered) -> bool:
    """Tell whether the tiers part neither at wide gaps nor nearly as naturally as they could.

    One alone is no news: tiers at quantiles or round scores often have a gap within them, and tiers at the widest gaps
    need not be natural breaks.
    """
    if wide_gap(tiered) is None:
        return False
    found = fit_of(tiered)
    return found is not None and found.poor


def wide_gap(tiered: Tiered) -> int | None:
    """Return after which place from the top a tier is parted more widely than the tiers are; None where none is."""
    scores, tiers = tiered.scores[tiered.falling], tiered.tiers[tiered.falling]
    drops, inside = scores[:-1] - scores[1:], _inside(tiers)
    if len(scores) < LEAST_UNITS or not len(inside):
        return None
    widest = int(inside[np.argmax(drops[inside])])
    least = max(WIDER * drops[np.flatnonzero(np.diff(tiers))].max(), OF_THE_RANGE * np.ptp(scores))
    return widest if drops[widest] >= least else None


def _inside(tiers: IntArray) -> IntArray:
    """Return the places of gaps with a quarter of the units of a tier, and at least three, on either side."""
    held = (np.flatnonzero(tiers == tier) for tier in np.unique(tiers))
    least = ((places, max(3, -(-len(places) // 4))) for places in held)
    return np.concatenate([places[count - 1 : len(places) - count] for places, count in least]).astype(np.intp)


def fit_of(tiered: Tiered) -> Fit | None:
    """Set the printed tiers beside natural breaks with as many tiers; None for too few units or different totals."""
    if len(tiered.rows) < LEAST_UNITS or len(np.unique(tiered.scores)) < tiered.count:
        return None
    best = engine.natural_breaks(tiered.scores, count=tiered.count)
    return Fit(goodness(tiered.scores, tiered.tiers), goodness(tiered.scores, best), best)


def goodness(scores: FloatArray, tiers: FloatArray | IntArray) -> float:
    """Return the goodness of variance fit: one less the share of the squared deviations that lies within the tiers.

    Sources: Jenks (1967), The data model concept in statistical mapping, International Yearbook of Cartography 7:186;
    the best tiers are those of Fisher (1958), doi:10.1080/01621459.1958.10501479.
    """
    whole = float(((scores - scores.mean()) ** 2).sum())
    left = sum(float(((scores[tiers == tier] - scores[tiers == tier].mean()) ** 2).sum()) for tier in np.unique(tiers))
    return 1 - left / whole
