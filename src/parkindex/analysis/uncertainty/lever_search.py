"""The search for the first point of a path at which a unit reaches its goal, along all paths of all units in step.

A point is a unit's own values; the values of all other units stay. What the search tries are values as they would be
written, to the precision of their column, so that whatever it finds has been scored as it is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.lever_paths import alike, alone, in_order
from parkindex.analysis.uncertainty.realising import printed_step
from parkindex.engine.choices import Step
from parkindex.engine.method import run
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.lever_paths import Climb, How, Track
    from parkindex.engine.arrays import BoolArray, FloatArray, IntArray

STACK = 200_000
"""Values (points times units times nodes) that the engine is handed at once: few enough for the cache."""

HALVINGS = 20
"""How often a path is halved at most: what is found is the first point to a millionth of the path."""

MOST_DECIMALS = 3


@dataclass(frozen=True, eq=False)
class Standing:
    """Rank, tier and score of the unit that moves, by point; NaN where the engine refuses the point."""

    ranks: FloatArray
    tiers: FloatArray
    scores: FloatArray
    by_tier: bool

    def reached(self, goal: IntArray) -> BoolArray:
        """Tell at which points the ``goal`` (points,) is reached; a point that is refused reaches nothing."""
        return np.asarray((self.tiers if self.by_tier else self.ranks) <= goal)


@dataclass(frozen=True, eq=False)
class Scale:
    """How each node's values are compared and written: the range of the field and the step to which it is written."""

    ranges: FloatArray
    steps: FloatArray

    @classmethod
    def of(cls, evaluation: Evaluation) -> Scale:
        """Return the scale of every entry; 1 for other nodes, and for a node at which all units are equal.

        More than `MOST_DECIMALS` are the traces of a computation: such values move by thousandths of their range.
        """
        nodes = np.array(evaluation.entries, dtype=np.intp)
        ranges, steps = np.ones(evaluation.values.shape[1]), np.ones(evaluation.values.shape[1])
        held = evaluation.values[:, nodes]
        spread = np.nanmax(held, axis=0) - np.nanmin(held, axis=0)
        ranges[nodes] = np.where(spread > 0, spread, 1.0)
        written = np.array([printed_step(column) for column in held.T])
        thousandth = 10.0 ** np.floor(np.log10(ranges[nodes] / 1000))
        steps[nodes] = np.where(written < 10.0**-MOST_DECIMALS, np.maximum(written, thousandth), written)
        return cls(ranges, steps)

    def cost(self, points: FloatArray, own: FloatArray) -> FloatArray:
        """Return by how many ranges of the field ``points`` (..., nodes) are away from ``own`` in all, (...,)."""
        return np.asarray(np.nansum(np.abs(points - own) / self.ranges, axis=-1))

    def written(self, points: FloatArray, own: FloatArray, target: FloatArray) -> FloatArray:
        """Return points as they are written: rounded away from the old values, but not beyond the target."""
        places = points / self.steps
        upward = target > own
        rounded = np.where(upward, np.ceil(places - 1e-9), np.floor(places + 1e-9)) * self.steps
        rounded = np.round(rounded, 12)
        limited = np.where(upward, np.minimum(rounded, target), np.maximum(rounded, target))
        return np.where(points == own, own, limited)


