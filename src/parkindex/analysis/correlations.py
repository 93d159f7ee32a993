"""How the nodes of the tree go together: with their siblings, with their parent, and with the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from parkindex.engine.correlation import Coefficient, Correlations, correlation_flags, correlations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parkindex.index import Result

Relation = Literal["sibling", "parent", "index"]
FLAGS = ("redundant", "weak", "negative")
"""Above 0.92; between -0.3 and 0.3; below -0.4 and told from none at 5 per cent."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """One pair of nodes.

    ``coefficient`` and two-sided ``p_value`` are NaN below three units and for a constant; ``n`` units have both;
    ``flags`` are out of `FLAGS`.
    """

    relation: Relation
    node: str
    other: str
    coefficient: float
    p_value: float
    n: int
    flags: tuple[str, ...]


def correlate(
    result: Result, *, coefficient: Coefficient = "pearson", node: str | None = None
) -> tuple[Correlation, ...]:
    """Correlate the scores of every node with those of its siblings, its parent and the index.

    Siblings come first, family by family in the order of the tree. Only nodes with scores take part. ``node`` keeps to
    the family below that node. Raises `UsageError` for a node that the framework does not have.
    """
    return tuple(
        _pair(result, relation, first, second, coefficient) for relation, first, second in _pairs(result, node)
    )


def correlate_columns(
    result: Result, nodes: Sequence[str], *, coefficient: Coefficient = "pearson"
) -> tuple[Correlation, ...]:
    """Correlate every two of the nodes once, whether they are siblings or not."""
    return tuple(
        _pair(result, "sibling", first, second, coefficient)
        for place, first in enumerate(nodes)
        for second in nodes[place + 1 :]
    )


def families(result: Result, node: str | None = None) -> dict[str, tuple[str, ...]]:
    """Return the children with scores of every computed node, or of ``node`` alone, in the order of the tree."""
    tree = result.framework.compile()
    wanted = sorted(map(int, result.outcome.computed)) if node is None else [result.column_of(node)]
    scored = np.flatnonzero(~np.isnan(result.scores).all(axis=0))
    below = {place: [int(child) for child in tree.children(place) if child in scored] for place in wanted}
    return {
        result.nodes[place]: tuple(result.nodes[child] for child in children)
        for place, children in below.items()
        if children and place in result.outcome.computed
    }


def _pairs(result: Result, node: str | None) -> Iterator[tuple[Relation, str, str]]:
    found, root = families(result, node), result.nodes[0]
    for children in found.values():
        for place, first in enumerate(children):
            for second in children[place + 1 :]:
                yield "sibling", first, second
    for parent, children in found.items():
        # an only child is its parent
        for child in children if len(children) > 1 else ():
            yield "parent", child, parent
    for parent, children in found.items():
        for child in children:
            if parent != root:
                yield "index", child, root


def _pair(result: Result, relation: Relation, first: str, second: str, coefficient: Coefficient) -> Correlation:
    columns = (result.column(code)[:, None] for code in (first, second))
    found = correlations(*columns, coefficient=coefficient)
    return Correlation(
        relation=relation,
        node=first,
        other=second,
        coefficient=float(found.coefficient[0, 0]),
        p_value=float(found.p_value[0, 0]),
        n=int(found.units[0, 0]),
        flags=_flags(found),
    )


def _flags(found: Correlations) -> tuple[str, ...]:
    marked = correlation_flags(found)
    return tuple(flag for flag in FLAGS if getattr(marked, flag)[0, 0])


def least_told_from_none(n: int, *, significance: float = 0.05) -> float:
    """Return the least size of a Pearson correlation over ``n`` units that differs from none; NaN below three units.

    Student's t: r = t / sqrt(n - 2 + t²) at the two-sided ``significance``.
    """
    from scipy.special import stdtrit

    if n < 3:
        return float("nan")
    quantile = float(stdtrit(n - 2, 1 - significance / 2))
    return quantile / float(np.sqrt(n - 2 + quantile**2))
