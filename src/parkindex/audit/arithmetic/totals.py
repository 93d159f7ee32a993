"""Row totals: whether they follow from the columns beside them, and to the last place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import comb, factorial
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.arithmetic.fitting import other_weights
from parkindex.audit.chance import ALARM, at_most
from parkindex.audit.outcome import TOLD_ONE_BY_ONE, Outcome, fails, holds, untestable
from parkindex.audit.rule import Rule, RuleName, differences, find_rule
from parkindex.audit.wording import all_of, plain, plural, units_listed
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication, Ranking

RULES: Mapping[RuleName, Text] = {
    "sum": Text(zh="各列之和", en="the sum of the columns"),
    "mean": Text(zh="各列的平均", en="the mean of the columns"),
    "weighted_mean": Text(zh="按所载权重的加权平均", en="the mean of the columns under the stated weights"),
    "weighted_sum": Text(zh="按所载权重的加权和", en="the sum of the columns under the stated weights"),
}


ROWS_OF_A_MEAN, BROKEN_OF_A_MEAN = 8, 0.1
"""Rows from which a mean under no stated weights is known to be plain, and the share of them that may break it.

Unequal weights that are not far from equal give some totals that are the plain mean but for rounding.
"""


def row_totals(publication: Publication) -> Iterator[Outcome]:
    """Test whether every total follows from the columns beside it, by the rule that most totals follow."""
    ranking = publication.ranking
    rule = find_rule(ranking)
    if rule is None or ranking.total is None:
        yield untestable(
            "无法检验：总分既不是各列之和，也不是平均或加权平均，表中没有写明合成规则。",
            "This cannot be tested: the totals are neither a sum nor a mean of the columns, weighted or not, "
            "and the table does not say how they are formed.",
        )
        return
    if _unstated(ranking, rule):
        n = len(rule.kept) + len(rule.broken)
        yield untestable(
            f"无法检验：{n}个总分中有{len(rule.broken)}个不等于{RULES[rule.name].zh}，可能另有没有载明的权重。",
            f"This cannot be tested: {len(rule.broken)} of {n} totals are not {RULES[rule.name].en}, and may follow "
            "weights that are not stated.",
        )
        return
    if len(rule.broken) > TOLD_ONE_BY_ONE:
        yield _many(ranking, ranking.total, rule)
    else:
        yield from (_one(ranking, ranking.total, rule, row) for row in rule.broken)
    n = len(rule.kept) + len(rule.broken)
    if not rule.broken:
        yield holds(
            f"{n}个总分都等于{RULES[rule.name].zh}。" if n > 1 else f"唯一的总分等于{RULES[rule.name].zh}。",
            f"{all_of(n, 'total')} {'equal' if n > 1 else 'equals'} {RULES[rule.name].en}.",
            rule=rule.name,
            n=n,
            slack=float(rule.slack),
        )


def _unstated(ranking: Ranking, rule: Rule) -> bool:
    """Tell whether weights that nobody stated may explain what is broken: as other weights do, or in a short table."""
    if not rule.broken:
        return False
    if rule.name == "mean" and not ranking.weights:
        n = len(rule.kept) + len(rule.broken)
        return n < ROWS_OF_A_MEAN or len(rule.broken) > max(1, n * BROKEN_OF_A_MEAN)
    return other_weights(ranking) is not None


def _one(ranking: Ranking, total: Column, rule: Rule, row: int) -> Outcome:
    words, name = RULES[rule.name], ranking.names[row]
    printed, expected = total.printed(row), float(rule.expected(ranking, row))
    return fails(
        "moderate",
        f"{name.zh}的总分印作{printed}，而{words.zh}为{plain(expected, total.decimals)}。",
        f"The total of {name.en} is printed as {printed}; {words.en} is {plain(expected, total.decimals)}.",
        *(ranking.cell(row, column) for column in ranking.columns),
        ranking.cell(row, total),
        subject=ranking.units[row],
        rule=rule.name,
        expected=expected,
    )


def _many(ranking: Ranking, total: Column, rule: Rule) -> Outcome:
    words, n, count = RULES[rule.name], len(rule.kept) + len(rule.broken), len(rule.broken)
    shown = rule.broken[:TOLD_ONE_BY_ONE]
    return fails(
        "moderate",
        f"{n}个总分中有{count}个不等于{words.zh}，其余{n - count}个相等。",
        f"Of {n} totals, {count} do not equal {words.en}; the other {n - count} do.",
        *(ranking.cell(row, total) for row in shown),
        rule=rule.name,
        n=n,
        rows=[ranking.units[row] for row in rule.broken],
        expected={ranking.units[row]: float(rule.expected(ranking, row)) for row in rule.broken},
    )


def last_place(publication: Publication) -> Iterator[Outcome]:
    """Test whether totals off by one last place stand among totals that are exact too often to be rounding.

    Where numbers are added before they are rounded, a known share of the totals is off: one that is off among many
    exact ones is not explained by that.
    """
    ranking = publication.ranking
    rule, total = find_rule(ranking), ranking.total
    if (
        total is None
        or rule is None
        or rule.name != "sum"
        or any(c.decimals != total.decimals for c in ranking.columns)
    ):
        yield untestable(
            "无法检验：只有总分为各列之和、且小数位数相同，才看得出末位的取舍。",
            "This cannot be tested: only a sum printed with the decimals of its columns shows how its last place came "
            "about.",
        )
        return
    rows = np.array(rule.kept, dtype=np.intp)
    off, _ = differences(ranking.columns, rule.factors, total, rows)
    loose = rows[np.asarray(off != 0, dtype=np.bool_)].tolist()
    n, likely = len(rows), exact_share(len(ranking.columns))
    chance = at_most(len(loose), n, 1 - likely)
    exact = n - len(loose)
    if loose and chance < ALARM:
        names = units_listed(ranking, loose)
        yield fails(
            "minor",
            f"{n}个总分中有{exact}个恰等于各列之和，{names.zh}的总分却差在末位；若是先相加再取舍，恰好相等的应约为"
            f"{n * likely:.0f}个。",
            f"Of {n} totals, {exact} equal the sum of their columns exactly, but {plural(len(loose), 'total')} "
            f"({names.en}) {'is' if len(loose) == 1 else 'are'} off in the last place; had the numbers been added "
            f"before rounding, about {n * likely:.0f} would be exact.",
            *(ranking.cell(row, column) for row in loose[:TOLD_ONE_BY_ONE] for column in (*ranking.columns, total)),
            n=n,
            exact=exact,
            units=[ranking.units[row] for row in loose],
            chance=chance,
        )
        return
    said = _exactly(n, exact)
    yield holds(said.zh, said.en, n=n, exact=exact)


def _exactly(n: int, exact: int) -> Text:
    """Say how many of the totals are exact sums."""
    if exact == n:
        return Text(
            zh=f"{n}个总分全都恰等于各列之和。" if n > 1 else "唯一的总分恰等于各列之和。",
            en=f"{all_of(n, 'total')} {'equal' if n > 1 else 'equals'} the sum of the columns exactly.",
        )
    return Text(
        zh=f"{n}个总分中有{exact}个恰等于各列之和，其余的出入可由取舍解释。",
        en=f"Of {n} totals, {exact} {'equals' if exact == 1 else 'equal'} the sum of their columns exactly; rounding "
        "explains the rest.",
    )


def exact_share(columns: int) -> float:
    """Return how often the rounded sum of so many numbers equals the sum of the rounded ones.

    The errors are uniform, so that their sum has the Irwin-Hall distribution: the chance that it lies within half a
    unit of its centre. Source: Hall (1927), Biometrika 19:240, doi:10.1093/biomet/19.3-4.240.
    """
    low, high = Fraction(columns - 1, 2), Fraction(columns + 1, 2)
    return float(_irwin_hall(columns, high) - _irwin_hall(columns, low))


def _irwin_hall(count: int, at: Fraction) -> Fraction:
    """Return the probability that so many uniform numbers between 0 and 1 add up to at most ``at``."""
    terms = ((-1) ** k * comb(count, k) * (at - k) ** count for k in range(int(at) + 1))
    return sum(terms, Fraction(0)) / factorial(count)
