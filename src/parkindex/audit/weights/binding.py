"""What would change if the stated weights were made to bind: columns scaled to them, or scores capped at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.rule import complete_rows
from parkindex.audit.weights.marks import NOT_POINTS, nominal_marks, rows_above
from parkindex.engine.ranking import rank
from parkindex.engine.tiers import thresholds

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication, Ranking
    from parkindex.engine.arrays import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Changed:
    """Totals under another reading of the weights, and what they do: ranks before and after, tiers before and after."""

    totals: FloatArray
    before: FloatArray
    after: FloatArray
    tiers_before: FloatArray
    tiers_after: FloatArray

    @property
    def ranks_changed(self) -> int:
        """Units whose rank changes."""
        return int((self.before != self.after).sum())

    @property
    def tiers_changed(self) -> int:
        """Units whose tier changes, 0 without tiers."""
        return int((~np.isnan(self.tiers_before) & (self.tiers_before != self.tiers_after)).sum())

    @property
    def farthest(self) -> int:
        """The unit that moves farthest, the best ranked of several."""
        return int(np.argmax(np.abs(self.before - self.after) - self.before / (1 + self.before.max()) / 2))


def binding(publication: Publication) -> Iterator[Outcome]:
    """Test whether ranks or tiers would change if no column could give more than its stated weight.

    Two ways: every score capped at the weight, and every column scaled so that its best score gets the weight. Where no
    score exceeds its weight nothing is broken, and nothing is said against the table.
    """
    ranking = publication.ranking
    marks, rows = nominal_marks(ranking), complete_rows(ranking)
    if marks is None or ranking.total is None or len(rows) < 2:
        yield untestable(*NOT_POINTS)
        return
    values, most = ranking.values[rows], np.array([float(mark) for mark in marks])
    above = sum(len(rows_above(column, mark)) for column, mark in zip(ranking.columns, marks, strict=True))
    capped = _changed(ranking, rows, np.minimum(values, most).sum(axis=1))
    best = values.max(axis=0)
    scaled = _changed(ranking, rows, (values * most / np.where(best > 0, best, 1.0)).sum(axis=1))
    data: dict[str, Any] = {"n": len(rows)}
    data |= {"capped": _data(ranking, rows, capped), "scaled": _data(ranking, rows, scaled)}
    if not above or not (capped.ranks_changed or capped.tiers_changed):
        yield holds(
            f"即使每项得分以权重封顶，{len(rows)}家的名次与梯队都不变。",
            f"Even with every score capped at its weight, the ranks and tiers of all {len(rows)} units stay.",
            **data,
        )
        return
    zh_capped, en_capped = _words(ranking, rows, capped)
    zh_scaled, en_scaled = _words(ranking, rows, scaled)
    yield fails(
        "major",
        f"若每项得分以所载权重封顶，{len(rows)}家中{zh_capped}；若每列按最高分缩放到权重，{zh_scaled}。",
        f"Of {len(rows)} units, with every score capped at its stated weight, {en_capped}; with every column scaled so "
        f"that its best score gets the weight, {en_scaled}.",
        *_exhibits(ranking, rows, capped),
        **data,
    )


def _changed(ranking: Ranking, rows: IntArray, totals: FloatArray) -> Changed:
    total = ranking.printed_total
    decimals = total.decimals
    printed, own = np.round(ranking.values[rows].sum(axis=1), decimals), np.round(totals, decimals)
    cuts = [float(cut) for cut in ranking.cut_offs]
    nothing = np.full(len(rows), np.nan)
    return Changed(
        own,
        rank(printed),
        rank(own),
        thresholds(printed, at=cuts) if cuts else nothing,
        thresholds(own, at=cuts) if cuts else nothing,
    )


def _words(ranking: Ranking, rows: IntArray, changed: Changed) -> tuple[str, str]:
    """Say how many ranks and tiers change and who leads, in the middle of a sentence."""
    zh = f"{changed.ranks_changed}家的名次改变"
    en = f"the rank changes for {changed.ranks_changed}"
    if ranking.cut_offs:
        zh += f"、{changed.tiers_changed}家的梯队改变"
        en += f" and the tier for {changed.tiers_changed}"
    was, becomes = int(rows[np.argmin(changed.before)]), int(rows[np.argmin(changed.after)])
    if was == becomes:
        return f"{zh}，首位不变", f"{en} (the leader stays)"
    names = ranking.names
    return (
        f"{zh}，首位由{names[was].zh}变为{names[becomes].zh}",
        f"{en} ({names[becomes].en} leads in place of {names[was].en})",
    )


def _exhibits(ranking: Ranking, rows: IntArray, changed: Changed) -> Iterator[Exhibit]:
    """Yield the scores and rank of the unit that moves farthest, and of a new leader."""
    shown = dict.fromkeys([int(np.argmin(changed.after)), changed.farthest])
    for unit in shown:
        row = int(rows[unit])
        yield from (ranking.cell(row, column) for column in ranking.columns)
        if any(ranking.ranks):
            yield ranking.rank_cell(row)


def _data(ranking: Ranking, rows: IntArray, changed: Changed) -> dict[str, Any]:
    leader, farthest = int(rows[np.argmin(changed.after)]), changed.farthest
    return {
        "ranks_changed": changed.ranks_changed,
        "tiers_changed": changed.tiers_changed,
        "leader": ranking.units[leader],
        "farthest": {
            "unit": ranking.units[int(rows[farthest])],
            "from": int(changed.before[farthest]),
            "to": int(changed.after[farthest]),
        },
        "totals": {ranking.units[int(row)]: float(total) for row, total in zip(rows, changed.totals, strict=True)},
        "ranks": {ranking.units[int(row)]: int(place) for row, place in zip(rows, changed.after, strict=True)},
    }
