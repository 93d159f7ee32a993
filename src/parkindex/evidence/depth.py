"""The rubric for the depth of support: how much is granted, and how hard it is to get.

Depth is 0 to 5 points, put together from three parts:

1. *stated*: up to 2 points for the number of categories in which a figure (amount, rate, fund, rent-free period) is
   stated, by `STATED_STEPS`;
2. *size*: up to 3 points, 3 times the mean standing of the largest amount in each category among the largest amounts
   that the schemes of the matrix grant there (0 lowest, 1 highest, 0.5 where it is the only one);
3. *thresholds*: a quarter of a point less for each category in which every figure has a threshold, at most 1 point.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from parkindex.evidence.amounts import Clause
    from parkindex.evidence.rows import SupportCell

STATED_STEPS = ((7, 2.0), (5, 1.5), (3, 1.0), (1, 0.5), (0, 0.0))
SIZE_POINTS = 3.0
THRESHOLD_POINTS, MOST_THRESHOLD_POINTS = 0.25, 1.0


@dataclass(frozen=True, slots=True)
class Depth:
    """The parts of a depth score. ``categories`` state a figure, ``hindered`` of them only above a threshold."""

    stated: float
    size: float
    thresholds: float
    categories: int
    hindered: int

    @property
    def total(self) -> float:
        """The points, 0 to 5."""
        return max(0.0, self.stated + self.size - self.thresholds)

    @property
    def because(self) -> Text:
        """The reason in words."""
        zh = f"{self.categories}类有明确数额（{self.stated:g}分），额度{self.size:.2f}分，门槛减{self.thresholds:g}分"
        categories = "category" if self.categories == 1 else "categories"
        en = f"{self.categories} {categories} with figures ({self.stated:g}), size {self.size:.2f}"
        return Text(zh=zh, en=f"{en}, thresholds −{self.thresholds:g}")


def points_of_depth(cells: Iterable[SupportCell], matrix: Iterable[SupportCell]) -> Depth:
    """Score the cells that are open to a unit against all cells of the support matrix."""
    by_category: dict[str, list[Clause]] = {}
    for cell in cells:
        by_category.setdefault(cell.category, []).extend(clause for clause in cell.clauses if clause.kind in _FIGURES)
    by_category = {category: clauses for category, clauses in by_category.items() if clauses}
    hindered = sum(all(clause.threshold is not None for clause in clauses) for clauses in by_category.values())
    stated = next(points for least, points in STATED_STEPS if len(by_category) >= least)
    size = SIZE_POINTS * _mean_standing(by_category, _largest_by_category(matrix))
    thresholds = min(MOST_THRESHOLD_POINTS, THRESHOLD_POINTS * hindered)
    return Depth(stated, size, thresholds, len(by_category), hindered)


_FIGURES = frozenset({"amount", "fund", "rate", "period"})
_MONEY = frozenset({"amount", "fund"})


def largest(clauses: Iterable[Clause]) -> float | None:
    """Return the largest amount in yuan that clauses grant, None where none states one."""
    amounts = [clause.most or clause.least for clause in clauses if clause.kind in _MONEY]
    return max((amount for amount in amounts if amount is not None), default=None)


def _largest_by_category(matrix: Iterable[SupportCell]) -> Mapping[str, list[float]]:
    """Return the largest amount of each cell of the matrix, by category."""
    amounts: dict[str, list[float]] = {}
    for cell in matrix:
        amount = largest(cell.clauses)
        if amount is not None:
            amounts.setdefault(cell.category, []).append(amount)
    return amounts


def _mean_standing(by_category: Mapping[str, list[Clause]], matrix: Mapping[str, list[float]]) -> float:
    standings = [
        _standing(amount, matrix[category])
        for category, clauses in by_category.items()
        if (amount := largest(clauses)) is not None and category in matrix
    ]
    return sum(standings) / len(standings) if standings else 0.0


def _standing(amount: float, amounts: list[float]) -> float:
    """Return the share of the other amounts that lie below, ties counted half; 0.5 where there is no other."""
    others = len(amounts) - 1
    if others < 1:
        return 0.5
    below = sum(other < amount for other in amounts)
    ties = sum(other == amount for other in amounts) - 1
    return (below + max(ties, 0) / 2) / others
