"""Which indicators grow with the size of a unit: correlations with every variable that could divide them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.correlation import Coefficient, correlations

if TYPE_CHECKING:
    from parkindex.index import Result


@dataclass(frozen=True, slots=True)
class Denominator:
    """An indicator beside a variable that could divide it.

    ``coefficient`` and ``p_value`` are NaN below three units and for a constant; ``n`` units have both. ``positive``
    says whether all those values of the variable can divide; ``used`` whether the method divides by it already.
    """

    node: str
    variable: str
    coefficient: float
    p_value: float
    n: int
    positive: bool
    used: bool


def denominators(result: Result, *, coefficient: Coefficient = "pearson") -> tuple[Denominator, ...]:
    """Correlate the values of every entry, as entered, with every survey question answered with a number.

    Entry by entry in the order of the tree, the strongest correlation first, pairs without one last; questions that
    nobody answered are left out.
    """
    asked = [variable.code for variable in result.dataset.variables if variable.kind == "number"]
    variables = {code: np.asarray(result.context.variables[code], dtype=np.float64) for code in asked}
    answered = {code: values for code, values in variables.items() if not np.isnan(values).all()}
    found: list[Denominator] = []
    for node in result.entries:
        rows = [_pair(result, node, code, values, coefficient) for code, values in answered.items()]
        found += sorted(rows, key=lambda row: -np.nan_to_num(row.coefficient, nan=-2.0))
    return tuple(found)


def _pair(result: Result, node: str, variable: str, values: np.ndarray, coefficient: Coefficient) -> Denominator:
    column = result.raw[:, result.column_of(node)]
    pair = correlations(column[:, None], values[:, None], coefficient=coefficient)
    both = ~np.isnan(column) & ~np.isnan(values)
    return Denominator(
        node=node,
        variable=variable,
        coefficient=float(pair.coefficient[0, 0]),
        p_value=float(pair.p_value[0, 0]),
        n=int(pair.units[0, 0]),
        positive=bool((values[both] > 0).all()),
        used=_divides(result, node) == variable,
    )


def _divides(result: Result, node: str) -> str | None:
    """Return the variable that the method divides an entry by."""
    chosen = result.method.method.denomination
    by = chosen.nodes.get(node, chosen).parameters.get("by")
    found = by if isinstance(by, str) or by is None else by.get(node)
    return None if found is None else str(found)
