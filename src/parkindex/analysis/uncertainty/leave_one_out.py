"""Leave one out: the ranking without each indicator, pillar, unit or place in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from parkindex.analysis.agreement import kendall
from parkindex.analysis.uncertainty.scoring import cause_of
from parkindex.engine.ranking import rank
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.analysis.uncertainty.evaluation import Evaluation

Kind = Literal["indicator", "pillar", "unit", "place"]

LEVELS = ("region", "province", "city")
"""Levels of places, the widest first."""


@dataclass(frozen=True, slots=True)
class Without:
    """The ranking without something. Shifts count among the units that remain, both times.

    ``largest`` names the unit that moves farthest, ``largest_shift`` by how many places (positive: it rises);
    ``tier_changes`` are units in another tier than published. ``failed`` says why there is no such ranking.
    """

    kind: Kind
    left_out: str
    mean_shift: float
    largest: str
    largest_shift: int
    kendall: float
    tier_changes: tuple[str, ...]
    failed: str = ""


def without_each_indicator(evaluation: Evaluation) -> tuple[Without, ...]:
    """Leave out every entry in turn, in the order of the tree; a tree of one entry has nothing to leave out."""
    codes = [evaluation.structure.codes[node] for node in evaluation.entries]
    return tuple(_without_nodes("indicator", evaluation, code) for code in codes) if len(codes) > 1 else ()


def without_each_pillar(evaluation: Evaluation) -> tuple[Without, ...]:
    """Leave out every pillar with entries in turn, in the order of the tree."""
    held = set(evaluation.entries) | {int(node) for node in evaluation.outcome.computed}
    pillars = [int(node) for node in evaluation.structure.children(0) if int(node) in held]
    codes = [evaluation.structure.codes[node] for node in pillars]
    return tuple(_without_nodes("pillar", evaluation, code) for code in codes) if len(codes) > 1 else ()


def without_each_unit(evaluation: Evaluation) -> tuple[Without, ...]:
    """Leave out every unit in turn, in the order of the values."""
    return tuple(_without_units("unit", evaluation, unit, (unit,)) for unit in evaluation.units)


def without_each_place(evaluation: Evaluation, group: str) -> tuple[Without, ...]:
    """Leave out the units of every label of a group (``city``, ``province``) in turn.

    Raises `KeyError` for a group that the context does not have.
    """
    labels = np.asarray(evaluation.context.groups[group]).astype(str)
    members = {str(label): np.flatnonzero(labels == label) for label in dict.fromkeys(labels.tolist())}
    return tuple(
        _without_units("place", evaluation, label, [evaluation.units[row] for row in rows])
        for label, rows in members.items()
        if 0 < len(rows) < len(evaluation.units)
    )


def without_all_places(evaluation: Evaluation, levels: Sequence[str] = LEVELS) -> tuple[Without, ...]:
    """Leave out every place of several levels in turn, the widest first.

    Places of one unit, and places with the same units as a wider one, are passed over, as are levels that the context
    does not have.
    """
    seen = {frozenset([row]) for row in range(len(evaluation.units))}
    found: list[Without] = []
    for level in levels:
        if level not in evaluation.context.groups:
            continue
        labels = np.asarray(evaluation.context.groups[level]).astype(str)
        for label in dict.fromkeys(labels[labels != ""].tolist()):
            rows = frozenset(np.flatnonzero(labels == label).tolist())
            if rows in seen or len(rows) == len(evaluation.units):
                continue
            seen.add(rows)
            found.append(_without_units("place", evaluation, label, [evaluation.units[row] for row in sorted(rows)]))
    return tuple(found)


def _without_nodes(kind: Kind, evaluation: Evaluation, code: str) -> Without:
    try:
        return _compared(kind, code, evaluation, evaluation.without_nodes([code]))
    except MethodError as error:
        return _failed(kind, code, error)


def _without_units(kind: Kind, evaluation: Evaluation, name: str, units: Sequence[str]) -> Without:
    try:
        return _compared(kind, name, evaluation, evaluation.without_units(units))
    except MethodError as error:
        return _failed(kind, name, error)


def _compared(kind: Kind, name: str, whole: Evaluation, rest: Evaluation) -> Without:
    rows = whole.rows(rest.units)
    before, after = rank(-whole.ranks[rows]), rest.ranks
    shifts = before - after
    if np.isnan(shifts).all():
        return Without(kind, name, float("nan"), "", 0, float("nan"), ())
    farthest = int(np.nanargmax(np.abs(shifts)))
    was, becomes = whole.tiers[rows], rest.tiers
    moved = (was != becomes) & ~np.isnan(was) & ~np.isnan(becomes)
    return Without(
        kind,
        name,
        float(np.nanmean(np.abs(shifts))),
        rest.units[farthest] if shifts[farthest] else "",
        int(shifts[farthest]),
        kendall(whole.scores[rows], rest.scores),
        tuple(unit for unit, change in zip(rest.units, moved, strict=True) if change),
    )


def _failed(kind: Kind, name: str, error: MethodError) -> Without:
    return Without(kind, name, float("nan"), "", 0, float("nan"), (), cause_of(error))
