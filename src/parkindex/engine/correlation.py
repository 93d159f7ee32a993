"""Correlations between indicators, with their parents, with the index and with denominators, pair by pair.

Each pair is taken over the units that have both, so no unit is lost because of a third indicator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_values, refuse
from parkindex.engine.ranking import rank
from parkindex.engine.structure import Structure

Coefficient = Literal["pearson", "spearman", "kendall"]


@dataclass(frozen=True, eq=False)
class Correlations:
    """Coefficients (first, second), p-values of there being none, and the units that have both.

    NaN below three units.
    """

    coefficient: FloatArray
    p_value: FloatArray
    units: IntArray


def correlations(x: ArrayLike, y: ArrayLike | None = None, *, coefficient: Coefficient = "pearson") -> Correlations:
    """Correlate the columns of ``x`` (units, first) with those of ``y`` (units, second), by default with each other.

    Two-sided p-values: Student's t for 'pearson' and 'spearman', scipy's for 'kendall' (tau-b). NaN where a column is
    constant over the units that both have.
    Sources: Spearman (1904), doi:10.2307/1412159; Kendall (1945), doi:10.1093/biomet/33.3.239 (ties).
    """
    first = _as_table(x)
    second = first if y is None else _as_table(y)
    if len(first) != len(second):
        refuse("structure.units", "values", f"both must have the same units (got {len(first)} and {len(second)})")
    found = np.full((3, first.shape[1], second.shape[1]), np.nan)
    for i in range(first.shape[1]):
        for j in range(i if y is None else 0, second.shape[1]):
            found[:, i, j] = _pair(first[:, i], second[:, j], coefficient)
            if y is None:
                found[:, j, i] = found[:, i, j]
    return Correlations(found[0], found[1], found[2].astype(np.intp))


def _pair(first: FloatArray, second: FloatArray, coefficient: Coefficient) -> tuple[float, float, int]:
    both = ~np.isnan(first) & ~np.isnan(second)
    a, b, count = first[both], second[both], int(np.count_nonzero(both))
    if count < 3 or a.min() == a.max() or b.min() == b.max():
        return np.nan, np.nan, count
    if coefficient == "kendall":
        from scipy.stats import kendalltau

        tau = kendalltau(a, b)
        return float(tau.statistic), float(tau.pvalue), count
    if coefficient == "spearman":
        a, b = rank(a, ties="average"), rank(b, ties="average")
    value = pearson(a, b)
    return value, _p_value(value, count), count


def pearson(a: FloatArray, b: FloatArray) -> float:
    """Return the product-moment correlation of two columns without gaps, between -1 and 1."""
    a, b = a - a.mean(), b - b.mean()
    a, b = a / np.sqrt((a * a).sum()), b / np.sqrt((b * b).sum())
    return float(np.clip((a * b).sum(), -1.0, 1.0))


def _p_value(value: float, count: int) -> float:
    from scipy.special import stdtr

    if abs(value) > 1 - 1e-15:
        return 0.0
    statistic = abs(value) * np.sqrt((count - 2) / (1 - value * value))
    return float(2 * stdtr(count - 2, -statistic))


def _as_table(x: ArrayLike) -> FloatArray:
    values = as_values(x)
    if values.ndim != 2:
        refuse("engine.shape", "values", f"values must be (units, columns), got {values.shape}")
    return values


def with_parents(scores: ArrayLike, structure: Structure, *, coefficient: Coefficient = "pearson") -> FloatArray:
    """Return the correlation of each node with its parent, (nodes,), from scores (units, nodes); NaN for the root."""
    return _with_node(scores, [-1, *structure.parent[1:].tolist()], coefficient)


def with_index(scores: ArrayLike, structure: Structure, *, coefficient: Coefficient = "pearson") -> FloatArray:
    """Return the correlation of each node with the root, (nodes,), from scores (units, nodes); NaN for the root."""
    return _with_node(scores, [-1] + [0] * (len(structure) - 1), coefficient)


def _with_node(scores: ArrayLike, others: list[int], coefficient: Coefficient) -> FloatArray:
    table = _as_table(scores)
    return np.array(
        [np.nan if o < 0 else _pair(table[:, node], table[:, o], coefficient)[0] for node, o in enumerate(others)]
    )


@dataclass(frozen=True, eq=False)
class CorrelationFlags:
    """Masks over pairs: too alike (``redundant``), hardly related (``weak``), opposed (``negative``)."""

    redundant: BoolArray
    weak: BoolArray
    negative: BoolArray


def correlation_flags(
    found: Correlations,
    *,
    redundant: float = 0.92,
    weak: float = 0.3,
    negative: float = -0.4,
    significance: float = 0.05,
) -> CorrelationFlags:
    """Mark pairs above ``redundant``, between -``weak`` and ``weak``, and below ``negative`` and significant."""
    value, sure = found.coefficient, found.p_value <= significance
    return CorrelationFlags(value > redundant, np.abs(value) < weak, (value < negative) & sure)
