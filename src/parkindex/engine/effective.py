"""Effective weights: what each indicator really counts, beside what its nominal weight says.

Sources: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?,
doi:10.1111/j.1467-985X.2012.01059.x; Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance in
composite indicators: closing the gap, doi:10.1016/j.ecolind.2017.03.056.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, as_weight, refuse
from parkindex.engine.components import complete
from parkindex.engine.importance import budgeted, variance_shares
from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

Importance = Literal["correlation", "correlation_ratio"]


def effective_weights(x: ArrayLike, weight: ArrayLike) -> FloatArray:
    """Return the share of the variance of the weighted mean of ``x`` (units, children) that each child accounts for.

    Shares sum to one; a negative one belongs to a child that works against the rest. Units with a gap are left out.
    Raises `MethodError` when the mean has no variance.
    """
    values = complete(x)
    stated = as_weight(weight, values.shape[1])
    covariance = np.atleast_2d(np.cov(values, rowvar=False))
    if stated @ covariance @ stated <= 0:
        refuse(
            "structure.constant", "effective weights", "the parent is the same for every unit, so nothing explains it"
        )
    return variance_shares(covariance, stated / stated.sum())


def effective_in_tree(scores: ArrayLike, structure: Structure, weight: ArrayLike | None = None) -> FloatArray:
    """Return the share of its parent's variance that each node accounts for, (nodes,), summing to one in each family.

    ``scores`` (units, nodes) as a run gives them, ``weight`` (nodes,) the weights used, by default the nominal ones.
    NaN for the root, for nodes without scores, and in families whose parent is the same for every unit.
    """
    values = as_values(scores)
    used = structure.shares if weight is None else np.asarray(weight, dtype=np.float64)
    found = np.full(len(structure), np.nan)
    for node in structure.bottom_up:
        family = structure.children(node)
        scored = family[~np.isnan(values[:, family]).all(axis=0) & ~np.isnan(used[family])]
        rows = values[:, scored][~np.isnan(values[:, scored]).any(axis=1)]
        if len(scored) and len(rows) > 1 and np.ptp(rows @ used[scored]) > 0:
            found[scored] = effective_weights(rows, used[scored])
    return found


def importance(x: ArrayLike, parent: ArrayLike, *, by: Importance = "correlation_ratio", degree: int = 3) -> FloatArray:
    """Return the share of the variance of ``parent`` (units,) that each column of ``x`` explains on its own.

    'correlation' is the squared Pearson correlation; 'correlation_ratio' the share explained by a curve, a polynomial
    of at most ``degree``, so that it is never the smaller. Between 0 and 1; they need not sum to one. NaN for a
    constant child.
    """
    values, whole = as_values(x), as_values(parent, least_axes=1)
    found = np.full(values.shape[-1], np.nan)
    for child in range(values.shape[-1]):
        rows = ~np.isnan(values[:, child]) & ~np.isnan(whole)
        column, score = values[rows, child], whole[rows]
        if len(column) > 2 and column.min() < column.max() and score.min() < score.max():
            found[child] = _explained(column, score, 1 if by == "correlation" else degree)
    return found


def _explained(column: FloatArray, score: FloatArray, degree: int) -> float:
    """Return the share of the variance of ``score`` on a polynomial of ``column``."""
    held = max(1, min(degree, len(column) - 2, len(np.unique(column)) - 1))
    spread = 2 * (column - column.min()) / (column.max() - column.min()) - 1
    basis = np.linalg.qr(np.polynomial.chebyshev.chebvander(spread, held))[0]
    centred = score - score.mean()
    fitted = basis @ (basis.T @ centred)
    return float(np.clip((fitted @ fitted) / (centred @ centred), 0.0, 1.0))


@dataclass(frozen=True, eq=False)
class Optimised:
    """Weights found by `optimised_weights`.

    What they are, reach and were meant to reach, and whether that came about.
    """

    weight: FloatArray
    effective: FloatArray
    target: FloatArray
    gap: float
    converged: bool
    message: str


def optimised_weights(
    x: ArrayLike,
    nominal: ArrayLike,
    *,
    by: Importance | Literal["variance"] = "variance",
    least: float = 0.0,
    most: float = 1.0,
    tolerance: float = 1e-4,
    iterations: int = 500,
) -> Optimised:
    """Find weights, each between ``least`` and ``most``, whose effective weights come nearest the nominal ones.

    ``x`` (units, children); effective means the share of variance, or the importances by correlation rescaled to sum to
    one. ``converged`` says whether the greatest gap is within ``tolerance``; bounds, or children that oppose each
    other, can forbid it, and the nearest weights are then returned with their gap.
    """
    from scipy.optimize import LinearConstraint, minimize

    values = complete(x)
    children = values.shape[1]
    stated = as_weight(nominal, children)
    target = stated / stated.sum()
    if least * children > 1 + 1e-12 or most * children < 1 - 1e-12:
        refuse("weight.bounds", "optimised weights", f"weights from {least:g} to {most:g} cannot sum to one")

    def effective(weight: FloatArray) -> FloatArray:
        return _effective(values, weight, by)

    def gap_of(weight: FloatArray) -> float:
        return float(((effective(weight) - target) ** 2).sum())

    found: Any = minimize(
        gap_of,
        _start(values, target, least, most),
        method="SLSQP",
        bounds=[(least, most)] * children,
        constraints=LinearConstraint(np.ones((1, children)), 1.0, 1.0),
        options={"maxiter": iterations, "ftol": 1e-14},
    )
    weight = np.clip(found.x, least, most)
    reached = effective(weight / weight.sum())
    gap = float(np.abs(reached - target).max())
    message = "effective weights meet the nominal ones" if gap <= tolerance else f"a gap of {gap:.3g} remains"
    return Optimised(weight / weight.sum(), reached, target, gap, gap <= tolerance, message)


def _start(values: FloatArray, target: FloatArray, least: float, most: float) -> FloatArray:
    """Return where to start: the weights whose variance shares are the target, brought within the bounds."""
    used = np.flatnonzero(target > 0)
    start = np.zeros(len(target))
    try:
        start[used] = budgeted(np.atleast_2d(np.cov(values[:, used], rowvar=False)), target[used], 1000, 1e-10)
    except MethodError:
        start = target
    start = np.clip(start, least, most)
    return np.asarray(start / start.sum())


def _effective(values: FloatArray, weight: FloatArray, by: str) -> FloatArray:
    if by == "variance":
        return effective_weights(values, np.maximum(weight, 0.0))
    parent = values @ weight
    each = np.nan_to_num(importance(values, parent, by="correlation" if by == "correlation" else "correlation_ratio"))
    return np.asarray(each / each.sum() if each.sum() > 0 else each)
