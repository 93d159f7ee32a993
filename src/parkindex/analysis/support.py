"""Support: how broad each scheme is, and what amounts it states."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parkindex.analysis.agreement import spearman
from parkindex.evidence.model import Dataset, Scheme, Status, SupportCell


@dataclass(frozen=True, slots=True)
class SchemeSupport:
    """A row of the support matrix in numbers.

    ``breadth`` counts the categories in which the scheme itself grants something, ``elsewhere`` those for which it
    points to another policy, ``with_amount`` those that state money, a rate or a period.
    """

    scheme: Scheme
    cells: tuple[SupportCell, ...]
    breadth: int
    elsewhere: int
    with_amount: int

    @property
    def stars(self) -> int | None:
        """The stars that the source gives."""
        return self.scheme.stars


def scheme_supports(dataset: Dataset) -> tuple[SchemeSupport, ...]:
    """Return every scheme in numbers, in the order of the table."""
    return tuple(_support(scheme, dataset.cells_of(scheme.scheme)) for scheme in dataset.schemes)


def _support(scheme: Scheme, cells: tuple[SupportCell, ...]) -> SchemeSupport:
    granted = [cell for cell in cells if cell.status.has_value]
    stated = [cell for cell in granted if any(clause.kind != "benefit" for clause in cell.clauses)]
    elsewhere = sum(cell.status is Status.REFERS_ELSEWHERE for cell in cells)
    return SchemeSupport(scheme, cells, len(granted), elsewhere, len(stated))


def breadth_and_stars(supports: tuple[SchemeSupport, ...]) -> float:
    """Return Spearman's rank correlation of breadth and stars over the schemes that have stars.

    NaN for fewer than two.
    """
    rated = [(each.breadth, each.stars) for each in supports if each.stars is not None]
    if len(rated) < 2:
        return float("nan")
    breadth, stars = np.array(rated, dtype=np.float64).T
    return spearman(breadth, stars)


def categories_served(dataset: Dataset) -> dict[str, int]:
    """Return in how many schemes each category grants something, in the order of the matrix."""
    served: dict[str, int] = {}
    for cell in dataset.support:
        served[cell.category] = served.get(cell.category, 0) + cell.status.has_value
    return served
