"""The indicator tree as flat arrays: codes, parents and nominal weights, depth-first from the root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

import numpy as np

from parkindex.engine.arrays import FloatArray, IntArray, refuse
from parkindex.engine.structure_checks import check_order, check_parents, check_weights, depth_first
from parkindex.errors import MethodError


@dataclass(frozen=True, eq=False)
class Structure:
    """An indicator tree.

    ``codes`` (nodes,) start with the root, parents before children, depth-first; ``parent`` (nodes,) holds positions,
    -1 for the root; ``weight`` (nodes,) is the nominal weight within the parent as stated, on any scale, NaN where none
    is stated (siblings without weights share equally; the root's weight is ignored).

    Raises `MethodError` with every fault found: duplicate codes, orphans, cycles, a wrong order, weights that are
    negative, not finite, all zero, or stated for some siblings only.
    """

    codes: tuple[str, ...]
    parent: IntArray
    weight: FloatArray

    def __post_init__(self) -> None:
        """Freeze the arrays and check them."""
        object.__setattr__(self, "codes", tuple(self.codes))
        object.__setattr__(self, "parent", np.array(self.parent, dtype=np.intp))
        object.__setattr__(self, "weight", np.array(self.weight, dtype=np.float64))
        findings = check_order(self.codes, self.parent, self.weight)
        findings = findings or check_weights(self.codes, self.parent, self.weight)
        if findings:
            raise MethodError(findings)
        self.parent.flags.writeable = False
        self.weight.flags.writeable = False

    @classmethod
    def of(cls, parents: Mapping[str, str | None], weights: Mapping[str, float] | None = None) -> Structure:
        """Build the tree from each code's parent code (None for the root), in any order; siblings keep their order.

        Raises `MethodError` for no root or several, an unknown parent, a cycle, and a weight for an unknown code.
        """
        stated = dict(weights or {})
        findings = check_parents(parents, stated)
        if findings:
            raise MethodError(findings)
        codes = depth_first(parents)
        position = {code: k for k, code in enumerate(codes)}
        parent = [-1 if (above := parents[code]) is None else position[above] for code in codes]
        return cls(codes, np.array(parent), np.array([stated.get(code, np.nan) for code in codes]))

    def __len__(self) -> int:
        """Return the number of nodes."""
        return len(self.codes)

    @cached_property
    def _children(self) -> tuple[IntArray, ...]:
        below: list[list[int]] = [[] for _ in self.codes]
        for node, above in enumerate(self.parent[1:], start=1):
            below[above].append(node)
        return tuple(np.array(nodes, dtype=np.intp) for nodes in below)

    def children(self, node: int) -> IntArray:
        """Return the positions of the children of ``node``, in order; empty for a leaf."""
        return self._children[node]

    @cached_property
    def leaves(self) -> IntArray:
        """Positions of the nodes without children (the indicators)."""
        return np.array([node for node, below in enumerate(self._children) if not len(below)], dtype=np.intp)

    @cached_property
    def bottom_up(self) -> tuple[int, ...]:
        """Positions of the nodes with children, each after its children."""
        return tuple(node for node in range(len(self) - 1, -1, -1) if len(self._children[node]))

    @cached_property
    def depth(self) -> IntArray:
        """Steps from the root, (nodes,): 0 for the root, 1 for the pillars."""
        steps = np.zeros(len(self), dtype=np.intp)
        for node in range(1, len(self)):
            steps[node] = steps[self.parent[node]] + 1
        return steps

    @cached_property
    def shares(self) -> FloatArray:
        """Nominal weight of each node as a share of its siblings, (nodes,), summing to one in each family.

        1 for the root.
        """
        share = np.ones(len(self))
        for family in self._children:
            if len(family):
                stated = np.nan_to_num(self.weight[family], nan=1.0)
                share[family] = stated / stated.sum()
        return share

    def global_weights(self) -> FloatArray:
        """Return the nominal weight of each node in the root, (nodes,).

        Shares multiplied through from the root down.
        """
        weights = self.shares.copy()
        for node in range(1, len(self)):
            weights[node] *= weights[self.parent[node]]
        return weights

    def index(self, code: str) -> int:
        """Return the position of ``code``; `MethodError` with the nearest codes when there is none."""
        position = self._positions.get(code)
        if position is None:
            near = get_close_matches(code, self.codes, n=3)
            refuse(
                "structure.unknown",
                f"node '{code}'",
                "no such node",
                f"did you mean {' or '.join(near)}?" if near else "",
            )
        return position

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {code: k for k, code in enumerate(self.codes)}

    def kept(self, entries: Iterable[int]) -> IntArray:
        """Return the positions that remain when the tree is cut below the nodes ``entries``."""
        cut = set(map(int, entries))
        dropped = np.zeros(len(self), dtype=np.bool_)
        for node in range(1, len(self)):
            above = int(self.parent[node])
            dropped[node] = dropped[above] or above in cut
        return np.flatnonzero(~dropped)

    def pruned(self, entries: Iterable[int]) -> Structure:
        """Return the tree cut below the nodes ``entries``, so that each of them is a leaf."""
        kept = self.kept(entries)
        position = {int(node): k for k, node in enumerate(kept)}
        parent = [position.get(int(self.parent[node]), -1) for node in kept]
        return Structure(tuple(self.codes[node] for node in kept), np.array(parent), self.weight[kept])
