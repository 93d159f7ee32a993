"""Outlier treatment seen from both sides: each entry before and after, and every point that was moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.passes import change, denominate
from parkindex.engine.treatment import points_moved
from parkindex.evidence.context import context_of
from parkindex.index import Index

if TYPE_CHECKING:
    from types import EllipsisType

    from parkindex.engine.arrays import BoolArray, FloatArray
    from parkindex.engine.method import Scores
    from parkindex.index import Result


@dataclass(frozen=True, eq=False)
class Treated:
    """The entries (units, entries) as they stand before and after treatment, and what was ``moved``.

    Both are screened, denominated and imputed already, so the scale is that of the treated values.
    """

    entries: tuple[str, ...]
    units: tuple[str, ...]
    before: FloatArray
    after: FloatArray
    moved: BoolArray


@dataclass(frozen=True, slots=True)
class MovedPoint:
    """One value that the treatment changed."""

    node: str
    unit: str
    before: float
    after: float


def treated(result: Result) -> Treated:
    """Take the steps up to the treatment once more and keep what stands before and after it."""
    method, codes = result.method.method, result.entries
    columns = [result.column_of(code) for code in codes]
    years = result.dataset.years
    values, outcome = _all_years(result) if years else (result.raw, result.outcome)
    context = context_of(result.dataset, result.nodes, values, years)
    kept = (~np.isnan(values) & ~outcome.screened)[..., columns]
    divided = denominate(np.where(kept, values[..., columns], np.nan), method.denomination, codes, context)
    completed = change("imputation", divided, method.imputation, codes, context)[0]
    # what screening leaves out is not filled in either
    before = np.where(kept | outcome.imputed[..., columns], completed, np.nan)
    pooled = before.reshape(-1, len(codes)) if "treatment" in method.across else before
    after, moved = change("treatment", pooled, method.treatment, codes, context)
    at: int | EllipsisType = -1 if years else ...
    return Treated(codes, result.units, before[at], after.reshape(before.shape)[at], moved.reshape(before.shape)[at])


def _all_years(result: Result) -> tuple[FloatArray, Scores]:
    """Return the values of all years (years, units, nodes), and what the method makes of them."""
    panel = Index(result.framework, result.dataset, result.method).panel()
    return np.stack([matrix.values for matrix in panel.matrices]), panel.outcome


def moved_points(found: Treated) -> tuple[MovedPoint, ...]:
    """Return every point that was moved, entry by entry, the units in the order of the table."""
    moved = points_moved(found.before, found.after)
    points = [
        (node, unit, before, after)
        for (unit, node), before, after in zip(moved.position, moved.before, moved.after, strict=True)
    ]
    return tuple(
        MovedPoint(found.entries[node], found.units[unit], float(before), float(after))
        for node, unit, before, after in sorted(points, key=lambda point: point[:2])
    )
