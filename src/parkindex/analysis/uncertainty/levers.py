"""Levers: the smallest changes of a unit's own values that take it to a rank or a tier, each verified by scoring it.

The cost of a change is the sum over the entries of the share of the observed range, from the worst unit to the best, by
which each moves: 1 takes one value from the bottom to the top of the field. Other units keep their values; whatever the
method makes of the field (ranges, means, cut-offs) is made anew at every step, because the unit is part of it.

Each lever is a path from the unit's values to their bounds. The first one moves the values in the order of what they
bring a unit of cost, which is the cheapest way where the index is a mean of values on straight scales (Dantzig 1957,
doi:10.1287/opre.5.2.266); others move one value alone, or all alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np

from parkindex.analysis.uncertainty.realising import printed_step
from parkindex.engine.method import run
from parkindex.errors import Finding, MethodError, UsageError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import BoolArray, FloatArray, IntArray

Kind = Literal["rank", "tier"]
Bounds = Mapping[str, tuple[float, float]]

STEPS = 64
REFINEMENTS = 4
"""How often the step that reaches a goal is parted anew: a stack of `STEPS` points costs little more than one."""


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

    how: Literal["cheapest", "alone", "alike"]
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
    method without tiers, and for a unit without a rank.
    """
    row = _row(evaluation, unit, goal)
    nodes, target = _targets(evaluation, row, bounds)
    here = _reached(evaluation, goal, evaluation.values[None], row)
    field = _Field(evaluation, row, nodes, evaluation.values[row, nodes], target, _ranges(evaluation, nodes))
    if bool(here[0]) or not len(nodes):
        return Levers(unit, goal, bool(here[0]), (), _whole(evaluation.ranks[row]))
    ways = [_way("cheapest", field, _in_order(field), goal)]
    ways += [_way("alone", field, _alone(field, k), goal) for k in range(len(nodes))]
    ways += [_way("alike", field, _alike(field), goal)] if len(nodes) > 1 else []
    found = sorted((way for way in ways if way is not None), key=lambda way: way.cost)
    different: list[Lever] = []
    for way in found:
        if all(dict(way.values) != dict(other.values) for other in different):
            different.append(way)
    farthest = _scored(evaluation, field.values_at(target[None]))[0][0, row]
    return Levers(unit, goal, reached=False, ways=tuple(different), farthest=_whole(farthest))


@dataclass(frozen=True, eq=False)
class _Field:
    """One unit's values among all: which nodes may move, from where, to where, and their ranges."""

    evaluation: Evaluation
    row: int
    nodes: IntArray
    own: FloatArray
    target: FloatArray
    ranges: FloatArray

    def values_at(self, points: FloatArray) -> FloatArray:
        """Return values (points, units, nodes) in which the unit has ``points`` (points, moving nodes)."""
        values = np.repeat(self.evaluation.values[None], len(points), axis=0)
        values[:, self.row, self.nodes] = points
        return values

    def cost(self, points: FloatArray) -> FloatArray:
        """Return the cost of each point (points,)."""
        return np.asarray((np.abs(points - self.own) / self.ranges).sum(axis=-1))


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


def _targets(evaluation: Evaluation, row: int, bounds: Bounds | None) -> tuple[IntArray, FloatArray]:
    """Return the nodes that may move and how far: to the better end of their bounds."""
    structure = evaluation.structure
    if bounds is not None:
        for code in bounds:
            structure.index(code)
    nodes, targets = [], []
    for node in evaluation.entries:
        own, column = evaluation.values[row, node], evaluation.values[:, node]
        higher = evaluation.direction[node] > 0
        code = structure.codes[node]
        if np.isnan(own) or (bounds is not None and code not in bounds):
            continue
        best = float((np.nanmax if higher else np.nanmin)(column))
        target = best if bounds is None else bounds[code][1 if higher else 0]
        if (target > own) if higher else (target < own):
            nodes.append(node)
            targets.append(target)
    return np.array(nodes, dtype=np.intp), np.array(targets, dtype=np.float64)


def _ranges(evaluation: Evaluation, nodes: IntArray) -> FloatArray:
    spread = np.nanmax(evaluation.values[:, nodes], axis=0) - np.nanmin(evaluation.values[:, nodes], axis=0)
    return np.where(spread > 0, spread, 1.0)


