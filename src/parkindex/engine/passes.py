"""The passes of a run: each step over all nodes, single nodes with a choice of their own apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, refuse
from parkindex.engine.choices import METHODS, Method, Step
from parkindex.engine.context import Context, resolved
from parkindex.engine.naming import naming
from parkindex.engine.parameters import parameters
from parkindex.engine.structure import Structure

UNITS = 256
"""Units turned from row to node order in one go, so that both ends stay within the processor's cache."""


def call(step: str, chosen: Step, *arrays: Any, codes: Sequence[str] = (), context: Context) -> Any:
    """Call the method chosen for ``step`` with its parameters; ``codes`` name the columns of the arrays.

    Raises `MethodError` with what the method refuses, and where numbers grow beyond what can be computed with.
    """
    function = METHODS[step][chosen.name]
    given = resolved(function, chosen.parameters, codes, context)
    try:
        with np.errstate(over="raise"):
            return function(*arrays, **given)
    except (FloatingPointError, OverflowError):
        message = "numbers grow beyond what can be computed with"
        refuse("engine.overflow", chosen.name, message, "take smaller parameters, or enter values in a larger unit")


def split(chosen: Step, codes: Sequence[str]) -> list[tuple[Step, IntArray]]:
    """Group columns by what is chosen for them: the default first, then each node with a choice of its own."""
    own = [k for k, code in enumerate(codes) if code in chosen.nodes]
    rest = np.array([k for k, code in enumerate(codes) if code not in chosen.nodes], dtype=np.intp)
    parts = [(chosen, rest)] if len(rest) else []
    return parts + [(chosen.nodes[codes[k]], np.array([k], dtype=np.intp)) for k in own]


def screen(values: FloatArray, tree: Structure, method: Method, context: Context) -> BoolArray:
    """Return the mask of values (..., units, leaves of ``tree``) that the method's screening leaves out."""
    codes = [tree.codes[leaf] for leaf in tree.leaves]
    if method.screening.name == "none":
        return np.zeros(values.shape, dtype=np.bool_)
    members = np.eye(len(tree), dtype=np.bool_)
    for node in range(len(tree) - 1, 0, -1):
        members[tree.parent[node]] |= members[node]
    with naming(codes, "screening"):
        arrays = values, members[:, tree.leaves]
        return np.asarray(call("screening", method.screening, *arrays, context=context))


def denominate(values: FloatArray, chosen: Step, codes: Sequence[str], context: Context) -> FloatArray:
    """Divide ``values`` (..., units, entries) by what each entry's choice says."""

    def one(part: FloatArray, step: Step, names: Sequence[str]) -> tuple[FloatArray, BoolArray]:
        divided = call("denomination", step, part, codes=names, context=context)
        return divided, np.zeros(part.shape, dtype=np.bool_)

    return _by_column(values, chosen, codes, "denomination", one)[0]


def change(
    step: str, values: FloatArray, chosen: Step, codes: Sequence[str], context: Context
) -> tuple[FloatArray, BoolArray]:
    """Run imputation or treatment over ``values`` (..., units, entries); return the result and the mask of changes."""

    def one(part: FloatArray, own: Step, names: Sequence[str]) -> tuple[FloatArray, BoolArray]:
        result: tuple[FloatArray, BoolArray] = call(step, own, part, codes=names, context=context)
        return result

    return _by_column(values, chosen, codes, step, one)


def normalise(
    values: FloatArray, direction: FloatArray, chosen: Step, codes: Sequence[str], context: Context
) -> tuple[FloatArray, BoolArray]:
    """Normalise ``values`` (..., units, entries).

    Return the result and the mask of values cut off at the ends of a scale.
    """
    sign = dict(zip(codes, direction, strict=True))

    def one(part: FloatArray, own: Step, names: Sequence[str]) -> tuple[FloatArray, BoolArray]:
        way = np.array([sign[name] for name in names])
        normalised = call("normalisation", own, part, way, codes=names, context=context)
        if not _stated(own, "truncate"):
            return normalised, np.zeros(part.shape, dtype=np.bool_)
        free = Step(own.name, {**own.parameters, "truncate": False})
        beyond = call("normalisation", free, part, way, codes=names, context=context)
        return normalised, np.asarray((beyond != normalised) & ~np.isnan(part))

    return _by_column(values, chosen, codes, "normalisation", one)


