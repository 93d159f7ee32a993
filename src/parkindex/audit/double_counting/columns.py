"""Columns that say the same twice: a subtotal added beside its terms, and columns that rise and fall together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.rule import find_rule
from parkindex.audit.wording import listed, plain
from parkindex.engine.correlation import correlations

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication, Ranking
    from parkindex.engine.arrays import FloatArray

SAME_COLUMN = 0.99
"""Correlation from which two columns tell one story: 98% of the variance of each is in the other."""

CERTAINTY = 1e-6
"""Greatest p-value of a correlation, times the pairs that are looked at: small tables reach 0.99 by chance."""

LEAST_ROWS = 5
"""Rows that must all agree before one column is taken for the sum of others."""

LOOKED_AT = 20
"""Rows by which candidates for a sum are sought; what is found is then tested on all rows."""


def correlated(publication: Publication) -> Iterator[Outcome]:
    """Correlate every two columns over the units that have both."""
    ranking = publication.ranking
    found, greatest = _pairs(ranking)
    if greatest is None:
        yield untestable(
            "无法检验：没有两列各有三个以上不同的数值。",
            "This cannot be tested: no two columns vary over three units or more.",
        )
        return
    for first, second, r, n in found[:10]:
        a, b = ranking.columns[first], ranking.columns[second]
        rows = [row for row in a.present if b.cells[row] is not None][:5]
        yield fails(
            "minor",
            f"“{a.name.zh}”与“{b.name.zh}”两列几乎{'同升同降' if r > 0 else '此升彼降'}"
            f"（r = {plain(r, 3)}，n = {n}），同一事实可能计入两次。",
            f"“{a.name.en}” and “{b.name.en}” {'rise and fall together' if r > 0 else 'run against each other'} "
            f"(r = {plain(r, 3)}, n = {n}); one fact may be counted twice.",
            *(ranking.cell(row, column) for row in rows for column in (a, b)),
            subject=f"{a.code}/{b.code}",
            r=r,
            n=n,
            pairs=len(found),
        )
    if not found:
        first, second, r, n = greatest
        a, b = ranking.columns[first], ranking.columns[second]
        yield holds(
            f"没有两列同升同降；相关最强的是“{a.name.zh}”与“{b.name.zh}”（r = {plain(r)}，n = {n}）。",
            f"No two columns rise and fall together; the strongest correlation is that of “{a.name.en}” and "
            f"“{b.name.en}” (r = {plain(r)}, n = {n}).",
            r=r,
            n=n,
        )


Pair = tuple[int, int, float, int]


def _pairs(ranking: Ranking) -> tuple[list[Pair], Pair | None]:
    """Return the pairs of columns that are as good as one, and the strongest pair of all."""
    values = ranking.values
    coefficient, count = _coefficients(values)
    upper = np.triu(np.ones_like(coefficient, dtype=bool), 1) & ~np.isnan(coefficient)
    if not upper.any():
        return [], None
    strength = np.where(upper, np.abs(coefficient), -1.0)

    def pair(first: int, second: int) -> Pair:
        return int(first), int(second), float(coefficient[first, second]), int(count[first, second])

    number = int(upper.sum())
    found = [
        pair(first, second)
        for first, second in np.argwhere(strength >= SAME_COLUMN)
        if _p_value(values[:, first], values[:, second]) * number < CERTAINTY
    ]
    first, second = np.unravel_index(int(strength.argmax()), strength.shape)
    return found, pair(int(first), int(second))


def _coefficients(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the correlations of all columns and the units that have both, at once where nothing is missing."""
    if np.isnan(values).any():
        each = correlations(values)
        return each.coefficient, each.units.astype(np.float64)
    units, columns = values.shape
    count = np.full((columns, columns), float(units))
    if units < 3:
        return np.full((columns, columns), np.nan), count
    varying = values.min(axis=0) < values.max(axis=0)
    coefficient = np.full((columns, columns), np.nan)
    held = values[:, varying] - values[:, varying].mean(axis=0)
    held = held / np.sqrt((held * held).sum(axis=0))
    coefficient[np.ix_(varying, varying)] = np.clip(held.T @ held, -1.0, 1.0)
    return coefficient, count


def _p_value(first: FloatArray, second: FloatArray) -> float:
    return float(correlations(first[:, None], second[:, None]).p_value[0, 0])


def subtotals(publication: Publication) -> Iterator[Outcome]:
    """Look for a column that is the sum of neighbouring columns, where all columns enter the total."""
    ranking = publication.ranking
    rule = find_rule(ranking)
    if rule is None or not all(rule.factors):
        yield untestable(
            "无法检验：总分不是由各列合成，小计与分项并列也不会重复计入。",
            "This cannot be tested: the totals are not formed from all columns, so a subtotal beside its terms would "
            "not count twice.",
        )
        return
    found = _sums(ranking)
    for whole, terms in found:
        names = listed([term.name for term in terms])
        yield fails(
            "major",
            f"“{whole.name.zh}”一列处处等于{names.zh}之和，而总分将它们都计入，同一得分计了两次。",
            f"The column “{whole.name.en}” is the sum of {names.en} in every row, and the totals add all of them: the "
            "same points count twice.",
            *(ranking.cell(row, column) for row in range(2) for column in (*terms[:4], whole)),
            subject=whole.code,
            terms=[term.code for term in terms],
            n=len(ranking.units),
        )
    if not found:
        yield holds("没有一列是相邻各列之和。", "No column is the sum of columns beside it.", n=len(ranking.columns))


def _sums(ranking: Ranking) -> list[tuple[Column, tuple[Column, ...]]]:
    """Return every column that equals the sum of a run of at least two other columns in all rows."""
    values, columns = ranking.values, ranking.columns
    complete = np.flatnonzero(~np.isnan(values).any(axis=1))
    if len(complete) < LEAST_ROWS or len(columns) < 3:
        return []
    held = values[complete]
    half = np.array([float(column.unit_of_last_place) / 2 for column in columns])
    reached = np.concatenate([np.zeros((len(held), 1)), np.cumsum(held, axis=1)], axis=1)
    slack = np.concatenate([[0.0], np.cumsum(half)])
    least = held[:LOOKED_AT]
    found = []
    for first in range(len(columns) - 1):
        for last in range(first + 2, len(columns) + 1):
            total, room = reached[:, last] - reached[:, first], slack[last] - slack[first]
            near = np.abs(least - total[:LOOKED_AT, None]) <= room + half + 1e-9
            for whole in np.flatnonzero(near.all(axis=0)):
                inside = first <= whole < last
                same = np.abs(held[:, whole] - total) <= room + half[whole] + 1e-9
                terms = columns[first:last]
                if not inside and same.all() and _all_vary(held[:, first:last]):
                    found.append((columns[whole], tuple(terms)))
    return found


def _all_vary(values: FloatArray) -> bool:
    """Tell whether no column is constant: zeros add nothing to a sum, so that one term would be called a sum."""
    return bool((values.min(axis=0) < values.max(axis=0)).all())