def _scored(evaluation: Evaluation, values: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return ranks, tiers and scores (points, units) under values (points, units, nodes)."""
    found = run(values, evaluation.structure, evaluation.direction, evaluation.method, context=evaluation.context)
    return found.ranks, found.tiers, found.scores[..., 0]


def _reached(evaluation: Evaluation, goal: Goal, values: FloatArray, row: int) -> BoolArray:
    """Tell at which of the points the unit is at the goal; where the engine refuses a point it is not."""
    try:
        ranks, tiers, _ = _scored(evaluation, values)
    except MethodError:
        if len(values) == 1:
            return np.zeros(1, dtype=np.bool_)
        return np.concatenate([_reached(evaluation, goal, one[None], row) for one in values])
    place = ranks if goal.kind == "rank" else tiers
    return np.asarray(place[:, row] <= goal.number)


def _in_order(field: _Field) -> FloatArray:
    """Return the corners of the path that moves one value after the other, what brings most for its cost first."""
    count = len(field.nodes)
    points = np.repeat(field.own[None], count, axis=0)
    np.fill_diagonal(points, field.target)
    try:
        _, _, scores = _scored(field.evaluation, field.values_at(np.concatenate([field.own[None], points])))
        gain = (scores[1:, field.row] - scores[0, field.row]) / field.cost(points)
    except MethodError:
        gain = np.zeros(count)
    corners = [field.own]
    for k in np.argsort(-gain, kind="stable"):
        corner = corners[-1].copy()
        corner[k] = field.target[k]
        corners.append(corner)
    return np.array(corners)


def _alone(field: _Field, k: int) -> FloatArray:
    corner = field.own.copy()
    corner[k] = field.target[k]
    return np.array([field.own, corner])


def _alike(field: _Field) -> FloatArray:
    return np.array([field.own, field.target])


def _way(how: Literal["cheapest", "alone", "alike"], field: _Field, corners: FloatArray, goal: Goal) -> Lever | None:
    """Return the first point of a path at which the goal is reached, written as values are; None when it never is."""
    for start, end in pairwise(corners):
        along = np.linspace(0, 1, STEPS + 1)[1:, None]
        hits = np.flatnonzero(
            _reached(field.evaluation, goal, field.values_at(start + along * (end - start)), field.row)
        )
        if not len(hits):
            continue
        high = float(along[hits[0], 0])
        low = high - 1 / STEPS
        for _ in range(REFINEMENTS):
            finer = np.linspace(low, high, STEPS + 1)[1:]
            points = start + finer[:, None] * (end - start)
            first = np.flatnonzero(_reached(field.evaluation, goal, field.values_at(points), field.row))
            if not len(first):
                break
            low, high = (float(finer[first[0] - 1]) if first[0] else low), float(finer[first[0]])
        return _lever(how, field, start + high * (end - start), goal)
    return None


def _lever(how: Literal["cheapest", "alone", "alike"], field: _Field, point: FloatArray, goal: Goal) -> Lever:
    written = _written(field, point)
    if bool(_reached(field.evaluation, goal, field.values_at(written[None]), field.row)[0]):
        point = written
    ranks, tiers, scores = _scored(field.evaluation, field.values_at(point[None]))
    moved = np.flatnonzero(point != field.own)
    codes = [field.evaluation.structure.codes[node] for node in field.nodes]
    return Lever(
        how,
        {codes[k]: float(point[k]) for k in moved},
        {codes[k]: float(field.own[k]) for k in moved},
        float(field.cost(point)),
        float(scores[0, field.row]),
        _whole(ranks[0, field.row]),
        _whole(tiers[0, field.row]),
    )


def _written(field: _Field, point: FloatArray) -> FloatArray:
    """Return a point rounded to the precision in which the values are written, away from the old values."""
    steps = np.array([printed_step(field.evaluation.values[:, node]) for node in field.nodes])
    upward = field.target > field.own
    rounded = np.where(upward, np.ceil(point / steps - 1e-9), np.floor(point / steps + 1e-9)) * steps
    rounded = np.round(rounded, 12)
    limited = np.where(upward, np.minimum(rounded, field.target), np.maximum(rounded, field.target))
    return np.where(point == field.own, field.own, limited)


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)
