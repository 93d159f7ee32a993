"""Weighting: how much each child counts in its parent (handbook step 6).

Every function takes the children's scores ``x`` (..., units, children), higher is better, and ``stated`` (children,) or
(..., children), the nominal weights, and returns weights, none negative, summing to one: (..., children), or
(..., units, children) where each unit has weights of its own. Missing scores are left out of every statistic.

Weights by experts, from the data, from factors and from the frontier have files of their own.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 6, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, refuse
from parkindex.engine.combined_weights import Rule, combine
from parkindex.engine.data_weights import critic, entropy, merec, standard_deviation
from parkindex.engine.expert_weights import analytic_hierarchy, best_worst, budget_allocation
from parkindex.engine.factor_weights import factor_analysis, principal_component
from parkindex.engine.frontier import benefit_of_the_doubt_weights
from parkindex.engine.importance import target_importance
from parkindex.engine.parameters import Share, Weightings, check_parameters
from parkindex.errors import MethodError


def given(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Take the stated weights, rescaled to sum to one."""
    weight = as_weight(stated, np.shape(x)[-1])
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))


def equal(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Give every child the same weight, whatever is stated."""
    children = np.shape(x)[-1]
    return np.full(children, 1.0 / children)


def combined(
    x: ArrayLike, stated: ArrayLike, *, of: Weightings, rule: Rule = "additive", share: Share = 0.5
) -> FloatArray:
    """Combine two or more weightings, such as a subjective and an objective one.

    ``of`` lists names of weightings, or mappings with ``name`` and ``parameters``. ``rule`` 'additive' takes the mean,
    with ``share`` for the first of two; 'multiplicative' the rescaled product; 'game_theoretic' the mixture nearest to
    all.
    """
    return combine([_weighting(one, x, stated) for one in of], rule=rule, share=share)


def _weighting(one: str | Mapping[str, Any], x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Run one of the weightings to be combined."""
    if not isinstance(one, str | Mapping):
        message = f"'of' lists names of weightings, or mappings with name and parameters (got {one!r})"
        refuse("method.parameter", "weighting combined", message, f"there are {', '.join(WEIGHTINGS)}")
    name, parameters = (one, {}) if isinstance(one, str) else (one.get("name", ""), one.get("parameters") or {})
    more = set() if isinstance(one, str) else set(one) - {"name", "parameters"}
    if more or not isinstance(parameters, Mapping):
        message = f"a weighting to be combined has a 'name' and a table of 'parameters', nothing else (got {one!r})"
        refuse(
            "method.parameter",
            "weighting combined",
            message,
            "for example {name: analytic_hierarchy, parameters: {matrix: …}}",
        )
    if name not in WEIGHTINGS or name == "combined":
        known = ", ".join(key for key in WEIGHTINGS if key != "combined")
        refuse("method.unknown", "weighting combined", f"unknown weighting '{name}'", f"there are {known}")
    findings = check_parameters(f"weighting combined: {name}", WEIGHTINGS[name], parameters)
    if findings:
        raise MethodError(findings)
    return WEIGHTINGS[name](x, stated, **parameters)


Weighting = Callable[..., FloatArray]

WEIGHTINGS: dict[str, Weighting] = {
    "given": given,
    "equal": equal,
    "budget_allocation": budget_allocation,
    "analytic_hierarchy": analytic_hierarchy,
    "best_worst": best_worst,
    "entropy": entropy,
    "critic": critic,
    "merec": merec,
    "standard_deviation": standard_deviation,
    "principal_component": principal_component,
    "factor_analysis": factor_analysis,
    "benefit_of_the_doubt": benefit_of_the_doubt_weights,
    "target_importance": target_importance,
    "combined": combined,
}
