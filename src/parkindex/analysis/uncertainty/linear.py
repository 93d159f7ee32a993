"""Methods whose index is one mean of the entries: scores of many weightings are then one matrix product.

Weighted means of weighted means are a weighted mean: an index that takes the same power mean p at every node, over
entries without gaps, is the power mean of all its entries, each with the product of the weights on the way down. This
includes the plain sum, in which every weight is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.uncertainty.products import product

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray, IntArray
    from parkindex.engine.choices import Method
    from parkindex.engine.structure import Structure

POWERS = {"arithmetic": 1.0, "geometric": 0.0, "harmonic": -1.0}


@dataclass(frozen=True, eq=False)
class Linear:
    """An index that is one power mean.

    ``features`` (leaves, units) are the entries on their common scale, transformed so that their weighted mean is the
    transformed index; ``leaves`` and ``tree`` say where each stands; ``power`` is None for the plain sum. ``twins``
    (units,) is the first unit with the same entries, so that equals stay equal whatever the order of a sum.
    """

    features: FloatArray
    tree: Structure
    kept: IntArray
    power: float | None
    equal: tuple[bool, ...]
    twins: IntArray

    def leaf_weights(self, weight: FloatArray) -> FloatArray:
        """Return the weight of each leaf in the index, (draws, leaves), from weights (draws, nodes) within parents."""
        if self.power is None:
            return np.ones((len(weight), len(self.tree.leaves)))
        through = np.ones((len(weight), len(self.tree)))
        for node in reversed(self.tree.bottom_up):
            family = span(self.tree.children(node))
            own = through[:, family]
            if not self.equal[node]:
                own[...] = weight[:, span(self.kept[self.tree.children(node)])]
            own *= through[:, [node]] / own.sum(axis=1, keepdims=True)
            through[:, family] = own
        return np.ascontiguousarray(through[:, span(self.tree.leaves)])

    def scores(self, weight: FloatArray) -> FloatArray:
        """Return the index (draws, units) under weights (draws, nodes) within their parents."""
        mean = product(self.leaf_weights(weight), self.features)
        if (self.twins != np.arange(len(self.twins))).any():
            mean = mean[:, self.twins]
        if self.power in (None, 1.0):
            return mean
        return np.exp(mean) if self.power == 0.0 else mean ** (1.0 / float(self.power or 1.0))


def span(positions: IntArray) -> Any:
    """Return positions as a slice where they lie side by side, which saves looking up each of them."""
    first, last = int(positions[0]), int(positions[-1])
    return slice(first, last + 1) if last - first + 1 == len(positions) else positions


def linear_form(normalised: FloatArray, structure: Structure, method: Method) -> Linear | None:
    """Return the form of an index that is one mean of ``normalised`` (units, nodes; NaN but at entries), else None.

    None as well where an entry is outside the domain of the mean: the engine says why it refuses.
    """
    held = ~np.isnan(normalised)
    entries = np.flatnonzero(held.any(axis=0))
    tree, kept = structure.pruned(entries), structure.kept(entries)
    power = _one_power(method, tree)
    leaves = kept[tree.leaves]
    if power == "none" or not held[:, leaves].all():
        return None
    values = np.ascontiguousarray(normalised[:, leaves].T)
    number = None if power == "sum" else float(power)
    if number is not None and number != 1.0 and (values <= 0).any():
        return None
    equal = tuple(method.weighting.nodes.get(code, method.weighting).name == "equal" for code in tree.codes)
    return Linear(_transformed(values, number), tree, kept, number, equal, _twins(values))


def _one_power(method: Method, tree: Structure) -> str:
    """Return the power that all computed nodes share as text, 'sum' for plain sums, or 'none'."""
    found = set()
    for node in tree.bottom_up:
        code = tree.codes[node]
        step = method.aggregation.nodes.get(code, method.aggregation)
        weighting = method.weighting.nodes.get(code, method.weighting).name
        if step.name not in {*POWERS, "power", "sum"} or weighting not in {"given", "equal"}:
            return "none"
        power = POWERS.get(step.name, step.parameters.get("p", 1.0))
        found.add("sum" if step.name == "sum" else str(float(power)))
    return found.pop() if len(found) == 1 else "none"


def _transformed(values: FloatArray, power: float | None) -> FloatArray:
    if power is None or power == 1.0:
        return values
    return np.log(values) if power == 0.0 else values**power


def _twins(values: FloatArray) -> IntArray:
    """Return for each unit the first one with the very same entries."""
    first: dict[bytes, int] = {}
    # A sum with nought makes -0 and 0 the same bytes.
    columns = np.ascontiguousarray(values.T) + 0.0
    return np.array([first.setdefault(column.tobytes(), row) for row, column in enumerate(columns)], dtype=np.intp)
