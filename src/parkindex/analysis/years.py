"""One year of several, taken out so that it can be scored again without the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.treated import treated
from parkindex.engine.method import Method, Step

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result

FROM_OTHER_YEARS = frozenset({"latest", "constant", "linear"})
"""The imputations that look at other years."""


def on_its_own(result: Result) -> tuple[FloatArray, FloatArray, Method]:
    """Return values (units, nodes), directions (nodes,) and the method that score a result without other years.

    A step that looks at other years, and the steps before it, are taken already: the values are what they leave, and
    the method returned leaves them out. Where no step does, everything is as it is.
    """
    method, direction = result.method.method, np.asarray(result.framework.direction, dtype=np.float64)
    columns = [result.column_of(code) for code in result.entries]
    if not result.dataset.years:
        return result.raw, direction, method
    if "normalisation" in method.across:
        ready = result.outcome.normalised[:, columns]
        rest = _without(method, "screening", "denomination", "imputation", "treatment", "normalisation")
        direction = np.ones(len(direction))
    elif "treatment" in method.across:
        ready = treated(result).after
        rest = _without(method, "screening", "denomination", "imputation", "treatment")
    elif _names(method.imputation) & FROM_OTHER_YEARS:
        ready = treated(result).before
        rest = _without(method, "screening", "denomination", "imputation")
    else:
        return result.raw, direction, method
    values = np.array(result.raw)
    values[:, columns] = ready
    return values, direction, rest


def _names(step: Step) -> set[str]:
    return {step.name, *(other.name for other in step.nodes.values())}


def _without(method: Method, *steps: str) -> Method:
    gone: dict[str, Any] = dict.fromkeys(steps, Step("none"))
    return replace(method, across=(), **gone)