def _stated(chosen: Step, name: str) -> bool:
    """Tell whether a flag of a normalisation is on, stated or by default."""
    known = {one.name: one.default for one in parameters(METHODS["normalisation"][chosen.name])}
    return bool(chosen.parameters.get(name, known.get(name, False)))


def _by_column(
    values: FloatArray,
    chosen: Step,
    codes: Sequence[str],
    step: str,
    one: Callable[[FloatArray, Step, Sequence[str]], tuple[FloatArray, BoolArray]],
) -> tuple[FloatArray, BoolArray]:
    """Run ``one`` over the columns that share a choice, together, and put the results back in their places."""
    parts = split(chosen, codes)
    if len(parts) == 1 and len(parts[0][1]) == len(codes):
        with naming(codes, step):
            return one(values, parts[0][0], codes)
    result, mask = values.copy(), np.zeros(values.shape, dtype=np.bool_)
    for own, columns in parts:
        names = [codes[k] for k in columns]
        with naming(names, step):
            result[..., columns], mask[..., columns] = one(np.take(values, columns, axis=-1), own, names)
    return result, mask


def aggregate(
    normalised: FloatArray, tree: Structure, stated: FloatArray, method: Method, context: Context
) -> tuple[FloatArray, FloatArray]:
    """Join the leaves of ``tree`` bottom up; return scores (..., units, nodes) and the weights used.

    Weights are (..., nodes), or (..., units, nodes) where a weighting gives each unit its own. Scores are held node by
    node, so that each is one run of memory; the array returned is a view of that.
    """
    lead = np.broadcast_shapes(normalised.shape[:-2], stated.shape[:-1])
    scores = np.empty((len(tree), *lead, normalised.shape[-2]))
    by_leaf = np.moveaxis(normalised, -1, 0)
    for first in range(0, normalised.shape[-2], UNITS):
        scores[tree.leaves, ..., first : first + UNITS] = by_leaf[..., first : first + UNITS]
    used: list[FloatArray] = [np.ones(())] * len(tree)
    by_unit = False
    for node in tree.bottom_up:
        family, code = tree.children(node), tree.codes[node]
        names = [tree.codes[child] for child in family]
        weighting = method.weighting.nodes.get(code, method.weighting)
        aggregation = method.aggregation.nodes.get(code, method.aggregation)
        children = np.moveaxis(scores[_span(family)], 0, -1)
        with naming(names, f"weighting: node '{code}'"):
            # an only child carries its parent whole, and there is nothing to weigh
            weight = (
                np.ones(1)
                if len(family) == 1
                else call("weighting", weighting, children, stated[..., family], codes=names, context=context)
            )
        with naming(names, f"aggregation: node '{code}'"):
            scores[node] = call("aggregation", aggregation, children, weight, codes=names, context=context)
        own = weight.ndim == children.ndim
        by_unit |= own
        for k, child in enumerate(family):
            used[child] = weight[..., k] if own else weight[..., k, None]
    together = np.stack(np.broadcast_arrays(*(np.atleast_1d(weight) for weight in used)), axis=-1)
    return np.moveaxis(scores, 0, -1), together if by_unit else together[..., 0, :]


def _span(family: IntArray) -> Any:
    """Return ``family`` as a slice where its nodes lie side by side, which needs no copy."""
    first, last = int(family[0]), int(family[-1])
    return slice(first, last + 1) if last - first + 1 == len(family) else family
