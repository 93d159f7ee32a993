"""Several years of one index: growth, trend, and how far data and method moved each rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.panel import compound_growth, rank_change, trend

if TYPE_CHECKING:
    from parkindex.index import Panel


@dataclass(frozen=True, slots=True)
class Course:
    """One unit over the years at one node; numbers are NaN, and ranks None, where a year is missing.

    ``scores`` and ``ranks`` year by year; ``growth`` per year from the first to the last as a share; ``slope`` of the
    straight line per year in points, and ``fit``, the share of the variance it explains.
    """

    unit: str
    scores: tuple[float, ...]
    ranks: tuple[int | None, ...]
    growth: float
    slope: float
    fit: float


@dataclass(frozen=True, slots=True)
class RankMove:
    """The change of a unit's rank between the first and the last year, positive for places gained.

    ``total`` = ``data`` + ``method``; without another method ``method`` is 0.
    """

    unit: str
    total: float
    data: float
    method: float


def courses(panel: Panel, *, node: str | None = None) -> tuple[Course, ...]:
    """Follow every unit through the years, best of the last year first; without a node at the index.

    Raises `UsageError` for a node that the framework does not have.
    """
    from parkindex.engine.ranking import rank

    last = panel.result()
    scores = panel.scores[..., 0 if node is None else last.column_of(node)]
    ranks = panel.ranks if node is None else rank(scores)
    growth = compound_growth(scores, years=panel.years) if len(panel.years) > 1 else np.full(scores.shape[1], np.nan)
    line = trend(scores, years=panel.years)
    order = np.argsort(ranks[-1], kind="stable")
    return tuple(
        Course(
            unit=panel.units[row],
            scores=tuple(float(score) for score in scores[:, row]),
            ranks=tuple(None if np.isnan(place) else int(place) for place in ranks[:, row]),
            growth=float(growth[row]),
            slope=float(line.slope[row]),
            fit=float(line.fit[row]),
        )
        for row in order
    )


def rank_moves(panel: Panel, new: Panel | None = None) -> tuple[RankMove, ...]:
    """Split each change of rank since the first year into data and, with ``new`` (the same years), change of method.

    In the order of ``panel``'s courses.
    """
    later = panel if new is None else new
    index = (..., 0)
    found = rank_change(
        panel.scores[0][index],
        later.scores[-1][index],
        new_method_before=later.scores[0][index],
        old_method_after=panel.scores[-1][index],
    )
    order = np.argsort(panel.ranks[-1], kind="stable")
    return tuple(
        RankMove(panel.units[row], float(found.total[row]), float(found.data[row]), float(found.method[row]))
        for row in order
    )
