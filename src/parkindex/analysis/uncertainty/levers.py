"""Levers: the smallest changes of a unit's own values that take it to a rank or a tier, each verified by scoring it.

The cost of a change is the sum over the entries of the share of the observed range, from the worst unit to the best, by
which each moves: 1 takes one value from the bottom to the top of the field. Other units keep their values; whatever the
method makes of the field (ranges, means, cut-offs) is made anew at every step, because the unit is part of it.

Each lever is a path from the unit's values to their bounds. The first one moves the values in the order of what they
bring a unit of cost, which is the cheapest way where the index is a mean of values on straight scales (Dantzig 1957,
doi:10.1287/opre.5.2.266); others move one value alone, or all alike. The paths of all units are searched in step, so
that the engine scores large stacks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from parkindex.analysis.uncertainty.lever_paths import Climb
from parkindex.analysis.uncertainty.lever_search import Scale, Search, standings
from parkindex.engine.method import run
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.lever_paths import How
    from parkindex.engine.arrays import FloatArray

Kind = Literal["rank", "tier"]
Bounds = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Goal:
    """A rank or tier to reach, or a better one."""

    kind: Kind
    number: int

    @classmethod
    def read(cls, words: str) -> Goal:
        """Read ``tier:1`` or ``rank:3``. Raises `UsageError` for anything else."""
        kind, _, number = words.partition(":")
        if kind == "rank" and number.isdecimal() and int(number) > 0:
            return cls("rank", int(number))
        if kind == "tier" and number.isdecimal() and int(number) > 0:
            return cls("tier", int(number))
        raise UsageError(Finding("usage.goal", "", f"a goal is tier:1 or rank:3 (got '{words}')"))


@dataclass(frozen=True)
class Lever:
    """One way to a goal: new values by node, what they were, and the cost in ranges of the field.

    ``rank``, ``tier`` and ``score`` are those that the engine gives under the new values. ``how`` is 'cheapest',
    'alone' or 'alike'.
    """

    how: How
    values: Mapping[str, float]
    before: Mapping[str, float]
    cost: float
    score: float
    rank: int | None
    tier: int | None


@dataclass(frozen=True)
class Levers:
    """All ways that reach a goal, the cheapest first; none where even all bounds together do not.

    ``reached``: the unit is there already. ``farthest`` is the rank under all bounds together.
    """

    unit: str
    goal: Goal
    reached: bool
    ways: tuple[Lever, ...]
    farthest: int | None


def levers(evaluation: Evaluation, unit: str, goal: Goal, *, bounds: Bounds | None = None) -> Levers:
    """Return the ways in which a unit reaches a goal by changing its own values.

    ``bounds`` (node to least and greatest value) says how far each may move; without any, every value that the unit has
    may become as good as the best of the field. Raises `UsageError` for an unknown unit or node, for a tier under a
    method without tiers, and for a unit without a rank; `MethodError` where the method refuses all values on the way.
    """
    found = levers_of_units(evaluation, {unit: goal}, bounds=bounds)
    if unit not in found:
        values = evaluation.values.copy()
        values[evaluation.units.index(unit)] = _climb(evaluation, unit, goal, bounds).target
        run(values, evaluation.structure, evaluation.direction, evaluation.method, context=evaluation.context)
    return found[unit]


def levers_of_units(
    evaluation: Evaluation, goals: Mapping[str, Goal], *, bounds: Bounds | None = None
) -> dict[str, Levers]:
    """Return `levers` of every unit of ``goals``, by its code; left out are those whose ways the method refuses."""
    scale, found = Scale.of(evaluation), {}
    climbs = {unit: _climb(evaluation, unit, goal, bounds) for unit, goal in goals.items()}
    for unit, climb in climbs.items():
        place = evaluation.ranks if goals[unit].kind == "rank" else evaluation.tiers
        reached = bool(place[climb.row] <= climb.goal)
        if reached or not len(climb.nodes):
            found[unit] = Levers(unit, goals[unit], reached, (), _whole(evaluation.ranks[climb.row]))
    for kind in ("rank", "tier"):
        open_ = [climb for unit, climb in climbs.items() if unit not in found and goals[unit].kind == kind]
        search = Search(evaluation, scale, tiers=kind == "tier")
        for climb, ways in zip(open_, search.ways(open_) if open_ else (), strict=True):
            if ways.points or not np.isnan(ways.farthest):
                written = _different(_written(evaluation, scale, climb, ways.points))
                found[climb.unit] = Levers(climb.unit, goals[climb.unit], False, written, _whole(ways.farthest))
    return {unit: found[unit] for unit in goals if unit in found}


def _climb(evaluation: Evaluation, unit: str, goal: Goal, bounds: Bounds | None) -> Climb:
    """Return what is asked of a unit: which nodes may move, and how far, to the better end of their bounds."""
    row = _row(evaluation, unit, goal)
    structure, own = evaluation.structure, evaluation.values[row]
    if bounds is not None:
        for code in bounds:
            structure.index(code)
    nodes, target = [], own.copy()
    for node in evaluation.entries:
        column, code = evaluation.values[:, node], structure.codes[node]
        higher = evaluation.direction[node] > 0
        if np.isnan(own[node]) or (bounds is not None and code not in bounds):
            continue
        end = (
            float((np.nanmax if higher else np.nanmin)(column)) if bounds is None else bounds[code][1 if higher else 0]
        )
        if (end > own[node]) if higher else (end < own[node]):
            nodes.append(node)
            target[node] = end
    return Climb(unit, row, goal.number, np.array(nodes, dtype=np.intp), own, target)


def _row(evaluation: Evaluation, unit: str, goal: Goal) -> int:
    if unit not in evaluation.units:
        raise UsageError(Finding("usage.unit", "", f"no unit has the code '{unit}'"))
    row = evaluation.units.index(unit)
    if goal.kind == "tier" and evaluation.method.tiers.name == "none":
        raise UsageError(Finding("usage.goal", "", f"the method '{evaluation.method.name}' has no tiers"))
    ranked = int(np.count_nonzero(~np.isnan(evaluation.ranks)))
    if goal.kind == "rank" and goal.number > ranked:
        raise UsageError(Finding("usage.goal", "", f"there are ranks 1 to {ranked} (got {goal.number})"))
    if np.isnan(evaluation.ranks[row]):
        raise UsageError(Finding("usage.unranked", "", f"{unit} has no rank, so that nothing can be reached from it"))
    return row


def _written(
    evaluation: Evaluation, scale: Scale, climb: Climb, points: Sequence[tuple[How, FloatArray]]
) -> list[Lever]:
    """Return the points of a unit as levers, each scored as it stands."""
    if not points:
        return []
    codes = evaluation.structure.codes
    values = np.array([point for _, point in points])
    found = standings(evaluation, np.full(len(points), climb.row), values, tiers=True)
    costs = scale.cost(values, climb.own)
    moved = [[int(node) for node in climb.nodes if point[node] != climb.own[node]] for point in values]
    return [
        Lever(
            how,
            {codes[node]: float(point[node]) for node in moved[k]},
            {codes[node]: float(climb.own[node]) for node in moved[k]},
            float(costs[k]),
            float(found.scores[k]),
            _whole(found.ranks[k]),
            _whole(found.tiers[k]),
        )
        for k, (how, point) in enumerate(points)
    ]


def _different(ways: list[Lever]) -> tuple[Lever, ...]:
    """Return levers, the cheapest first, none twice."""
    different: list[Lever] = []
    for way in sorted(ways, key=lambda way: way.cost):
        if all(dict(way.values) != dict(other.values) for other in different):
            different.append(way)
    return tuple(different)


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)
