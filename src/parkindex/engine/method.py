"""Run a method over values: from what is entered in the tree to scores, ranks and tiers.

`Step`, `Method`, `METHODS` and `check_method` say what is chosen; `run` does it and `Scores` is what comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_direction, as_values, as_weight, refuse
from parkindex.engine.choices import METHODS, Method, Step, check_method
from parkindex.engine.context import EMPTY, Context
from parkindex.engine.naming import naming
from parkindex.engine.passes import aggregate, call, change, denominate, normalise, screen
from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

__all__ = ["METHODS", "Context", "Method", "Scores", "Step", "check_method", "entries", "run"]

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, eq=False)
class Scores:
    """What a method makes of the values. Arrays over nodes are (..., units, nodes), in the order of the structure.

    ``scores`` at every node that is an entry or computed, else NaN; ``ranks`` and ``tiers`` (..., units) of the root, 1
    is best; ``normalised`` the entries on their common scale, unrounded; ``screened`` marks present values left out,
    ``imputed``, ``treated`` and ``clipped`` what was changed on the way; ``weight`` (..., nodes) is each node's weight
    in its parent as used, 1 for the root and NaN below entries, (..., units, nodes) where units have weights of their
    own; ``given`` holds values entered at computed nodes, which never enter the computation, and ``difference`` is
    given - score. ``entries`` and ``computed`` are positions of nodes.
    """

    scores: FloatArray
    ranks: FloatArray
    tiers: FloatArray
    normalised: FloatArray
    screened: BoolArray
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
    values: ArrayLike,
    structure: Structure,
    direction: ArrayLike,
    method: Method,
    *,
    weight: ArrayLike | None = None,
    context: Context = EMPTY,
) -> Scores:
    """Score every node for every unit.

    ``values`` (..., units, nodes) holds NaN where nothing is entered; ``direction`` (nodes,) of -1 or 1; ``weight``
    (nodes,) or (..., nodes) replaces the structure's weights, for draws of weights; ``context`` holds what the method
    calls by name: groups, denominators, units, years. Leading axes are draws: a stack gives the same bits as each draw
    alone. Entries are screened, denominated, imputed, treated, normalised and aggregated; a leaf that nobody has a
    value for stays a missing child of its parent, and what is screened out is missing from then on.

    Raises `MethodError` with every problem: a wrong method, shapes that do not match, no value at all, infinity, and
    whatever the chosen methods refuse, with the codes of the nodes.
    """
    with naming((), units=context.units):
        held = _checked(values, structure, method)
        sign = as_direction(direction, len(structure))
        nominal = None if weight is None else as_weight(weight, len(structure))
        return _scored(held, structure, sign, method, weight=nominal, context=context)


def normalised(
    values: ArrayLike, structure: Structure, direction: ArrayLike, method: Method, *, context: Context = EMPTY
) -> FloatArray:
    """Return the entries on their common scale as `run` does, (..., units, nodes), without aggregating them.

    Raises `MethodError` as `run` does for the steps up to normalisation.
    """
    with naming((), units=context.units):
        held = _checked(values, structure, method)
        bases = _bases(_above_any(_filled(held), structure), structure)
        sign = as_direction(direction, len(structure))[bases]
        entered = _prepared(np.take(held, bases, axis=-1), sign, structure.pruned(bases), method, context)
        return _placed(entered.normalised, bases, structure, np.nan)


def _scored(
    held: FloatArray,
    structure: Structure,
    direction: FloatArray,
    method: Method,
    *,
    weight: FloatArray | None,
    context: Context,
) -> Scores:
    """Run a checked method over checked values."""
    filled = _filled(held)
    above = _above_any(filled, structure)
    bases = _bases(above, structure)
    tree, kept = structure.pruned(bases), structure.kept(bases)
    stated = tree.shares if weight is None else weight[..., kept]

    entered = _prepared(np.take(held, bases, axis=-1), direction[bases], tree, method, context)
    computed, used = aggregate(entered.normalised, tree, stated, method, context)
    rounded = computed if method.decimals is None else np.round(computed, method.decimals)
    scores = _placed(rounded, kept, structure, np.nan)
    given, difference = _apart(held, scores, above & filled)
    with naming((), "ranking"):
        ranks = call("ranking", method.ranking, rounded[..., 0], context=context)
    with naming((), "tiers"):
        tiers = call("tiers", method.tiers, rounded[..., 0], context=context)
    return Scores(
        scores=scores,
        ranks=ranks,
        tiers=tiers,
        normalised=_placed(entered.normalised, bases, structure, np.nan),
        screened=_placed(entered.screened, bases, structure, False),
        imputed=_placed(entered.imputed, bases, structure, False),
        treated=_placed(entered.treated, bases, structure, False),
        clipped=_placed(entered.clipped, bases, structure, False),
        weight=_placed(used, kept, structure, np.nan),
        given=given,
        difference=difference,
        entries=np.flatnonzero(filled & ~above),
        computed=np.flatnonzero(above),
    )


class _Entered(NamedTuple):
    """The entries on their common scale, with masks of what was changed on the way; all (..., units, entries)."""

    normalised: FloatArray
    screened: BoolArray
    imputed: BoolArray
    treated: BoolArray
    clipped: BoolArray


def _prepared(
    entered: FloatArray, direction: FloatArray, tree: Structure, method: Method, context: Context
) -> _Entered:
    """Take the entries through all steps up to normalisation."""
    codes = [tree.codes[leaf] for leaf in tree.leaves]
    screened = screen(entered, tree, method, context)
    left = np.where(screened, np.nan, entered) if screened.any() else entered
    divided = denominate(left, method.denomination, codes, context)
    completed, imputed = change("imputation", divided, method.imputation, codes, context)
    if screened.any():
        completed, imputed = np.where(screened, np.nan, completed), imputed & ~screened
    brought, treated = _over_years(
        completed,
        lambda values: change("treatment", values, method.treatment, codes, context),
        across="treatment" in method.across,
    )
    normalised, clipped = _over_years(
        brought,
        lambda values: normalise(values, direction, method.normalisation, codes, context),
        across="normalisation" in method.across,
    )
    return _Entered(normalised, screened & ~np.isnan(entered), imputed, treated, clipped)


def _over_years(
    values: FloatArray, step: Callable[[FloatArray], tuple[FloatArray, BoolArray]], *, across: bool
) -> tuple[FloatArray, BoolArray]:
    """Take a step over the units of all years together when ``across``, else over each year on its own."""
    if not across:
        return step(values)
    if values.ndim < 3:
        refuse("panel.shape", "values", f"'across' needs years before the units, got the shape {values.shape}")
    pooled = np.ascontiguousarray(values).reshape(*values.shape[:-3], -1, values.shape[-1])
    result, mask = step(pooled)
    return result.reshape(values.shape), mask.reshape(values.shape)


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


def _apart(held: FloatArray, scores: FloatArray, both: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Return the values entered at computed nodes, and how far they lie above the scores there."""
    if not both.any():
        nothing = np.broadcast_to(np.nan, scores.shape)
        return nothing, nothing
    given = np.where(both, held, np.nan)
    return given, given - scores


def _placed(part: NDArray[Kind], nodes: IntArray, structure: Structure, empty: Any) -> NDArray[Kind]:
    """Spread columns over all nodes of the structure, with ``empty`` elsewhere."""
    if len(nodes) == len(structure):
        return part
    if part.dtype == np.bool_ and not part.any():
        return np.broadcast_to(part.dtype.type(empty), (*part.shape[:-1], len(structure)))
    whole = np.full((*part.shape[:-1], len(structure)), empty, dtype=part.dtype)
    whole[..., nodes] = part
    return whole
