"""Natural breaks: how much of the variance the printed tiers leave within, beside the best tiers there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.tiers.gaps import wide_gap
from parkindex.audit.tiers.members import NOT_OF_TOTALS
from parkindex.audit.tiers.tiered import Tiered
from parkindex.audit.wording import plain, plural, units_listed
from parkindex.engine import tiers as engine

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.engine.arrays import FloatArray

LEAST_UNITS = 10

TIMES = 2.5
"""How many times the least variance within the tiers must be left by the printed ones before it is told."""

LOST = 0.15
"""And how much goodness of fit must be lost: tiers that fit nearly as well are as good."""

LEAST_MEMBERS = 3
"""Units that every natural tier must have: one unit far from all others makes a tier of its own, and says little."""


def natural_breaks(publication: Publication) -> Iterator[Outcome]:
    """Set the printed tiers beside natural breaks (Fisher-Jenks) with as many tiers, by goodness of variance fit.

    That others would fit better is no error. It is told where the printed tiers leave two and a half times the variance
    within and lose 0.15 of the fit, every natural tier has three units or more, and the printed ones do not part at
    wide gaps either.
    """
    tiered = Tiered.of(publication.ranking)
    n = len(tiered.rows)
    if not tiered.follow or tiered.misplaced or n < LEAST_UNITS or len(np.unique(tiered.scores)) < tiered.count:
        yield (
            untestable(*NOT_OF_TOTALS)
            if not tiered.follow
            else untestable(
                f"无法检验：少于{LEAST_UNITS}家，或梯队与总分的高低不一致。",
                f"This cannot be tested: fewer than {LEAST_UNITS} units, or tiers that do not follow the totals.",
            )
        )
        return
    best = engine.natural_breaks(tiered.scores, count=tiered.count)
    printed, reached = goodness(tiered.scores, tiered.tiers), goodness(tiered.scores, best)
    numbers = np.unique(tiered.tiers, return_inverse=True)[1] + 1
    moved = np.flatnonzero(numbers != best)
    data: dict[str, Any] = {
        "n": n,
        "goodness": printed,
        "best": reached,
        "tiers": {tiered.ranking.units[tiered.row(unit)]: int(best[unit]) for unit in range(n)},
        "moved": [tiered.ranking.units[tiered.row(int(unit))] for unit in moved],
    }
    members = [int((best == tier).sum()) for tier in range(1, tiered.count + 1)]
    sizes = "、".join(map(str, members))
    zh = f"所载{tiered.count}个梯队的方差拟合优度为{plain(printed)}，同样数目的自然断点为{plain(reached)}（n = {n}）"
    en = (
        f"The {tiered.count} printed tiers have a goodness of variance fit of {plain(printed)}, "
        f"natural breaks of {plain(reached)} (n = {n})"
    )
    worse = 1 - printed >= TIMES * (1 - reached) and reached - printed >= LOST
    if not worse or min(members) < LEAST_MEMBERS or wide_gap(tiered) is None:
        yield holds(f"{zh}。", f"{en}.", **data)
        return
    names = units_listed(tiered.ranking, [tiered.row(int(unit)) for unit in moved])
    yield fails(
        "minor",
        f"{zh}；按自然断点各梯队为{sizes}家，{len(moved)}家换梯队：{names.zh}。",
        f"{en}; natural breaks would make tiers of {sizes.replace('、', ', ')} and move {plural(len(moved), 'unit')}: "
        f"{names.en}.",
        *(tiered.ranking.cell(tiered.row(unit), tiered.total) for unit in _at_breaks(tiered.scores, best)),
        **data,
    )


def goodness(scores: FloatArray, tiers: np.ndarray) -> float:
    """Return the goodness of variance fit: one less the share of the squared deviations that lies within the tiers."""
    whole = float(((scores - scores.mean()) ** 2).sum())
    left = sum(float(((scores[tiers == tier] - scores[tiers == tier].mean()) ** 2).sum()) for tier in np.unique(tiers))
    return 1 - left / whole


def _at_breaks(scores: FloatArray, tiers: FloatArray) -> list[int]:
    """Return the units on either side of every break, from the top down."""
    order = np.argsort(-scores, kind="stable")
    breaks = np.flatnonzero(np.diff(tiers[order]))
    return [int(order[place + side]) for place in breaks for side in (0, 1)]
