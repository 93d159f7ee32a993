"""What each node really counts in its parent, beside what its weight says.

Sources: Paruolo, Saisana and Saltelli (2013), doi:10.1111/j.1467-985X.2012.01059.x; Becker, Saisana, Paruolo and
Vandecasteele (2017), doi:10.1016/j.ecolind.2017.03.056.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.correlations import families
from parkindex.engine.effective import effective_weights, importance, optimised_weights
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result

LINEAR = ("arithmetic", "sum")
"""Aggregations of which the parent's variance is shared out among the children without a rest."""


@dataclass(frozen=True, slots=True)
class Importance:
    """One child in its parent; all but the p's are shares of one (not of a hundred), NaN where they do not apply.

    ``nominal`` is stated, ``used`` what the weighting made of it (mean over the units where each has its own; equal
    shares under a sum), ``effective`` the share of the parent's variance, ``explained`` the correlation ratio: what the
    child alone explains of the parent. ``optimised`` is the weight under which the effective share would meet the
    nominal one, ``reached`` the share it comes to.
    """

    node: str
    nominal: float
    used: float
    effective: float
    explained: float
    optimised: float
    reached: float


@dataclass(frozen=True, slots=True)
class FamilyImportance:
    """The children of one node over the ``n`` units that have all of them.

    ``linear`` says whether shares of variance apply; ``converged`` whether the optimised weights do what they are for,
    ``message`` how far off they are, or why there are none.
    """

    node: str
    n: int
    aggregation: str
    linear: bool
    converged: bool
    message: str
    children: tuple[Importance, ...]


def weigh_up(result: Result, *, node: str | None = None) -> tuple[FamilyImportance, ...]:
    """Set what the children of every node count beside their weights, in the order of the tree, or of one ``node``.

    Nodes with a single child are left out. Raises `UsageError` for a node that the framework does not have.
    """
    return tuple(
        _family(result, parent, children) for parent, children in families(result, node).items() if len(children) > 1
    )


def _family(result: Result, node: str, children: tuple[str, ...]) -> FamilyImportance:
    chosen = result.method.method.aggregation
    aggregation = chosen.nodes.get(node, chosen)
    linear = aggregation.name in LINEAR or (aggregation.name == "power" and aggregation.parameters.get("p", 1) == 1)
    scores = np.stack([result.column(child) for child in children], axis=-1)
    nominal = _nominal(result, children)
    used = np.full(len(children), 1 / len(children)) if aggregation.name == "sum" else _used(result, children)
    effective, optimised, reached, converged, message = _shares(scores, nominal, used, linear=linear)
    alone = importance(scores, result.column(node))
    return FamilyImportance(
        node=node,
        n=int(np.count_nonzero(~np.isnan(scores).any(axis=1))),
        aggregation=aggregation.name,
        linear=linear,
        converged=converged,
        message=message,
        children=tuple(
            Importance(child, *map(float, parts))
            for child, *parts in zip(children, nominal, used, effective, alone, optimised, reached, strict=True)
        ),
    )


def _shares(
    scores: FloatArray, nominal: FloatArray, used: FloatArray, *, linear: bool
) -> tuple[FloatArray, FloatArray, FloatArray, bool, str]:
    """Return effective shares, optimised weights and what these reach, whether they converged, and the words."""
    nothing = np.full(len(nominal), np.nan)
    if not linear:
        message = "the aggregation is not a sum, so the variance of the parent is not shared out without a rest"
        return nothing, nothing, nothing, False, message
    try:
        effective = effective_weights(scores, used)
        found = optimised_weights(scores, nominal)
    except MethodError as error:
        return nothing, nothing, nothing, False, "; ".join(finding.message for finding in error.findings)
    if not found.converged:
        return effective, found.weight, found.effective, False, f"no convergence: {found.message}"
    return effective, found.weight, found.effective, True, found.message


def _nominal(result: Result, children: tuple[str, ...]) -> FloatArray:
    """Return the stated shares of the children that have scores, summing to one."""
    shares = result.framework.compile().shares[[result.column_of(child) for child in children]]
    return np.asarray(shares / shares.sum())


def _used(result: Result, children: tuple[str, ...]) -> FloatArray:
    """Return the weights that the method used, over the units where each has its own, summing to one."""
    weight = result.outcome.weight[..., [result.column_of(child) for child in children]]
    mean = np.nanmean(weight.reshape(-1, len(children)), axis=0)
    return np.asarray(mean / mean.sum())
