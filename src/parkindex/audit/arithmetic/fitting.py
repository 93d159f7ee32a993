"""The weights that reproduce printed totals: non-negative, and as round as they can be."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.rule import complete_rows, differences, find_rule, slack_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.publication import Column, Ranking
    from parkindex.engine.arrays import FloatArray, IntArray

SPARE_ROWS = 3
"""Rows beyond the number of weights that must fit too: with fewer, some weights always fit."""

MOST_DECIMALS = 6
"""Decimals to which weights are rounded, the fewest that still reproduce every total."""

SYSTEMATIC = (3, 0.1)
"""Rows, and their share, from which totals that break a rule may follow another one rather than be slips."""

SOLVABLE = 20_000
"""Cells up to which a linear programme looks for weights that least squares misses."""


def other_weights(ranking: Ranking) -> tuple[tuple[Fraction, ...], int] | None:
    """Return weights that reproduce all totals where the rule of most leaves many unexplained; else None."""
    rule = find_rule(ranking)
    if rule is None or len(rule.broken) < max(SYSTEMATIC[0], SYSTEMATIC[1] * len(complete_rows(ranking))):
        return None
    return find_weights(ranking)


def find_weights(ranking: Ranking) -> tuple[tuple[Fraction, ...], int] | None:
    """Return the roundest non-negative weights that reproduce every total within rounding, and their decimals.

    None where there are none, and where there are too few rows, or columns too alike, to tell.
    """
    from scipy.optimize import nnls

    total, rows = ranking.total, complete_rows(ranking)
    if total is None or not ranking.columns or len(rows) < len(ranking.columns) + SPARE_ROWS:
        return None
    basis, triangle = np.linalg.qr(ranking.values[rows])
    if np.linalg.matrix_rank(triangle) < len(ranking.columns):
        return None
    weights, _ = nnls(triangle, basis.T @ total.values[rows])
    return _rounded(ranking.columns, weights, total, rows) or _rounded(
        ranking.columns, _innermost(ranking, total, rows), total, rows
    )


def _rounded(
    columns: Sequence[Column], weights: FloatArray | None, total: Column, rows: IntArray
) -> tuple[tuple[Fraction, ...], int] | None:
    if weights is None:
        return None
    for decimals in range(1, MOST_DECIMALS + 1):
        rounded = tuple(Fraction(round(float(weight) * 10**decimals), 10**decimals) for weight in weights)
        if any(rounded) and fits(columns, rounded, total, rows):
            return rounded, decimals
    return None


def _innermost(ranking: Ranking, total: Column, rows: IntArray) -> FloatArray | None:
    """Return the weights that stay farthest within the rounding of every row, None where none does.

    A total may be off by half its last place and half that of every term, so that the bounds are linear in the weights.
    """
    from scipy.optimize import linprog

    values, printed = ranking.values[rows], total.values[rows]
    if values.size > SOLVABLE:
        return None
    half = np.array([float(column.unit_of_last_place) / 2 for column in ranking.columns])
    own, one = float(total.unit_of_last_place) / 2, np.ones((len(rows), 1))
    above = np.vstack([np.hstack([values - half, one]), np.hstack([-values - half, one])])
    found = linprog(
        np.append(np.zeros(len(half)), -1.0),
        A_ub=above,
        b_ub=np.concatenate([printed + own, own - printed]),
        bounds=[(0, None)] * (len(half) + 1),
    )
    return None if found.x is None else np.asarray(found.x[:-1])


def fits(columns: Sequence[Column], weights: tuple[Fraction, ...], total: Column, rows: IntArray) -> bool:
    """Tell whether every total equals the weighted sum of the columns, but for rounding; exact."""
    off, unit = differences(columns, weights, total, rows)
    return bool((np.abs(off) <= int(slack_of(columns, weights, total) / unit)).all())
