"""The framework: a tree of aggregates whose leaves are indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

import numpy as np
from pydantic import Discriminator, Field, Tag, model_validator

from parkindex.framework.text import Code, Number, Strict, Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.engine.structure import Structure

IndicatorType = Literal["numeric", "index"]
Level = Literal["park", "district", "city", "province"]
Direction = Literal["higher", "lower"]
SourceKind = Literal["first_hand", "second_hand"]
Weight = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Indicator(Strict):
    """A leaf of the tree: something that is measured.

    ``level`` says whose value it is (a city's value reaches its parks); ``least`` and ``most`` bound the values that
    make sense, in ``unit_of_measure``; ``rubric`` names the rule that derives the value from the edition's tables.
    """

    code: Code
    name: Text
    type: IndicatorType
    level: Level
    direction: Direction
    unit_of_measure: Text
    source_kind: SourceKind
    weight: Weight | None = None
    definition: Text | None = None
    measured: Text | None = None
    rubric: Code | None = None
    least: Number | None = None
    most: Number | None = None

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.least is not None and self.most is not None and self.least >= self.most:
            raise ValueError(f"least ({self.least:g}) must lie below most ({self.most:g})")
        return self


def _sort_of_node(value: object) -> str:
    """Tell a leaf from an aggregate: a leaf is what has a ``type``."""
    leaf = "type" in value if isinstance(value, Mapping) else isinstance(value, Indicator)
    return "@indicator" if leaf else "@aggregate"


Node = Annotated[
    Annotated["Aggregate", Tag("@aggregate")] | Annotated[Indicator, Tag("@indicator")], Discriminator(_sort_of_node)
]


class Aggregate(Strict):
    """An inner node: what its children add up to. ``weight`` is its own, within its parent."""

    code: Code
    name: Text
    weight: Weight | None = None
    definition: Text | None = None
    children: Annotated[tuple[Node, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Framework:
    """The whole tree, with its nodes by code in depth-first order (the root first, parents before children).

    ``addresses`` holds where each node is written (``framework.yaml:41``), for findings.
    """

    root: Aggregate
    addresses: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def nodes(self) -> Mapping[str, Aggregate | Indicator]:
        """All nodes by code, depth first."""
        return {node.code: node for node, _ in walk(self.root)}

    @cached_property
    def _parents(self) -> Mapping[str, str | None]:
        return {node.code: parent for node, parent in walk(self.root)}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all nodes, depth first: the order of the engine's last axis."""
        return tuple(self.nodes)

    @property
    def pillars(self) -> tuple[Aggregate | Indicator, ...]:
        """The first level under the root."""
        return self.root.children

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The leaves, depth first."""
        return tuple(node for node in self.nodes.values() if isinstance(node, Indicator))

    def node(self, code: str) -> Aggregate | Indicator:
        """Return one node; an unknown code is a `KeyError`."""
        return self.nodes[code]

    def parent(self, code: str) -> str | None:
        """Return the code of the node above, None for the root."""
        return self._parents[code]

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return the codes above a node, the nearest first and the root last."""
        above: list[str] = []
        parent = self.parent(code)
        while parent is not None:
            above.append(parent)
            parent = self.parent(parent)
        return tuple(above)

    def pillar_of(self, code: str) -> str | None:
        """Return the pillar that a node belongs to (itself when it is one), None for the root."""
        line = (code, *self.ancestors(code))
        return line[-2] if len(line) > 1 else None

    @property
    def direction(self) -> NDArray[np.int64]:
        """Return 1 where more is better and -1 where less is, shape (nodes,); aggregates are always 1."""
        lower = [isinstance(node, Indicator) and node.direction == "lower" for node in self.nodes.values()]
        return np.where(np.array(lower), -1, 1).astype(np.int64)

    def compile(self) -> Structure:
        """Return the tree as the engine's flat arrays; a weight that is not stated is NaN."""
        from parkindex.engine.structure import Structure

        position = {code: place for place, code in enumerate(self.nodes)}
        parents = [-1 if above is None else position[above] for above in self._parents.values()]
        weights = [np.nan if node.weight is None else node.weight for node in self.nodes.values()]
        return Structure(self.codes, np.array(parents, dtype=np.int64), np.array(weights, dtype=np.float64))

    def where(self, code: str) -> str:
        """Return where a node is written."""
        return self.addresses.get(code, "framework.yaml")


def walk(node: Aggregate | Indicator, parent: str | None = None) -> Iterator[tuple[Aggregate | Indicator, str | None]]:
    """Yield every node with the code of its parent, depth first."""
    yield node, parent
    for child in getattr(node, "children", ()):
        yield from walk(child, node.code)


def framework_from(data: Mapping[str, Any]) -> Framework:
    """Build a framework from plain data (as read from YAML); raises pydantic's `ValidationError`."""
    return Framework(Aggregate.model_validate(data))
