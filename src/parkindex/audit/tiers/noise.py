"""Noise: how likely rounding, or a point more or less, would change the list of a tier.

The errors of the totals are uniform and independent, so that no draws are needed: a unit changes its tier with the
share of its error that lies beyond a border, and the list stays when every unit does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.outcome import MOST_SHOWN, Outcome, holds, untestable
from parkindex.audit.tiers.members import NOT_OF_TOTALS
from parkindex.audit.tiers.tiered import Tiered
from parkindex.audit.wording import units_listed

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.engine.arrays import FloatArray


def noise(publication: Publication) -> Iterator[Outcome]:
    """Say how likely the tiers change under rounding of the printed totals, and under a point more or less.

    A point is a hundredth of the full mark; without one, of the highest total. Units near a cut-off are named.
    """
    tiered = Tiered.of(publication.ranking)
    if not tiered.follow or tiered.misplaced:
        yield untestable(*NOT_OF_TOTALS)
        return
    full = tiered.ranking.full_mark
    top = float(np.abs(tiered.scores).max())
    point = float(full) / 100 if full is not None and float(full) * 2 > top else top / 100
    half = float(tiered.total.unit_of_last_place) / 2
    rounding, single = (changing(tiered.scores, tiered.borders, width) for width in (half, point))
    near = sorted(np.flatnonzero(single > 0).tolist(), key=lambda unit: -single[unit])
    rows = [tiered.row(unit) for unit in near]
    data: dict[str, Any] = {"n": len(tiered.rows), "point": point}
    for name, shares in (("rounding", rounding), ("single_point", single)):
        data[name] = {
            "list_changes": any_of(shares),
            "expected": float(shares.sum()),
            "units": {
                tiered.ranking.units[tiered.row(unit)]: float(shares[unit]) for unit in np.flatnonzero(shares).tolist()
            },
        }
    at_cut = units_listed(tiered.ranking, [tiered.row(int(unit)) for unit in np.flatnonzero(rounding)])
    zh = f"取舍误差可能改变{at_cut.zh}的梯队" if rounding.any() else "取舍误差不会改变梯队"
    en = f"Rounding could move {at_cut.en} to another tier" if rounding.any() else "Rounding changes no tier"
    if not rows:
        yield holds(
            f"{zh}；总分上下{point:.3g}分之内的误差也不会。",
            f"{en}; nor does an error of up to {point:.3g} either way.",
            **data,
        )
        return
    names = units_listed(tiered.ranking, rows)
    yield holds(
        f"{zh}；总分若有上下{point:.3g}分之内的误差，名单有{100 * any_of(single):.0f}%的可能改变"
        f"（n = {len(tiered.rows)}），靠近界线的是{names.zh}。",
        f"{en}; with errors of up to {point:.3g} either way the lists change with a probability of "
        f"{100 * any_of(single):.0f}% (n = {len(tiered.rows)}); near a cut-off are {names.en}.",
        *(tiered.ranking.cell(row, tiered.total) for row in rows[:MOST_SHOWN]),
        **data,
    )


def changing(scores: FloatArray, borders: FloatArray, width: float) -> FloatArray:
    """Return how likely each unit (units,) changes its tier under a uniform error of up to ``width`` either way."""
    cuts = np.concatenate([[np.inf], borders, [-np.inf]])
    own = (scores[:, None] < borders[None, :]).sum(axis=1)
    upper, lower = cuts[own], cuts[own + 1]
    beyond = np.clip((width - (upper - scores)) / (2 * width), 0, 1) + np.clip(
        (width - (scores - lower)) / (2 * width), 0, 1
    )
    return np.asarray(np.minimum(beyond, 1.0))


def any_of(shares: FloatArray) -> float:
    """Return how likely at least one of several independent things happens."""
    return float(1 - np.prod(1 - shares))
