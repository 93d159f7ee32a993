"""What each column counts for in the totals, by three notions, beside its stated weight.

Sources: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?,
doi:10.1111/j.1467-985X.2012.01059.x; Becker, Saisana, Paruolo and Vandecasteele (2017),
doi:10.1016/j.ecolind.2017.03.056.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.rule import complete_rows, find_rule
from parkindex.audit.weights.marks import nominal_marks, rows_above, weight_cell
from parkindex.audit.wording import plain
from parkindex.engine.effective import importance
from parkindex.engine.importance import variance_shares

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication, Ranking
    from parkindex.engine.arrays import FloatArray

LEAST_UNITS = 10
"""Units from which shares of a variance say something about a table."""

HEAVIER = 1.5
"""How many times the weight of another a column's must be before the two are compared."""

CLEARLY = 1.25
"""How many times as much of the totals the lighter column must explain before the order is said to be reversed."""

HALF = 0.5
"""What a point of the heavier column's weight then accounts for at most, beside a point of the lighter's."""

TENTH = 0.1
"""Share of the spread that its weight would give a column, up to which the column hardly parts the units."""


@dataclass(frozen=True, eq=False)
class Shares:
    """Shares of one, (columns,) each: the stated weights, the points given, the variance of the totals; ``n`` units."""

    n: int
    nominal: FloatArray
    points: FloatArray
    variance: FloatArray


@dataclass(frozen=True, eq=False)
class Counts:
    """Shares of one by column: ``nominal`` is stated; ``variance`` the share of the variance of the totals.

    ``linear`` is the squared correlation with the totals, 0 for a negative one, ``explained`` the correlation ratio,
    ``points`` the share of all points given, ``spread`` of the standard deviations as they enter the totals;
    ``deviations`` and ``ranges`` are in points of the column.
    """

    n: int
    nominal: FloatArray
    variance: FloatArray
    linear: FloatArray
    explained: FloatArray
    points: FloatArray
    spread: FloatArray
    deviations: FloatArray
    ranges: FloatArray


def effective(publication: Publication) -> Iterator[Outcome]:
    """Set what each column counts for in the totals beside its stated weight.

    Differing spread alone makes weights count unlike what they say; that is told, but not held against a table. What
    is: a column of at least average weight whose spread is a tenth of what its weight would give or less; and, where
    scores exceed their marks so that weights do not bind, a column that counts clearly less than one of a far smaller
    weight.
    """
    ranking = publication.ranking
    found = count_columns(ranking)
    if found is None:
        yield untestable(
            f"无法检验：少于{LEAST_UNITS}家，或总分不由各列加总而成，或有一列全都相同。",
            f"This cannot be tested: fewer than {LEAST_UNITS} units, totals that are not sums of the columns, or a "
            "column that is the same for all.",
        )
        return
    marks = nominal_marks(ranking) or ()
    unbound = any(rows_above(column, mark) for column, mark in zip(ranking.columns, marks, strict=False))
    pair, data = reversed_pair(found) if unbound else None, _data(ranking, found)
    idle = np.flatnonzero((found.nominal >= 1 / len(found.nominal)) & (found.spread <= TENTH * found.nominal))
    if pair is not None:
        yield _reversed(publication, found, *pair, data)
    for place in idle.tolist():
        yield _idle(publication, found, place, data)
    if pair is None and not len(idle):
        zh, en = _listed(ranking, found)
        yield holds(
            f"各列占总分方差的份额（n = {found.n}）：{zh}。",
            f"Shares of the variance of the totals (n = {found.n}): {en}.",
            **data,
        )


def _idle(publication: Publication, counts: Counts, place: int, data: dict[str, Any]) -> Outcome:
    """Say that a heavy column hardly counts."""
    column, share = publication.ranking.columns[place], counts.variance[place]
    weight = plain(publication.ranking.weights[place])
    spread = plain(float(counts.deviations[place]))
    return fails(
        "minor",
        f"“{column.name.zh}”的权重为{weight}，占权重合计的{100 * counts.nominal[place]:.0f}%，而各家得分的标准差"
        f"只有{spread}，占总分方差的{100 * share:.1f}%（n = {counts.n}）。",
        f"{column.name.en} has a stated weight of {weight}, {100 * counts.nominal[place]:.0f}% of all weights, but its "
        f"scores have a standard deviation of {spread} and account for {100 * share:.1f}% of the variance of the "
        f"totals (n = {counts.n}).",
        weight_cell(publication, column),
        subject=column.code,
        **data,
    )


def shares_of(ranking: Ranking) -> Shares | None:
    """Return the share of each column in the weights, the points and the variance.

    None with fewer than three complete rows, without weights, without a linear rule, and where totals are all equal.
    """
    rule, rows = find_rule(ranking), complete_rows(ranking)
    if rule is None or ranking.total is None or len(rows) < 3:
        return None
    values, factors = ranking.values[rows], np.array([float(factor) for factor in rule.factors])
    stated = np.array([float(weight) for weight in ranking.weights])
    if not stated.sum() or not (values @ factors).sum() or np.ptp(ranking.total.values[rows]) == 0:
        return None
    return Shares(
        len(rows),
        stated / stated.sum(),
        values.mean(axis=0) * factors / (values.mean(axis=0) @ factors),
        variance_shares(np.cov(values, rowvar=False), factors),
    )


