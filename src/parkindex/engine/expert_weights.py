"""Weights from the judgement of experts: budget allocation, the analytic hierarchy process, best-worst.

The scores are not looked at; the judgements are parameters, in the order of the node's children.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, refuse
from parkindex.engine.hierarchy import consistency_ratio, offending, priorities
from parkindex.engine.parameters import Budgets, Judgements, Numbers, Positive
from parkindex.errors import Finding, MethodError


def budget_allocation(x: ArrayLike, stated: ArrayLike, *, points: Budgets) -> FloatArray:
    """Take the mean of the shares into which each expert divided a budget of points.

    ``points`` (experts, children), on any scale for each expert.
    Source: OECD/JRC (2008), Handbook, section 6.3; Moldan and Billharz (1997), Sustainability Indicators.
    """
    budgets = np.atleast_2d(_table("points", points))
    if budgets.ndim != 2:
        refuse("weight.shape", "points", "points must be a row for each expert, a column for each child")
    shares = as_weight(budgets, np.shape(x)[-1])
    weight = (shares / shares.sum(axis=-1, keepdims=True)).mean(axis=0)
    return np.asarray(weight / weight.sum())


def analytic_hierarchy(
    x: ArrayLike,
    stated: ArrayLike,
    *,
    matrix: Judgements,
    priority: Literal["eigenvector", "geometric"] = "eigenvector",
    limit: Positive = 0.1,
) -> FloatArray:
    """Take the priorities of pairwise judgements by the analytic hierarchy process.

    ``matrix`` (children, children), or (experts, children, children) joined by the geometric mean of the judgements:
    entry (i, j) says how many times as important i is as j. Raises `MethodError` for a matrix that is not reciprocal,
    and for each expert whose consistency ratio exceeds ``limit``, naming the judgements most at odds with the rest.

    Sources: Saaty (1980), The Analytic Hierarchy Process; Saaty (2008), doi:10.1504/IJSSCI.2008.017590; Aczel and Saaty
    (1983), doi:10.1016/0022-2496(83)90028-7 (several experts).
    """
    children = np.shape(x)[-1]
    judgements = _table("matrix", matrix)
    judgements = judgements[None] if judgements.ndim == 2 else judgements
    if judgements.ndim != 3 or judgements.shape[1:] != (children, children):
        refuse("weight.shape", "matrix", f"judgements must be {children} by {children}, got {judgements.shape[1:]}")
    findings = [one for k, table in enumerate(judgements) for one in _check_judgements(table, k, limit)]
    if findings:
        raise MethodError(findings)
    return priorities(np.exp(np.log(judgements).mean(axis=0)), priority)


def _check_judgements(table: FloatArray, expert: int, limit: float) -> list[Finding]:
    """Find judgements that are not positive or not reciprocal, and those that make a matrix inconsistent."""
    where = f"expert {expert + 1}"
    if not (np.isfinite(table) & (table > 0)).all():
        return [Finding("weight.judgement", where, "judgements must be positive numbers")]
    odd = np.argwhere(np.abs(table * table.T - 1) > 0.02)
    if len(odd):
        pairs = ", ".join(
            f"{_pair(i, j)} is {table[i, j]:.3g}, {_pair(j, i)} {table[j, i]:.3g}" for i, j in odd if i <= j
        )
        return [
            Finding(
                "weight.reciprocal", where, f"judgements are not reciprocal: {pairs}", "let one be 1 over the other"
            )
        ]
    ratio = consistency_ratio(table)
    if ratio <= limit:
        return []
    told = ", ".join(
        f"{_pair(i, j)} is {told:.3g} where the rest says {said:.3g}" for i, j, told, said in offending(table)
    )
    message = f"the consistency ratio is {ratio:.3f}, above {limit:g}; most at odds: {told}"
    return [Finding("weight.inconsistent", where, message, "ask the expert again about these")]


def _pair(i: int, j: int) -> str:
    return f"indicator #{i} over indicator #{j}"


def best_worst(x: ArrayLike, stated: ArrayLike, *, best_to_others: Numbers, others_to_worst: Numbers) -> FloatArray:
    """Take the weights that agree best with comparisons against the best and the worst child.

    ``best_to_others`` (children,): how many times as important the best child is as each, 1 for itself;
    ``others_to_worst`` (children,): how many times as important each is as the worst, 1 for the worst. The greatest
    deviation is made least.

    Source: Rezaei (2016), Best-worst multi-criteria decision-making method: some properties and a linear model,
    doi:10.1016/j.omega.2015.12.001.
    """
    from scipy.optimize import linprog

    to_others, to_worst = _comparisons(best_to_others, others_to_worst, np.shape(x)[-1])
    count, best, worst = len(to_others), int(np.argmin(to_others)), int(np.argmin(to_worst))
    deviations = []
    for child in range(count):
        over = np.zeros(count)
        over[best] += 1
        over[child] -= to_others[child]
        under = np.zeros(count)
        under[child] += 1
        under[worst] -= to_worst[child]
        deviations += [over, -over, under, -under]
    rows = np.column_stack([np.array(deviations), -np.ones(len(deviations))])
    goal = np.append(np.zeros(count), 1.0)
    found: Any = linprog(goal, rows, np.zeros(len(rows)), np.append(np.ones(count), 0.0)[None], [1.0], method="highs")
    if not found.success:
        refuse("weight.best-worst", "weighting best_worst", f"no weights could be found ({found.message})")
    weight = np.maximum(found.x[:count], 0.0)
    return np.asarray(weight / weight.sum())


def _comparisons(best_to_others: ArrayLike, others_to_worst: ArrayLike, children: int) -> tuple[FloatArray, FloatArray]:
    pair = _table("best_to_others", best_to_others), _table("others_to_worst", others_to_worst)
    for name, given in zip(("best_to_others", "others_to_worst"), pair, strict=True):
        if given.shape != (children,) or not (given >= 1).all() or given.min() != 1:
            message = f"'{name}' needs a number of at least 1 for each of {children} children, and 1 for one of them"
            refuse("weight.comparison", name, message)
    return pair


def _table(name: str, table: ArrayLike) -> FloatArray:
    try:
        return np.asarray(table, dtype=np.float64)
    except (TypeError, ValueError):
        refuse("weight.table", name, f"'{name}' must be a table of numbers with rows of one length")
