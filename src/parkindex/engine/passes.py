"""The passes of a run: each step over all nodes, single nodes with a choice of their own apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray
from parkindex.engine.choices import METHODS, Method, Step
from parkindex.engine.naming import naming
from parkindex.engine.structure import Structure


def call(step: str, chosen: Step, *arrays: Any) -> Any:
    """Call the method chosen for ``step`` with its parameters."""
    return METHODS[step][chosen.name](*arrays, **chosen.parameters)


def split(chosen: Step, codes: Sequence[str]) -> list[tuple[Step, IntArray]]:
    """Group columns by what is chosen for them: the default first, then each node with a choice of its own."""
    own = [k for k, code in enumerate(codes) if code in chosen.nodes]
    rest = np.array([k for k in range(len(codes)) if k not in set(own)], dtype=np.intp)
    parts = [(chosen, rest)] if len(rest) else []
    return parts + [(chosen.nodes[codes[k]], np.array([k], dtype=np.intp)) for k in own]


def mask_pass(step: str, values: FloatArray, chosen: Step, codes: Sequence[str]) -> tuple[FloatArray, BoolArray]:
    """Run imputation or treatment over ``values`` (..., units, entries); return the result and the mask of changes."""
    result, mask = values.copy(), np.zeros(values.shape, dtype=np.bool_)
    for one, columns in split(chosen, codes):
        if one.name == "none":
            continue
        with naming([codes[k] for k in columns], step):
            result[..., columns], mask[..., columns] = call(step, one, np.take(values, columns, axis=-1))
    return result, mask


def normalise_pass(
    values: FloatArray, direction: FloatArray, chosen: Step, codes: Sequence[str]
) -> tuple[FloatArray, BoolArray]:
    """Normalise ``values`` (..., units, entries).

    Return the result and the mask of values cut off at the ends of a scale.
    """
    parts = split(chosen, codes)
    if len(parts) == 1 and len(parts[0][1]) == len(codes):
        with naming(codes, "normalisation"):
            return _normalised(values, direction, parts[0][0])
    result, mask = np.empty(values.shape), np.zeros(values.shape, dtype=np.bool_)
    for one, columns in parts:
        with naming([codes[k] for k in columns], "normalisation"):
            part = np.take(values, columns, axis=-1)
            result[..., columns], mask[..., columns] = _normalised(part, direction[columns], one)
    return result, mask


def _normalised(values: FloatArray, direction: FloatArray, chosen: Step) -> tuple[FloatArray, BoolArray]:
    normalised = call("normalisation", chosen, values, direction)
    if not chosen.parameters.get("truncate", False):
        return normalised, np.zeros(values.shape, dtype=np.bool_)
    beyond = METHODS["normalisation"][chosen.name](values, direction, **{**chosen.parameters, "truncate": False})
    return normalised, (beyond != normalised) & ~np.isnan(values)


def aggregate(
    normalised: FloatArray, tree: Structure, stated: FloatArray, method: Method
) -> tuple[FloatArray, FloatArray]:
    """Join the leaves of ``tree`` bottom up; return scores (..., units, nodes) and the weights used (..., nodes).

    Scores are held node by node, so that each is one run of memory; the array returned is a view of that.
    """
    lead = np.broadcast_shapes(normalised.shape[:-2], stated.shape[:-1])
    scores = np.empty((len(tree), *lead, normalised.shape[-2]))
    used = np.ones((len(tree), *stated.shape[:-1]))
    scores[tree.leaves] = np.moveaxis(normalised, -1, 0)
    for node in tree.bottom_up:
        family = tree.children(node)
        code = tree.codes[node]
        weighting = method.weighting.nodes.get(code, method.weighting)
        aggregation = method.aggregation.nodes.get(code, method.aggregation)
        children = np.moveaxis(scores[_span(family)], 0, -1)
        with naming([tree.codes[child] for child in family], f"node '{code}'"):
            weight = call("weighting", weighting, children, stated[..., family])
            scores[node] = call("aggregation", aggregation, children, weight)
        used = _kept_weight(used, weight, family)
    return np.moveaxis(scores, 0, -1), np.moveaxis(used, 0, -1)


def _span(family: IntArray) -> Any:
    """Return ``family`` as a slice where its nodes lie side by side, which needs no copy."""
    first, last = int(family[0]), int(family[-1])
    return slice(first, last + 1) if last - first + 1 == len(family) else family


def _kept_weight(used: FloatArray, weight: FloatArray, family: IntArray) -> FloatArray:
    """Put the weights of one family (..., children) among those of all nodes (nodes, ...), widening for draws."""
    moved = np.moveaxis(weight, -1, 0)
    lead = np.broadcast_shapes(used.shape[1:], moved.shape[1:])
    if used.shape[1:] != lead:
        used = np.broadcast_to(
            used.reshape(len(used), *(1,) * (len(lead) - used.ndim + 1), *used.shape[1:]), (len(used), *lead)
        )
        used = used.copy()
    used[family] = moved.reshape(len(moved), *(1,) * (len(lead) - moved.ndim + 1), *moved.shape[1:])
    return used