def count_columns(ranking: Ranking) -> Counts | None:
    """Return what each column counts for; None where there are too few units, no linear rule, or constant columns."""
    shares, rule, rows = shares_of(ranking), find_rule(ranking), complete_rows(ranking)
    if shares is None or rule is None or ranking.total is None or shares.n < LEAST_UNITS:
        return None
    values, total = ranking.values[rows], ranking.total.values[rows]
    factors = np.array([float(factor) for factor in rule.factors])
    if (np.ptp(values, axis=0) == 0).any():
        return None
    centred = values - values.mean(axis=0)
    joint = centred.T @ (total - total.mean())
    linear = joint**2 / ((centred**2).sum(axis=0) * ((total - total.mean()) ** 2).sum())
    return Counts(
        shares.n,
        shares.nominal,
        shares.variance,
        np.where(joint > 0, linear, 0.0),
        importance(values, total),
        shares.points,
        values.std(axis=0) * factors / (values.std(axis=0) @ factors),
        values.std(axis=0, ddof=1),
        np.ptp(values, axis=0),
    )


def reversed_pair(counts: Counts) -> tuple[int, int] | None:
    """Return the heavier and the lighter column of the clearest reversal, None where there is none."""
    weight, explained, shares = counts.nominal, counts.linear, counts.variance
    heavier = weight[:, None] >= HEAVIER * weight[None, :] - 1e-12
    clearly = explained[None, :] >= CLEARLY * explained[:, None]
    half = shares[:, None] * weight[None, :] <= HALF * shares[None, :] * weight[:, None]
    both = heavier & clearly & half & (weight[None, :] > 0)
    if not both.any():
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        strength = np.where(both, weight[:, None] / weight[None, :], -np.inf)
    heavy, light = np.unravel_index(int(np.argmax(strength)), strength.shape)
    return int(heavy), int(light)


def _reversed(publication: Publication, counts: Counts, heavy: int, light: int, data: dict[str, Any]) -> Outcome:
    ranking = publication.ranking
    one, other = ranking.columns[heavy], ranking.columns[light]

    def percent(shares: FloatArray, place: int) -> str:
        return f"{100 * shares[place]:.0f}%"

    return fails(
        "minor",
        f"“{one.name.zh}”的权重为{plain(ranking.weights[heavy])}，“{other.name.zh}”为"
        f"{plain(ranking.weights[light])}；"
        f"前者单独解释总分差异的{percent(counts.linear, heavy)}，后者解释{percent(counts.linear, light)}"
        f"（相关系数的平方，n = {counts.n}），占总分方差的份额为{percent(counts.variance, heavy)}和"
        f"{percent(counts.variance, light)}，占全部得分的份额为{percent(counts.points, heavy)}和"
        f"{percent(counts.points, light)}。",
        f"{one.name.en} has a stated weight of {plain(ranking.weights[heavy])}, {other.name.en} of "
        f"{plain(ranking.weights[light])}; on its own the former explains {percent(counts.linear, heavy)} of the "
        f"differences in the totals, the latter {percent(counts.linear, light)} (squared correlation, n = {counts.n}); "
        f"their shares of the variance are {percent(counts.variance, heavy)} and {percent(counts.variance, light)}, "
        f"of all points {percent(counts.points, heavy)} and {percent(counts.points, light)}.",
        weight_cell(publication, one),
        weight_cell(publication, other),
        subject=one.code,
        heavier=one.code,
        lighter=other.code,
        **data,
    )


def _listed(ranking: Ranking, counts: Counts) -> tuple[str, str]:
    order = np.argsort(-counts.nominal, kind="stable")[:6]
    zh = "、".join(
        f"{ranking.columns[k].name.zh}{100 * counts.variance[k]:.0f}%（权重{_percent(counts.nominal[k])}%）"
        for k in order
    )
    en = ", ".join(
        f"{ranking.columns[k].name.en} {100 * counts.variance[k]:.0f}% (weight {_percent(counts.nominal[k])}%)"
        for k in order
    )
    return zh, en


def _percent(share: float) -> str:
    """Write the share of a weight in percent, with a decimal where it has one: 2.5, 30."""
    return f"{100 * share:.1f}".removesuffix(".0")


def _data(ranking: Ranking, counts: Counts) -> dict[str, Any]:
    kinds = ("nominal", "variance", "linear", "explained", "points", "spread", "deviations", "ranges")
    return {"n": counts.n} | {
        kind: {column.code: float(share) for column, share in zip(ranking.columns, getattr(counts, kind), strict=True)}
        for kind in kinds
    }
