"""The rule by which a printed total comes from the columns beside it, found from the numbers alone.

Everything is exact: sums of printed decimals, and rounding as a bound of half a unit of the last place of every term.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.publication import Column, Ranking

RuleName = Literal["sum", "mean", "weighted_mean", "weighted_sum"]

LEAST_SHARE = Fraction(1, 2)
"""Share of the rows that a rule must reproduce: below it the rows do not follow the rule at all."""


@dataclass(frozen=True)
class Rule:
    """How totals are formed: ``factors`` multiply the columns; ``kept`` and ``broken`` are the rows that do or do not.

    ``slack`` is the greatest difference that rounding of the printed numbers can make.
    """

    name: RuleName
    factors: tuple[Fraction, ...]
    slack: Fraction
    kept: tuple[int, ...]
    broken: tuple[int, ...]

    def expected(self, ranking: Ranking, row: int) -> Fraction:
        """Return the total that the printed columns of a row lead to."""
        return _expected(ranking.columns, self.factors, row)


def find_rule(ranking: Ranking) -> Rule | None:
    """Return the rule that reproduces the most totals, None where none reproduces at least half of them.

    Tried in this order: the plain sum, the mean, the mean and the sum under the stated weights. Rows in which a number
    is missing are left out.
    """
    total = ranking.total
    if total is None or not ranking.columns:
        return None
    rows = [row for row in total.present if all(column.cells[row] is not None for column in ranking.columns)]
    if not rows:
        return None
    found = [_rule(name, factors, ranking, total, rows) for name, factors in _candidates(ranking)]
    best = max(found, key=lambda rule: len(rule.kept))
    return best if Fraction(len(best.kept), len(rows)) >= LEAST_SHARE else None


def _candidates(ranking: Ranking) -> list[tuple[RuleName, tuple[Fraction, ...]]]:
    count = len(ranking.columns)
    found: list[tuple[RuleName, tuple[Fraction, ...]]] = [
        ("sum", (Fraction(1),) * count),
        ("mean", (Fraction(1, count),) * count),
    ]
    weights = [Fraction(weight) for weight in ranking.weights]
    if weights and sum(weights):
        found.append(("weighted_mean", tuple(weight / sum(weights) for weight in weights)))
        found.append(("weighted_sum", tuple(weights)))
    return found


def _rule(name: RuleName, factors: tuple[Fraction, ...], ranking: Ranking, total: Column, rows: Sequence[int]) -> Rule:
    slack = _slack(ranking.columns, factors, total)
    kept: list[int] = []
    broken: list[int] = []
    for row in rows:
        off = abs(_expected(ranking.columns, factors, row) - Fraction(_cell(total, row)))
        (kept if off <= slack else broken).append(row)
    return Rule(name, factors, slack, tuple(kept), tuple(broken))


def _expected(columns: Sequence[Column], factors: Sequence[Fraction], row: int) -> Fraction:
    return sum(
        (factor * Fraction(_cell(column, row)) for factor, column in zip(factors, columns, strict=True)), Fraction(0)
    )


def _slack(columns: Sequence[Column], factors: Sequence[Fraction], total: Column) -> Fraction:
    """Return half a unit of the last place of the total and of every term: totals may be added before rounding."""
    terms = sum(
        (
            abs(factor) * Fraction(column.unit_of_last_place) / 2
            for factor, column in zip(factors, columns, strict=True)
        ),
        Fraction(0),
    )
    return terms + Fraction(total.unit_of_last_place) / 2


def _cell(column: Column, row: int) -> Decimal:
    cell = column.cells[row]
    if cell is None:
        raise ValueError("rows with a missing number are left out before")
    return cell
