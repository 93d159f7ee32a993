"""Ties: equal totals and the ranks that they are given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.arithmetic.totals import exact_share
from parkindex.audit.chance import ALARM
from parkindex.audit.outcome import Outcome, fails, holds
from parkindex.audit.rule import differences, find_rule
from parkindex.audit.wording import plural, units_listed

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication, Ranking


def ties(publication: Publication) -> Iterator[Outcome]:
    """Test whether units with equal totals always share a rank, or never do.

    Totals that are printed alike may differ in what is not printed; only where all of them are exact sums of the
    printed columns are they known to be equal.
    """
    ranking, total = publication.ranking, publication.ranking.printed_total
    groups = equal_totals(ranking)
    if not groups:
        yield holds("没有两家的总分相同。", "No two totals are equal.", n=len(total.present))
        return
    parted = [group for group in groups if len({ranking.ranks[row] for row in group}) > 1]
    shared = [group for group in groups if group not in parted]
    if parted and shared and totals_are_exact(ranking):
        rows = [*parted[0], *shared[0]]
        one, other = units_listed(ranking, parted[0]), units_listed(ranking, shared[0])
        yield fails(
            "minor",
            f"{other.zh}总分相同，名次也相同；{one.zh}总分相同，名次却不同。",
            f"{other.en} have equal totals and one rank; {one.en} have equal totals and different ranks.",
            *(cell for row in rows for cell in (ranking.cell(row, total), ranking.rank_cell(row))),
            shared=[[ranking.units[row] for row in group] for group in shared],
            parted=[[ranking.units[row] for row in group] for group in parted],
        )
        return
    count = len(groups)
    sharing = ("名次也相同", "share a rank") if not parted else ("名次不同", "have different ranks")
    if parted and shared:
        sharing = (
            "有的名次相同，有的名次不同（未印出的小数可以解释）",
            "share a rank or not, as decimals not printed can explain",
        )
    yield holds(
        f"总分相同的有{count}组，{sharing[0]}。",
        f"There {'is' if count == 1 else 'are'} {plural(count, 'group')} of equal totals; they {sharing[1]}.",
        groups=[[ranking.units[row] for row in group] for group in groups],
    )


def equal_totals(ranking: Ranking) -> list[tuple[int, ...]]:
    """Return the rows, two or more, that print the same total and a rank, in the order of the table."""
    found: dict[object, list[int]] = {}
    if ranking.total is not None:
        for row in ranking.total.present:
            if ranking.ranks[row] is not None:
                found.setdefault(ranking.total.cells[row], []).append(row)
    return [tuple(rows) for rows in found.values() if len(rows) > 1]


def totals_are_exact(ranking: Ranking) -> bool:
    """Tell whether all totals equal the sum of the printed columns, too often for numbers added before rounding."""
    rule, total = find_rule(ranking), ranking.total
    if total is None or rule is None or rule.name != "sum" or rule.broken:
        return False
    if any(column.decimals > total.decimals for column in ranking.columns):
        return False
    off, _ = differences(ranking.columns, rule.factors, total, np.array(rule.kept, dtype=np.intp))
    return not off.any() and exact_share(len(ranking.columns)) ** len(rule.kept) < ALARM
