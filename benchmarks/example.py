"""Whole indices from raw data to ranks: denominated, imputed by group, treated, normalised, aggregated, ranked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.rivals import Task
from parkindex.engine import Context, Method, Step, Structure, run

if TYPE_CHECKING:
    from tests.known.conftest import Reference


def reference_source() -> tuple[Reference | None, str]:
    """Return the reference results that the tests read, or why they are not there."""
    import os

    try:
        from tests.known import conftest
    except ImportError as error:
        return None, f"they come from tests/known, which needs {error.name}"
    stated = os.environ.get("PARKINDEX_REFERENCE")
    folder = (Path(stated) if stated else conftest.BESIDE) / "asem"
    if not folder.is_dir():
        return None, "their folder is not there; say where it is with PARKINDEX_REFERENCE"
    return conftest.Reference(folder), ""


def reference() -> tuple[Task | None, str]:
    """Return the example index that the tests hold to the reference results, or why it is not there."""
    source, note = reference_source()
    if source is None:
        return None, note
    from tests.known import test_reference_example

    values = source.nodes(source.table("02_example_Raw", source.indicators))
    structure, direction = source.structure, source.direction
    method, context = test_reference_example.METHOD(source), test_reference_example.context(source)
    return lambda: run(values, structure, direction, method, context=context).ranks, ""


def made_up() -> Task:
    """Return a random index of the same size: 51 units, 49 indicators, four levels, skewed, with gaps."""
    random = np.random.default_rng(3)
    parents: dict[str, str | None] = {"index": None, "one": "index", "two": "index"}
    for pillar in range(7):
        parents[f"p{pillar}"] = "one" if pillar < 4 else "two"
        parents |= {f"p{pillar}i{k}": f"p{pillar}" for k in range(7)}
    structure = Structure.of(parents)
    values = np.full((51, len(structure)), np.nan)
    values[:, structure.leaves] = random.lognormal(0, 0.9, (51, 49))
    values[random.random(values.shape) < 0.05] = np.nan
    by = {f"p{pillar}i{k}": ("people", "area")[k % 2] for pillar in range(7) for k in range(2)}
    method = Method(
        "example",
        denomination=Step("ratio", {"by": by}),
        imputation=Step("group_mean", {"group": "region"}),
        treatment=Step("winsorise", {"otherwise": "log"}),
        normalisation=Step("min_max"),
    )
    context = Context(
        groups={"region": ["north" if unit % 2 else "south" for unit in range(51)]},
        variables={"people": random.lognormal(3, 1, 51), "area": random.lognormal(2, 1, 51)},
    )
    return lambda: run(values, structure, np.ones(len(structure)), method, context=context).ranks