def standings(evaluation: Evaluation, rows: IntArray, points: FloatArray, *, tiers: bool) -> Standing:
    """Return where the units at ``rows`` (points,) stand with the values ``points`` (points, nodes), each alone."""
    method = evaluation.method if tiers else replace(evaluation.method, tiers=Step("none"))
    moved = replace(evaluation, method=method)
    size = max(1, STACK // evaluation.values.size)
    parts = [_stacked(moved, rows[k : k + size], points[k : k + size]) for k in range(0, len(rows), size)]
    whole = np.concatenate(parts, axis=1) if parts else np.empty((3, 0))
    return Standing(whole[0], whole[1], whole[2], tiers)


def _stacked(evaluation: Evaluation, rows: IntArray, points: FloatArray) -> FloatArray:
    """Return ranks, tiers and scores (3, points); a stack that the engine refuses is halved until it is one point."""
    values = np.repeat(evaluation.values[None], len(rows), axis=0)
    every = np.arange(len(rows))
    values[every, rows] = points
    try:
        found = run(values, evaluation.structure, evaluation.direction, evaluation.method, context=evaluation.context)
    except MethodError:
        if len(rows) == 1:
            return np.full((3, 1), np.nan)
        middle = len(rows) // 2
        halves = (slice(middle), slice(middle, None))
        return np.concatenate([_stacked(evaluation, rows[half], points[half]) for half in halves], axis=1)
    return np.stack([found.ranks[every, rows], found.tiers[every, rows], found.scores[every, rows, 0]])


@dataclass(frozen=True, eq=False)
class Ways:
    """Written points at which a unit reaches its goal, with how each was found; the rank when everything moves."""

    points: tuple[tuple[How, FloatArray], ...]
    farthest: float


@dataclass(frozen=True, eq=False)
class Search:
    """The search for the ways of units that are all to reach ranks, or all tiers."""

    evaluation: Evaluation
    scale: Scale
    tiers: bool
    _known: dict[tuple[int, bytes], FloatArray] = field(default_factory=dict, repr=False)

    def ways(self, climbs: Sequence[Climb]) -> list[Ways]:
        """Return the ways of each unit.

        First it is looked where the corners of each path lead; the paths of units that find no way so are parted.
        """
        tracks = self._tracks(climbs)
        found = self._found(tracks)
        lost = {climb.row for climb in climbs} - {track.climb.row for track, _ in found}
        found += self._found([track.parted() for track in tracks if track.climb.row in lost])
        rows, targets = np.array([one.row for one in climbs]), np.array([one.target for one in climbs])
        farthest = self._standings(rows, targets).ranks
        points: dict[int, list[tuple[How, FloatArray]]] = {climb.row: [] for climb in climbs}
        for track, point in found:
            points[track.climb.row].append((track.how, point))
        return [Ways(tuple(points[climb.row]), float(rank)) for climb, rank in zip(climbs, farthest, strict=True)]

    def _standings(self, rows: IntArray, points: FloatArray) -> Standing:
        """Return `standings`, of points that several paths share scored once."""
        keys = [(int(row), point.tobytes()) for row, point in zip(rows, points, strict=True)]
        new = {key: k for k, key in enumerate(keys) if key not in self._known}
        fresh = np.array(list(new.values()), dtype=np.intp)
        found = standings(self.evaluation, rows[fresh], points[fresh], tiers=self.tiers)
        self._known.update(zip(new, np.column_stack([found.ranks, found.tiers, found.scores]), strict=True))
        ranks, tiers, scores = np.array([self._known[key] for key in keys]).reshape(-1, 3).T
        return Standing(ranks, tiers, scores, self.tiers)

    def _tracks(self, climbs: Sequence[Climb]) -> list[Track]:
        """Return all tracks, those of a unit together, the cheapest first."""
        single = [alone(climb) for climb in climbs]
        flat = [track for tracks in single for track in tracks]
        rows, ends = np.array([track.climb.row for track in flat]), np.array([track.corners[-1] for track in flat])
        own = self.evaluation.values[rows]
        reached = self._standings(rows, ends).scores
        gain = np.nan_to_num((reached - self.evaluation.scores[rows]) / self.scale.cost(ends, own), nan=0.0)
        parts = np.split(gain, np.cumsum([len(tracks) for tracks in single])[:-1])
        return [
            track
            for climb, tracks, gained in zip(climbs, single, parts, strict=True)
            for track in (in_order(climb, gained), *tracks, *alike(climb))
        ]

    def _found(self, tracks: Sequence[Track]) -> list[tuple[Track, FloatArray]]:
        """Return each track that reaches its goal at a corner, with the first written point that does."""
        if not tracks:
            return []
        pieces = [len(track.corners) - 1 for track in tracks]
        which = np.repeat(np.arange(len(tracks)), pieces)
        start, end = (np.concatenate([track.corners[part] for track in tracks]) for part in (slice(-1), slice(1, None)))
        climbs = [tracks[int(k)].climb for k in which]
        whole = Paths(
            np.array([climb.row for climb in climbs]),
            np.array([climb.goal for climb in climbs]),
            np.array([climb.own for climb in climbs]),
            np.array([climb.target for climb in climbs]),
            start,
            end,
        )
        points = self.scale.written(end, whole.own, whole.target)
        hits = np.flatnonzero(self._standings(whole.rows, points).reached(whole.goal))
        chosen = hits[np.unique(which[hits], return_index=True)[1]]
        first = self._first_points(whole.part(chosen))
        return [(tracks[int(which[k])], point) for k, point in zip(chosen, first, strict=True)]

    def _first_points(self, paths: Paths) -> FloatArray:
        """Return the first written point (paths, nodes) of each path that reaches the goal, by halving all in step.

        A path that is left and reached again has several such points; one of them is found.
        """
        low, high = np.zeros(len(paths.rows)), np.ones(len(paths.rows))
        below, above = (self.scale.written(each, paths.own, paths.target) for each in (paths.start, paths.end))
        for _ in range(HALVINGS):
            apart = np.nansum(np.abs(above - below) / self.scale.steps, axis=1)
            open_ = np.flatnonzero(apart > 1 + 1e-6)
            if not len(open_):
                break
            part, middle = paths.part(open_), (low[open_] + high[open_]) / 2
            points = part.start + middle[:, None] * (part.end - part.start)
            points = self.scale.written(points, part.own, part.target)
            hit = self._standings(part.rows, points).reached(part.goal)
            high[open_[hit]], above[open_[hit]] = middle[hit], points[hit]
            low[open_[~hit]], below[open_[~hit]] = middle[~hit], points[~hit]
        return above


@dataclass(frozen=True, eq=False)
class Paths:
    """Straight ways from ``start``, where the ``goal`` (paths,) is not reached, to ``end``, where it is.

    ``rows`` (paths,) are their units; all others are (paths, nodes).
    """

    rows: IntArray
    goal: IntArray
    own: FloatArray
    target: FloatArray
    start: FloatArray
    end: FloatArray

    def part(self, chosen: IntArray) -> Paths:
        """Return some of the paths."""
        return Paths(
            self.rows[chosen],
            self.goal[chosen],
            self.own[chosen],
            self.target[chosen],
            self.start[chosen],
            self.end[chosen],
        )
