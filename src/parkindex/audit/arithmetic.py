"""Arithmetic: sums, order, ranks and rounding of what is printed. Exact, on decimals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from parkindex.audit.check import Check
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.rule import RuleName, find_rule
from parkindex.audit.wording import plain
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication

RULES: Mapping[RuleName, Text] = {
    "sum": Text(zh="各列之和", en="the sum of the columns"),
    "mean": Text(zh="各列的平均", en="the mean of the columns"),
    "weighted_mean": Text(zh="按所载权重的加权平均", en="the mean of the columns under the stated weights"),
    "weighted_sum": Text(zh="按所载权重的加权和", en="the sum of the columns under the stated weights"),
}


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
    words = RULES[rule.name]
    for row in rule.broken:
        name, printed, expected = ranking.names[row], ranking.total.printed(row), float(rule.expected(ranking, row))
        yield fails(
            "moderate",
            f"{name.zh}的总分印作{printed}，而{words.zh}为{plain(expected, ranking.total.decimals)}。",
            f"The total of {name.en} is printed as {printed}; {words.en} is {plain(expected, ranking.total.decimals)}.",
            *(ranking.cell(row, column) for column in ranking.columns),
            ranking.cell(row, ranking.total),
            subject=ranking.units[row],
            rule=rule.name,
            expected=expected,
        )
    n = len(rule.kept) + len(rule.broken)
    if not rule.broken:
        yield holds(
            f"{n}个总分都等于{words.zh}。",
            f"All {n} totals equal {words.en}.",
            rule=rule.name,
            n=n,
            slack=float(rule.slack),
        )


CHECKS: Mapping[str, Check] = {
    "arithmetic.row-totals": Check(
        Text(zh="每个总分是否由旁边各列得出", en="Does every total follow from the columns beside it?"),
        row_totals,
        ("columns", "total"),
    ),
}
