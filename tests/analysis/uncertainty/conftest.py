"""Small evaluations whose answers are known by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.engine import Context, Method, Step, Structure

PLAIN = Method("plain", normalisation=Step("none"))

Make = Callable[..., Evaluation]


def evaluation(
    values: Sequence[Sequence[float]] | np.ndarray,
    method: Method = PLAIN,
    *,
    weights: Sequence[float] | None = None,
    parents: Mapping[str, str | None] | None = None,
    direction: Sequence[float] | None = None,
    context: Context | None = None,
) -> Evaluation:
    """Return units A, B, … with the columns a, b, … below one root, or below ``parents`` (leaves in their order)."""
    table = np.asarray(values, dtype=np.float64)
    codes = [chr(ord("a") + k) for k in range(table.shape[1])]
    tree = dict(parents) if parents else {"index": None, **dict.fromkeys(codes, "index")}
    stated = dict(zip(codes, weights, strict=True)) if weights is not None and parents is None else None
    structure = Structure.of(tree, stated)
    whole = np.full((len(table), len(structure)), np.nan)
    whole[:, structure.leaves] = table
    way = np.ones(len(structure))
    if direction is not None:
        way[structure.leaves] = direction
    units = tuple(chr(ord("A") + k) if len(table) <= 26 else f"U{k}" for k in range(len(table)))
    return Evaluation(units, whole, structure, way, method, context or Context(units=units))


@pytest.fixture
def make() -> Make:
    """Return the maker of small evaluations."""
    return evaluation
