"""Natural breaks: how much of the variance the printed tiers leave within, beside the best tiers there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.tiers.members import NOT_OF_TOTALS
from parkindex.audit.tiers.parting import LEAST_UNITS, fit_of, parts_elsewhere
from parkindex.audit.tiers.tiered import Tiered
from parkindex.audit.wording import plain, plural, units_listed

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.engine.arrays import FloatArray


def natural_breaks(publication: Publication) -> Iterator[Outcome]:
    """Set the printed tiers beside natural breaks (Fisher-Jenks) with as many tiers, by goodness of variance fit.

    That others would fit better is no error. It is told where the printed tiers leave two and a half times the variance
    within and lose 0.15 of the fit, every natural tier has three units or more, and the printed ones do not part at
    wide gaps either.
    """
    tiered = Tiered.of(publication.ranking)
    n = len(tiered.rows)
    found = fit_of(tiered) if tiered.follow and not tiered.misplaced else None
    if found is None:
        yield (
            untestable(*NOT_OF_TOTALS)
            if not tiered.follow
            else untestable(
                f"无法检验：少于{LEAST_UNITS}家，或梯队与总分的高低不一致。",
                f"This cannot be tested: fewer than {LEAST_UNITS} units, or tiers that do not follow the totals.",
            )
        )
        return
    printed, reached, best = found.printed, found.best, found.tiers
    numbers = np.unique(tiered.tiers, return_inverse=True)[1] + 1
    moved = np.flatnonzero(numbers != best)
    data: dict[str, Any] = {
        "n": n,
        "goodness": printed,
        "best": reached,
        "tiers": {tiered.ranking.units[tiered.row(unit)]: int(best[unit]) for unit in range(n)},
        "moved": [tiered.ranking.units[tiered.row(int(unit))] for unit in moved],
    }
    sizes = "、".join(map(str, found.members))
    zh = f"所载{tiered.count}个梯队的方差拟合优度为{plain(printed)}，同样数目的自然断点为{plain(reached)}（n = {n}）"
    en = (
        f"The {tiered.count} printed tiers have a goodness of variance fit of {plain(printed)}, "
        f"natural breaks of {plain(reached)} (n = {n})"
    )
    if not parts_elsewhere(tiered):
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


def _at_breaks(scores: FloatArray, tiers: FloatArray) -> list[int]:
    """Return the units on either side of every break, from the top down."""
    order = np.argsort(-scores, kind="stable")
    breaks = np.flatnonzero(np.diff(tiers[order]))
    return [int(order[place + side]) for place in breaks for side in (0, 1)]
