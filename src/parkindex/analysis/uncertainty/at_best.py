"""How far a unit can come by its own values at all: every one of them as good as the best of the field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.method import run

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Standing:
    """Rank, tier and score of a unit; None where it has none."""

    rank: int | None
    tier: int | None
    score: float


def at_best(evaluation: Evaluation, unit: str) -> Standing:
    """Return where a unit stands when every value that it has becomes the best that any unit has.

    Other units keep their values, missing values stay missing. Raises `MethodError` where the method refuses such
    values, `ValueError` for an unknown unit.
    """
    row = evaluation.units.index(unit)
    values = evaluation.values.copy()
    for node in evaluation.entries:
        if not np.isnan(values[row, node]):
            best = np.nanmax if evaluation.direction[node] > 0 else np.nanmin
            values[row, node] = best(evaluation.values[:, node])
    found = run(values, evaluation.structure, evaluation.direction, evaluation.method, context=evaluation.context)
    rank, tier = (None if np.isnan(place[row]) else int(place[row]) for place in (found.ranks, found.tiers))
    return Standing(rank, tier, float(found.scores[row, 0]))
