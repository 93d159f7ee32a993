"""Rank intervals: where each unit could stand under ordinary assumptions, and printed ranks outside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.outcome import TOLD_ONE_BY_ONE, Outcome, fails, holds, untestable
from parkindex.audit.robustness.of_table import assumptions_of, draws_for, evaluation_of
from parkindex.audit.sequences import rises_with
from parkindex.engine.ranking import rank
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.audit.publication import Publication, Ranking
    from parkindex.engine.arrays import FloatArray

LEVEL = 0.9
"""Share of the draws that an interval holds, and in which a firm rank comes up."""

NEARLY_ALL = 0.99
"""Share of the draws held by the interval outside of which a printed rank is told: one in ten may lie outside a 90%."""

BEYOND = (2, 0.03)
"""How many ranks beyond that interval, and what share of the units, a printed rank must lie before it is told.

A method’s own result can be the extreme of what is assumed: a unit that stands between two others under the stated
weights alone is one rank outside.
"""


@dataclass(frozen=True, eq=False)
class Intervals:
    """Printed ranks among the units that were scored, and their intervals; ``rows`` of the table, (units,) each.

    ``low`` to ``high`` holds 90 % of the draws, ``least`` to ``most`` 99 %. ``firm`` is None where ranks are too many
    to be counted one by one.
    """

    rows: tuple[int, ...]
    ranks: FloatArray
    low: FloatArray
    high: FloatArray
    least: FloatArray
    most: FloatArray
    firm: int | None
    draws: int

    @property
    def outside(self) -> list[int]:
        """Positions of the printed ranks far outside 99 % of the draws."""
        beyond = np.maximum(self.least - self.ranks, self.ranks - self.most)
        found: list[int] = np.flatnonzero(beyond >= max(BEYOND[0], BEYOND[1] * len(self.rows))).tolist()
        return found

    @property
    def within(self) -> int:
        """How many printed ranks lie within 90 % of the draws."""
        return int(((self.ranks >= self.low) & (self.ranks <= self.high)).sum())


def rank_intervals(publication: Publication) -> Iterator[Outcome]:
    """Test whether no printed rank lies far outside what ordinary assumptions give, and say how many ranks are firm.

    An edition says itself what is uncertain about it. For a bare table every weight may be a quarter higher or lower,
    columns may be measured by their marks, best scores or ranges, and added or multiplied. That few ranks are firm is
    said, not held against a table: it is so of most rankings.
    """
    ranking = publication.ranking
    found = intervals_of(publication)
    if found is None:
        yield untestable(
            "无法检验：总分不由各列的正分加总或平均而成，或名次不是按总分排的，无从在别的假设下重算。",
            "This cannot be tested: the totals are neither sums nor means of columns of positive points, or the ranks "
            "are not theirs, so that nothing can be computed anew under other assumptions.",
        )
        return
    n, outside = len(found.rows), found.outside
    data = _data(ranking, found)
    if len(outside) > TOLD_ONE_BY_ONE:
        rows = [found.rows[unit] for unit in outside]
        yield fails(
            "major",
            f"{n}个所载名次中有{len(rows)}个不在通常假设下的99%区间之内。",
            f"Of {n} printed ranks, {len(rows)} lie outside the 99% intervals that ordinary assumptions give them.",
            *(ranking.rank_cell(row) for row in rows[:TOLD_ONE_BY_ONE]),
            units=[ranking.units[row] for row in rows],
            **data,
        )
    else:
        yield from (_outside(ranking, found, unit) for unit in outside)
    if not outside:
        yield holds(
            f"{n}个所载名次中有{found.within}个在通常假设下的90%区间之内，没有一个远在其外（抽样{found.draws}次）。",
            f"Of {n} printed ranks, {found.within} lie within the 90% intervals that ordinary assumptions give them, "
            f"and none far outside ({found.draws:,} draws).",
            **data,
        )
    yield _firm(ranking, found)


def intervals_of(publication: Publication) -> Intervals | None:
    """Return the intervals of the printed ranks; None where the table cannot be computed anew."""
    ranking = publication.ranking
    uncertainty = publication.uncertainty() if publication.result is not None else None
    if uncertainty is None:
        uncertainty = _of_table(publication)
    if uncertainty is None:
        return None
    place = {unit: row for row, unit in enumerate(ranking.units)}
    units = [k for k, unit in enumerate(uncertainty.units) if ranking.ranks[place.get(unit, 0)] and unit in place]
    rows = tuple(place[uncertainty.units[k]] for k in units)
    printed = np.array([float(ranking.ranks[row] or 0) for row in rows])
    total = ranking.total
    if len(rows) < 3 or total is None or rises_with(printed, total.values[list(rows)]):
        return None
    tails = np.array([(1 - NEARLY_ALL) / 2, (1 - LEVEL) / 2, (1 + LEVEL) / 2, (1 + NEARLY_ALL) / 2])
    quantiles = uncertainty.rank_quantiles(tails)[units]
    return Intervals(
        rows,
        rank(-printed),
        np.floor(quantiles[:, 1]),
        np.ceil(quantiles[:, 2]),
        np.floor(quantiles[:, 0]),
        np.ceil(quantiles[:, 3]),
        len(uncertainty.firm_ranks(LEVEL)) if uncertainty.exact_ranks else None,
        uncertainty.scored,
    )


def _of_table(publication: Publication) -> Uncertainty | None:
    from parkindex.analysis.uncertainty.propagation import propagate

    evaluation = evaluation_of(publication.ranking)
    if evaluation is None:
        return None
    draws = draws_for(*evaluation.values[:, 1:].shape)
    return propagate(evaluation, assumptions_of(evaluation), draws=draws, seed=publication.seed, pairs=False)


def _outside(ranking: Ranking, found: Intervals, unit: int) -> Outcome:
    row = found.rows[unit]
    span = _span(found.least[unit], found.most[unit])
    name, printed = ranking.names[row], ranking.ranks[row]
    total = ranking.printed_total
    return fails(
        "major",
        f"{name.zh}印作第{printed}名，通常假设下的99%区间为{span.zh}（抽样{found.draws}次）。",
        f"{name.en} is printed as rank {printed}; ordinary assumptions give it {span.en} in 99% of "
        f"{found.draws:,} draws.",
        ranking.rank_cell(row),
        ranking.cell(row, total),
        subject=ranking.units[row],
        interval=[int(found.least[unit]), int(found.most[unit])],
    )


def _firm(ranking: Ranking, found: Intervals) -> Outcome:
    n, widest = len(found.rows), int(np.argmax(found.high - found.low))
    name, span = ranking.names[found.rows[widest]], _span(found.low[widest], found.high[widest])
    zh, en = f"{n}家中90%区间最宽的是", f"Of {n} units, the widest 90% interval is"
    if found.firm is not None:
        zh = f"{n}家中{found.firm}家的名次在九成以上的抽样中不变；90%区间最宽的是"
        kept = "1 keeps its rank" if found.firm == 1 else f"{found.firm} keep their ranks"
        en = f"Of {n} units, {kept} in nine draws of ten; the widest 90% interval is"
    return holds(
        f"{zh}{name.zh}，{span.zh}。",
        f"{en} that of {name.en}, {span.en}.",
        subject="firm",
        n=n,
        firm=found.firm,
        widest=ranking.units[found.rows[widest]],
    )


def _span(low: float, high: float) -> Text:
    if low == high:
        return Text(zh=f"第{low:.0f}名", en=f"rank {low:.0f}")
    return Text(zh=f"第{low:.0f}至{high:.0f}名", en=f"ranks {low:.0f} to {high:.0f}")


def _data(ranking: Ranking, found: Intervals) -> dict[str, Any]:
    return {
        "n": len(found.rows),
        "draws": found.draws,
        "level": LEVEL,
        "firm": found.firm,
        "intervals": {
            ranking.units[row]: [int(printed), int(low), int(high)]
            for row, printed, low, high in zip(found.rows, found.ranks, found.low, found.high, strict=True)
        },
    }
