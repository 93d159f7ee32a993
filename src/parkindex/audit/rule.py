"""The rule by which a printed total comes from the columns beside it, found from the numbers alone.

Everything is exact: sums of printed decimals, and rounding as a bound of half a unit of the last place of every term.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.publication import Column, Ranking
    from parkindex.engine.arrays import IntArray

RuleName = Literal["sum", "mean", "weighted_mean", "weighted_sum"]

LEAST_SHARE = Fraction(1, 2)
"""Share of the rows that a rule must reproduce: below it the rows do not follow the rule at all."""

ODD_CELLS = 10
"""Of so many cells one may print more decimals than the others without making the column that exact."""


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
    if ranking not in _FOUND:
        _FOUND[ranking] = _found(ranking)
    return _FOUND[ranking]


_FOUND: WeakKeyDictionary[Ranking, Rule | None] = WeakKeyDictionary()
"""The rule of every ranking that is in use: many checks ask for it."""


def _found(ranking: Ranking) -> Rule | None:
    total = ranking.total
    if total is None or not ranking.columns:
        return None
    rows = complete_rows(ranking)
    if not len(rows):
        return None
    found = [_rule(name, factors, ranking, total, rows) for name, factors in _candidates(ranking)]
    best = max(found, key=lambda rule: len(rule.kept))
    return best if Fraction(len(best.kept), len(rows)) >= LEAST_SHARE else None


def complete_rows(ranking: Ranking) -> IntArray:
    """Return the positions of the rows in which the total and every column print a number."""
    printed = [column.places >= 0 for column in ranking.all_columns]
    return np.flatnonzero(np.logical_and.reduce(printed))


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


def _rule(name: RuleName, factors: tuple[Fraction, ...], ranking: Ranking, total: Column, rows: IntArray) -> Rule:
    slack = slack_of(ranking.columns, factors, total)
    off, unit = differences(ranking.columns, factors, total, rows)
    within = np.asarray(np.abs(off) <= int(slack / unit), dtype=np.bool_)
    return Rule(name, factors, slack, tuple(rows[within].tolist()), tuple(rows[~within].tolist()))


def differences(
    columns: Sequence[Column], factors: Sequence[Fraction], total: Column, rows: IntArray
) -> tuple[np.ndarray, Fraction]:
    """Return the printed total less what the factors make of the columns, by row, as whole multiples of a unit."""
    terms = [factor * Fraction(column.unit_of_last_place) for factor, column in zip(factors, columns, strict=True)]
    own = Fraction(total.unit_of_last_place)
    scale = lcm(own.denominator, *(term.denominator for term in terms))
    whole = [int(term * scale) for term in terms]
    bound = sum(abs(term) * _largest(column) for term, column in zip(whole, columns, strict=True))
    kind = np.int64 if bound + int(own * scale) * _largest(total) < 2**62 else object
    off = int(own * scale) * total.integers[rows].astype(kind)
    for term, column in zip(whole, columns, strict=True):
        off = off - term * column.integers[rows].astype(kind)
    return off, Fraction(1, scale)


def _largest(column: Column) -> int:
    return int(np.abs(column.integers).max(initial=0))


def _expected(columns: Sequence[Column], factors: Sequence[Fraction], row: int) -> Fraction:
    return sum(
        (factor * Fraction(_cell(column, row)) for factor, column in zip(factors, columns, strict=True)), Fraction(0)
    )


def slack_of(columns: Sequence[Column], factors: Sequence[Fraction], total: Column) -> Fraction:
    """Return half a unit of the last place of the total and of every term: totals may be added before rounding."""
    terms = sum(
        (abs(factor) * _last_place(column) / 2 for factor, column in zip(factors, columns, strict=True)), Fraction(0)
    )
    return terms + _last_place(total) / 2


def _last_place(column: Column) -> Fraction:
    """Return the unit of the last place that at least a tenth of the cells print: one odd cell makes none exact."""
    places = np.sort(column.places[column.places >= 0])
    if not len(places):
        return Fraction(column.unit_of_last_place)
    return Fraction(1, 10 ** int(places[-max(1, -(-len(places) // ODD_CELLS))]))


def _cell(column: Column, row: int) -> Decimal:
    cell = column.cells[row]
    if cell is None:
        raise ValueError("rows with a missing number are left out before")
    return cell
