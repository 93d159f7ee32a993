"""Profiles: each unit's pillars on one scale, percent of the best unit in the pillar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.similarity import Alike, mean_difference, pairs, same_profile

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result


def percent_of_best(scores: FloatArray) -> FloatArray:
    """Return each column (units, parts) as percent of its highest value; a column without a positive one is NaN."""
    with np.errstate(all="ignore"):
        best = np.fmax.reduce(scores, axis=0, initial=-np.inf)
    scale = np.where(np.isfinite(best) & (best > 0), best, np.nan)
    return np.asarray(100 * scores / scale)


def pillar_profiles(result: Result) -> FloatArray:
    """Return (units, pillars) in percent of the best unit in each pillar."""
    return percent_of_best(np.stack([result.column(pillar.code) for pillar in result.framework.pillars], axis=1))


@dataclass(frozen=True, slots=True)
class Homogeneity:
    """How alike the units' profiles are, over all pairs of units.

    ``difference`` is the median over all pairs of the mean absolute difference per pillar in points (percent of the
    best), and ``close`` the share of pairs, in percent, that differ by less than `CLOSE` points.
    """

    difference: float
    close: float
    pairs: int


CLOSE = 5.0
"""Points, in percent of the best: profiles that differ by less on average look alike."""


def homogeneity(profiles: FloatArray) -> Homogeneity:
    """Return how alike profiles (units, pillars) are; NaN for fewer than two units."""
    apart = pairs(mean_difference(profiles))
    if not apart.size:
        return Homogeneity(float("nan"), float("nan"), 0)
    return Homogeneity(float(np.median(apart)), float(100 * np.mean(apart < CLOSE)), int(apart.size))


def shared_in_places(result: Result, pillars: tuple[str, ...]) -> tuple[Alike, ...]:
    """Group the units of each city that have the very same scores in these pillars.

    Every unit with a city stands in one.
    """
    cities = {unit: result.dataset.city_of(unit) for unit in result.units}
    known = [unit for unit in result.units if cities[unit] is not None]
    rows = [result.row(unit) for unit in known]
    scores = np.stack([result.column(pillar)[rows] for pillar in pillars], axis=1)
    places = {unit: city.code for unit, city in cities.items() if city is not None}
    return same_profile(known, places, scores)
