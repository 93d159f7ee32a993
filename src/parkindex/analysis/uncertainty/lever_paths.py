"""The paths along which levers are looked for: one value after the other, one alone, or all alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray, IntArray

How = Literal["cheapest", "alone", "alike"]

PARTS = 8
"""Parts of a path at whose ends it is looked whether the goal is reached, where its corners alone do not tell."""


@dataclass(frozen=True, eq=False)
class Climb:
    """The unit at ``row`` and the rank or tier ``goal`` it is to reach.

    ``nodes`` may move, from ``own`` to ``target``, which are values (nodes of the tree,) that differ in these alone.
    """

    unit: str
    row: int
    goal: int
    nodes: IntArray
    own: FloatArray
    target: FloatArray


@dataclass(frozen=True, eq=False)
class Track:
    """A path of straight pieces between ``corners`` (corners, nodes), the first of which is the unit as it is."""

    climb: Climb
    how: How
    corners: FloatArray

    def parted(self) -> Track:
        """Return the track with `PARTS` pieces for each of its own."""
        pieces = len(self.corners) - 1
        places = np.arange(pieces * PARTS + 1) / PARTS
        piece = np.minimum(places.astype(np.intp), pieces - 1)
        start, end = self.corners[piece], self.corners[piece + 1]
        corners = start + (places - piece)[:, None] * (end - start)
        corners[::PARTS] = self.corners
        return Track(self.climb, self.how, corners)


def alone(climb: Climb) -> list[Track]:
    """Return the track of each value that moves while all others stay."""
    tracks = []
    for node in climb.nodes:
        corner = climb.own.copy()
        corner[node] = climb.target[node]
        tracks.append(Track(climb, "alone", np.array([climb.own, corner])))
    return tracks


def in_order(climb: Climb, gain: FloatArray) -> Track:
    """Return the track that moves one value after the other, what gains most for its cost first; ``gain`` (moving,)."""
    corners = [climb.own]
    for k in np.argsort(-gain, kind="stable"):
        corner = corners[-1].copy()
        corner[climb.nodes[k]] = climb.target[climb.nodes[k]]
        corners.append(corner)
    return Track(climb, "cheapest", np.array(corners))


def alike(climb: Climb) -> list[Track]:
    """Return the track that moves all values by the same part of their way, for a unit of which several may move."""
    return [Track(climb, "alike", np.array([climb.own, climb.target])).parted()] if len(climb.nodes) > 1 else []
