"""Run a method over values: from what is entered in the tree to scores, ranks and tiers.

`Step`, `Method`, `METHODS` and `check_method` say what is chosen; `run` does it and `Scores` is what comes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_direction, as_values, as_weight, refuse
from parkindex.engine.choices import METHODS, Method, Step, check_method
from parkindex.engine.naming import naming
from parkindex.engine.passes import aggregate, call, mask_pass, normalise_pass
from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

__all__ = ["METHODS", "Method", "Scores", "Step", "check_method", "entries", "run"]

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, eq=False)
class Scores:
    """What a method makes of the values. Arrays over nodes are (..., units, nodes), in the order of the structure.

    ``scores`` at every node that is an entry or computed, else NaN; ``ranks`` and ``tiers`` (..., units) of the root, 1
    is best; ``normalised`` the entries on their common scale, unrounded; ``imputed``, ``treated``, ``clipped`` mark
    what was changed on the way; ``weight`` (..., nodes) is each node's weight in its parent as used, 1 for the root and
    NaN below entries; ``given`` holds values entered at computed nodes, which never enter the computation, and
    ``difference`` is given - score. ``entries`` and ``computed`` are positions of nodes.
    """

    scores: FloatArray
    ranks: FloatArray
    tiers: FloatArray
    normalised: FloatArray
    imputed: BoolArray
    treated: BoolArray
    clipped: BoolArray
    weight: FloatArray
    given: FloatArray
    difference: FloatArray
    entries: IntArray
    computed: IntArray


def entries(values: ArrayLike, structure: Structure) -> IntArray:
    """Return the positions of the entries: nodes with a value for some unit and none in any of their descendants."""
    filled = _filled(as_values(values))
    return np.flatnonzero(filled & ~_above_any(filled, structure))


def run(
    values: ArrayLike, structure: Structure, direction: ArrayLike, method: Method, *, weight: ArrayLike | None = None
) -> Scores:
    """Score every node for every unit.

    ``values`` (..., units, nodes) holds NaN where nothing is entered; ``direction`` (nodes,) of -1 or 1; ``weight``
    (nodes,) or (..., nodes) replaces the structure's weights, for draws of weights. Leading axes are draws: a stack
    gives the same bits as each draw alone. Entries are imputed, treated, normalised and aggregated; a leaf that nobody
    has a value for stays a missing child of its parent.

    Raises `MethodError` with every problem: a wrong method, shapes that do not match, no value at all, infinity, and
    whatever the chosen methods refuse, with the codes of the nodes.
    """
    held = _checked(values, structure, method)
    filled = _filled(held)
    above = _above_any(filled, structure)
    bases = _bases(above, structure)
    tree, kept = structure.pruned(bases), structure.kept(bases)
    codes = [structure.codes[node] for node in bases]
    sign = as_direction(direction, len(structure))[bases]

    completed, imputed = mask_pass("imputation", np.take(held, bases, axis=-1), method.imputation, codes)
    brought, treated = mask_pass("treatment", completed, method.treatment, codes)
    normalised, clipped = normalise_pass(brought, sign, method.normalisation, codes)
    stated = tree.shares if weight is None else as_weight(weight, len(structure))[..., kept]
    computed, used = aggregate(normalised, tree, stated, method)
    rounded = computed if method.decimals is None else np.round(computed, method.decimals)

    scores = _placed(rounded, kept, structure, np.nan)
    given = np.where(above, held, np.nan)
    return Scores(
        scores=scores,
        ranks=call("ranking", method.ranking, rounded[..., 0]),
        tiers=call("tiers", method.tiers, rounded[..., 0]),
        normalised=_placed(normalised, bases, structure, np.nan),
        imputed=_placed(imputed, bases, structure, False),
        treated=_placed(treated, bases, structure, False),
        clipped=_placed(clipped, bases, structure, False),
        weight=_placed(used, kept, structure, np.nan),
        given=given,
        difference=given - scores,
        entries=np.flatnonzero(filled & ~above),
        computed=np.flatnonzero(above),
    )


def _checked(values: ArrayLike, structure: Structure, method: Method) -> FloatArray:
    """Return the values when they and the method can be run; else raise every problem."""
    findings = check_method(method, structure)
    if findings:
        raise MethodError(findings)
    with naming(structure.codes):
        held = as_values(values)
    if held.shape[-1] != len(structure):
        refuse("engine.shape", "values", f"values must have {len(structure)} nodes on the last axis, got {held.shape}")
    if np.isnan(held).all():
        refuse("engine.no-values", "values", "there is no value at all", "enter values at some nodes")
    return held


def _filled(values: FloatArray) -> BoolArray:
    """Mark the nodes that hold a value for some unit."""
    return np.asarray(~np.isnan(values).all(axis=tuple(range(values.ndim - 1))))


def _above_any(filled: BoolArray, structure: Structure) -> BoolArray:
    """Mark the nodes below which something is entered."""
    above = np.zeros(len(structure), dtype=np.bool_)
    for node in range(len(structure) - 1, 0, -1):
        above[structure.parent[node]] |= above[node] or filled[node]
    return above


def _bases(above: BoolArray, structure: Structure) -> IntArray:
    """Return where the computation starts: the entries, and the highest nodes below which nothing is entered at all."""
    return np.array(
        [node for node in range(len(structure)) if not above[node] and (node == 0 or above[structure.parent[node]])],
        dtype=np.intp,
    )


def _placed(part: NDArray[Kind], nodes: IntArray, structure: Structure, empty: Any) -> NDArray[Kind]:
    """Spread columns over all nodes of the structure, with ``empty`` elsewhere."""
    if len(nodes) == len(structure):
        return part
    whole = np.full((*part.shape[:-1], len(structure)), empty, dtype=part.dtype)
    whole[..., nodes] = part
    return whole
