"""Order: ranks against totals, and the rows of the table against both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outcome import TOLD_ONE_BY_ONE, Outcome, fails, holds, untestable
from parkindex.audit.sequences import follows, misplaced, out_of_order, rises_with
from parkindex.audit.wording import plural, units_listed
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication, Ranking
    from parkindex.engine.arrays import FloatArray, IntArray


CLASSES_FROM = 0.25
"""Share of units that share a rank in spite of different totals from which ranks are classes, not misprints."""

ORDERED_FROM = 9
"""Rows from which nearly ordered cannot be chance: 2 in 10,000 orders of 9 rows have at most one out of place."""

MISPLACED_UP_TO = 0.1
"""Share of rows out of place up to which a table is said to run in order; with more, its order is another one."""


@dataclass(frozen=True, eq=False)
class Placed:
    """Rows with a total and a rank, ``scores`` turned so that higher is better: (rows,) each."""

    ranking: Ranking
    rows: IntArray
    ranks: IntArray
    scores: FloatArray

    @classmethod
    def of(cls, ranking: Ranking) -> Placed:
        """Take the rows that print both."""
        total = ranking.printed_total
        rows = np.array([row for row in total.present if ranking.ranks[row] is not None], dtype=np.intp)
        ranks = np.array([ranking.ranks[row] for row in rows], dtype=np.intp)
        scores = total.values[rows]
        return cls(ranking, rows, ranks, -scores if rises_with(ranks, scores) else scores)

    @property
    def follow(self) -> bool:
        """Whether the ranks are those of the totals at all."""
        return follows(self.ranks, self.scores)

    @cached_property
    def misplaced(self) -> tuple[int, ...]:
        """Positions of the fewest units without which ranks follow the totals."""
        return misplaced(self.ranks, self.scores)

    @cached_property
    def doubled(self) -> dict[int, IntArray]:
        """Ranks that several units hold in spite of different totals: rank -> positions."""
        shared = [rank for rank, count in Counter(self.ranks.tolist()).items() if count > 1]
        held = {rank: np.flatnonzero(self.ranks == rank) for rank in sorted(shared)}
        return {rank: units for rank, units in held.items() if np.ptp(self.scores[units]) > 0}

    @cached_property
    def skipped(self) -> tuple[int, ...]:
        """Ranks that nobody holds and that no rule of ties leaves out."""
        counts = Counter(self.ranks.tolist())
        below = {rank + step for rank, count in counts.items() for step in range(count)}
        above = {rank - step for rank, count in counts.items() for step in range(count)}
        every = set(range(int(self.ranks.min()), int(self.ranks.max()) + 1))
        shared, last = every - below, every - above
        return tuple(sorted(shared if len(shared) <= len(last) else last))

    def against(self, unit: int) -> int:
        """Return the unit nearest in rank that contradicts the place of another."""
        ranks, scores = self.ranks - self.ranks[unit], self.scores - self.scores[unit]
        odd = np.flatnonzero(ranks * scores > 0)
        kept = np.setdiff1d(odd, self.misplaced)
        odd = kept if len(kept) else odd
        return int(odd[np.argmin(np.abs(ranks[odd]))])


def ranks_follow_totals(publication: Publication) -> Iterator[Outcome]:
    """Test whether a higher total never has a worse rank, and whether ranks are doubled or left out."""
    placed = Placed.of(publication.ranking)
    n = len(placed.rows)
    if not placed.follow:
        yield untestable(
            "无法检验：所载名次不是按总分排的。",
            "This cannot be tested: the printed ranks are not those of the totals.",
        )
        return
    within = _within_groups(placed) if placed.misplaced else None
    if within is not None:
        yield holds(
            f"{n}个名次在各{within.zh}之内都与总分一致。",
            f"All {n} ranks follow the totals within each {within.en}.",
            n=n,
        )
        return
    found = [*_inversions(placed), *_doubled(placed), *_skipped(placed)]
    yield from found
    if not found:
        yield holds(f"{n}个名次都与总分一致。", f"All {n} ranks follow the totals.", n=n)


def _inversions(placed: Placed) -> Iterator[Outcome]:
    wrong, ranking = placed.misplaced, placed.ranking
    if len(wrong) > TOLD_ONE_BY_ONE:
        rows = [int(placed.rows[unit]) for unit in wrong]
        yield fails(
            "major",
            f"{len(placed.rows)}个名次中有{len(wrong)}个与总分的高低不符。",
            f"Of {len(placed.rows)} ranks, {len(wrong)} do not follow the totals.",
            *(ranking.rank_cell(row) for row in rows[:TOLD_ONE_BY_ONE]),
            n=len(placed.rows),
            units=[ranking.units[row] for row in rows],
        )
        return
    yield from (_inversion(placed, unit, placed.against(unit)) for unit in wrong)


def _inversion(placed: Placed, unit: int, other: int) -> Outcome:
    ranking, total = placed.ranking, placed.ranking.printed_total
    row, beside = int(placed.rows[unit]), int(placed.rows[other])
    name, named = ranking.names[row], ranking.names[beside]
    here, there = total.printed(row), total.printed(beside)
    return fails(
        "major",
        f"{name.zh}总分{here}，名次{ranking.ranks[row]}；{named.zh}总分{there}，名次{ranking.ranks[beside]}：名次与总分的高低相反。",
        f"{name.en} has a total of {here} and rank {ranking.ranks[row]}, {named.en} a total of {there} and rank "
        f"{ranking.ranks[beside]}: the ranks run against the totals.",
        ranking.cell(row, total),
        ranking.rank_cell(row),
        ranking.cell(beside, total),
        ranking.rank_cell(beside),
        subject=ranking.units[row],
        rank_by_total=int((placed.scores > placed.scores[unit]).sum()) + 1,
    )


def _doubled(placed: Placed) -> Iterator[Outcome]:
    ranking, total = placed.ranking, placed.ranking.total
    wrong = {rank: units for rank, units in placed.doubled.items() if not set(units.tolist()) & set(placed.misplaced)}
    if not wrong or sum(map(len, wrong.values())) > max(2, CLASSES_FROM * len(placed.rows)) or total is None:
        return
    for rank, units in list(wrong.items())[:TOLD_ONE_BY_ONE]:
        rows = [int(placed.rows[unit]) for unit in units]
        names = units_listed(ranking, rows)
        yield fails(
            "moderate",
            f"{names.zh}的总分不同，却都印作第{rank}名。",
            f"{names.en} have different totals, yet each is printed as rank {rank}.",
            *(cell for row in rows for cell in (ranking.cell(row, total), ranking.rank_cell(row))),
            subject=ranking.units[rows[0]],
            rank=rank,
            units=[ranking.units[row] for row in rows],
        )


def _skipped(placed: Placed) -> Iterator[Outcome]:
    """Say which ranks nobody holds; of many it is an extract from a longer list, and nothing is said."""
    n, left_out = len(placed.rows), placed.skipped
    if placed.misplaced or not 0 < len(left_out) <= max(1, n // 10):
        return
    ranking = placed.ranking
    before = [int(np.flatnonzero(placed.ranks == placed.ranks[placed.ranks < rank].max())[0]) for rank in left_out]
    after = [int(np.flatnonzero(placed.ranks == placed.ranks[placed.ranks > rank].min())[0]) for rank in left_out]
    shown = "、".join(map(str, left_out)), ", ".join(map(str, left_out))
    yield fails(
        "minor",
        f"{n}家的名次印到第{placed.ranks.max()}名，没有一家是第{shown[0]}名。",
        f"The ranks of {n} units run up to {placed.ranks.max()}, and none is ranked {shown[1]}.",
        *(ranking.rank_cell(int(placed.rows[unit])) for unit in dict.fromkeys([*before, *after])),
        n=n,
        ranks=list(left_out),
    )


def _within_groups(placed: Placed) -> Text | None:
    """Return within which groups ranks start anew and follow the totals; None where they do not."""
    ranking = placed.ranking
    groupings: list[tuple[Text, list[str]]] = []
    if any(ranking.tiers):
        groupings.append((Text(zh="梯队", en="tier"), [str(tier) for tier in ranking.tiers]))
    depth = max((len(places) for places in ranking.places), default=0)
    for level in range(depth):
        labels = [places[level] if level < len(places) else "" for places in ranking.places]
        groupings.append((Text(zh="地", en="place"), labels))
    for words, labels in groupings:
        own = [labels[row] for row in placed.rows]
        groups = [np.flatnonzero([label == one for label in own]) for one in dict.fromkeys(own)]
        if 1 < len(groups) < len(own) and all(_starts_anew(placed, units) for units in groups):
            return words
    return None


def _starts_anew(placed: Placed, units: IntArray) -> bool:
    part = Placed(placed.ranking, placed.rows[units], placed.ranks[units], placed.scores[units])
    return int(part.ranks.min()) == 1 and not part.misplaced


def table_order(publication: Publication) -> Iterator[Outcome]:
    """Test whether a table that runs by rank or total has rows out of place."""
    ranking, total = publication.ranking, publication.ranking.printed_total
    n = len(ranking.units)
    ranked = all(rank is not None for rank in ranking.ranks) and len(ranking.ranks) == n
    rows = list(range(n)) if ranked else list(total.present)
    numbers = [float(rank or 0) for rank in ranking.ranks] if ranked else (-total.values[rows]).tolist()
    wrong = min(out_of_order(numbers), out_of_order([-number for number in numbers]), key=len)
    what = Text(zh="名次", en="rank") if ranked else Text(zh="总分", en="total")
    if not wrong:
        yield holds(f"{len(rows)}行按{what.zh}排列。", f"The {len(rows)} rows run by {what.en}.", n=len(rows))
    elif len(rows) < ORDERED_FROM or len(wrong) > max(1, MISPLACED_UP_TO * len(rows)):
        yield untestable(
            f"无法检验：表中各行不按{what.zh}排列。", f"This cannot be tested: the rows do not run by {what.en}."
        )
    else:
        out = [rows[place] for place in wrong]
        names = units_listed(ranking, out)
        yield fails(
            "minor",
            f"{len(rows)}行按{what.zh}排列，{names.zh}不在其位。",
            f"The {len(rows)} rows run by {what.en}, but {plural(len(out), 'row')} ({names.en}) "
            f"{'stands' if len(out) == 1 else 'stand'} out of place.",
            *(ranking.rank_cell(row) if ranked else ranking.cell(row, total) for row in out[:TOLD_ONE_BY_ONE]),
            n=len(rows),
            units=[ranking.units[row] for row in out],
        )
