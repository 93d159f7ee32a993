"""Everything a score needs, on arrays, and what can be taken out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.years import on_its_own
from parkindex.engine.choices import BY_NODE, Method, Step
from parkindex.engine.context import EMPTY, Context
from parkindex.engine.method import Scores, run
from parkindex.engine.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parkindex.engine.arrays import FloatArray, IntArray
    from parkindex.index import Result


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Values (units, nodes), the tree, directions (nodes,), the method, its context, and the codes of the units."""

    units: tuple[str, ...]
    values: FloatArray
    structure: Structure
    direction: FloatArray
    method: Method
    context: Context = EMPTY

    @classmethod
    def of(cls, result: Result) -> Evaluation:
        """Return what a result was scored from; of several years, the year of the result on its own."""
        values, direction, method = on_its_own(result)
        return cls(result.units, values, result.framework.compile(), direction, method, result.context)

    @cached_property
    def outcome(self) -> Scores:
        """The scores as published. Raises `MethodError` when the method cannot be applied."""
        return run(self.values, self.structure, self.direction, self.method, context=self.context)

    @property
    def scores(self) -> FloatArray:
        """Scores of the index (units,), as published."""
        return np.asarray(self.outcome.scores[:, 0])

    @property
    def ranks(self) -> FloatArray:
        """Ranks of the index (units,), as published."""
        return self.outcome.ranks

    @property
    def tiers(self) -> FloatArray:
        """Tiers (units,), as published; all NaN where the method has none."""
        return self.outcome.tiers

    @cached_property
    def entries(self) -> tuple[int, ...]:
        """Positions of the nodes whose values enter."""
        return tuple(int(node) for node in self.outcome.entries)

    @cached_property
    def families(self) -> dict[int, IntArray]:
        """The children of every computed node that has at least two, by its position, from the root down."""
        families = {int(node): self.structure.children(int(node)) for node in self.outcome.computed}
        return {node: family for node, family in sorted(families.items()) if len(family) > 1}

    def without_nodes(self, codes: Iterable[str]) -> Evaluation:
        """Leave out nodes with everything below them; a node that loses all its children goes with them."""
        gone = {self.structure.index(code) for code in codes}
        for node in range(1, len(self.structure)):
            if int(self.structure.parent[node]) in gone:
                gone.add(node)
        for node in range(len(self.structure) - 1, 0, -1):
            family = self.structure.children(node)
            if len(family) and all(int(child) in gone for child in family):
                gone.add(node)
        kept = [node for node in range(len(self.structure)) if node not in gone]
        place = {node: k for k, node in enumerate(kept)}
        parent = [place.get(int(self.structure.parent[node]), -1) for node in kept]
        structure = Structure(
            tuple(self.structure.codes[node] for node in kept), np.array(parent), self.structure.weight[kept]
        )
        steps = {step: _within(self.method.step(step), structure) for step in BY_NODE}
        return replace(
            self,
            values=self.values[:, kept],
            structure=structure,
            direction=self.direction[kept],
            method=replace(self.method, **steps),  # type: ignore[arg-type]
        )

    def without_units(self, codes: Iterable[str]) -> Evaluation:
        """Leave out units, which also leaves them out of every mean, extreme and quantile that the method takes."""
        gone = set(codes)
        kept = [row for row, unit in enumerate(self.units) if unit not in gone]
        context = replace(
            self.context,
            groups={name: np.asarray(labels)[kept] for name, labels in self.context.groups.items()},
            variables={name: np.asarray(held)[..., kept] for name, held in self.context.variables.items()},
            units=[self.context.units[row] for row in kept] if self.context.units else (),
        )
        return replace(self, units=tuple(self.units[row] for row in kept), values=self.values[kept], context=context)

    def rows(self, codes: Sequence[str]) -> IntArray:
        """Return the positions of units; of all of them without any codes."""
        if not codes:
            return np.arange(len(self.units))
        place = {unit: row for row, unit in enumerate(self.units)}
        return np.array([place[code] for code in codes], dtype=np.intp)


def _within(step: Step, structure: Structure) -> Step:
    """Return a step without choices for nodes that are gone."""
    return Step(step.name, step.parameters, {code: own for code, own in step.nodes.items() if code in structure.codes})
