from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pytest

from parkindex.engine import Structure
from parkindex.engine.arrays import FloatArray

BESIDE = Path(__file__).parents[3] / "shared" / "reference"


@dataclass(frozen=True)
class Reference:
    """The reference results of an independent engine, read from their folder."""

    folder: Path

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def meta(self) -> dict[str, dict[str, str]]:
        return {row["iCode"]: row for row in self.rows("00_iMeta") if row["Type"] in {"Indicator", "Aggregate"}}

    @cached_property
    def units(self) -> list[str]:
        return [row["uCode"] for row in self.rows("02_example_Raw")]

    @cached_property
    def structure(self) -> Structure:
        return Structure.of(
            {code: row["Parent"] or None for code, row in self.meta.items()},
            {code: float(row["Weight"]) for code, row in self.meta.items() if row["Parent"]},
        )

    @cached_property
    def indicators(self) -> list[str]:
        return [self.structure.codes[leaf] for leaf in self.structure.leaves]

    @cached_property
    def direction(self) -> FloatArray:
        return np.array([float(self.meta[code]["Direction"]) for code in self.structure.codes])

    def table(self, name: str, columns: Sequence[str], units: Sequence[str] | None = None) -> FloatArray:
        """Return the named columns, (units, columns), in the order of ``units``; an empty cell is missing."""
        by_unit = {row["uCode"]: row for row in self.rows(name)}
        order = self.units if units is None else units
        return np.array([[number(by_unit[unit][column]) for column in columns] for unit in order])

    def variable(self, name: str) -> list[str]:
        by_unit = {row["uCode"]: row[name] for row in self.rows("00_iData")}
        return [by_unit[unit] for unit in self.units]

    def nodes(self, leaves: FloatArray) -> FloatArray:
        """Spread values (..., units, indicators) over all nodes of the structure."""
        whole = np.full((*leaves.shape[:-1], len(self.structure)), np.nan)
        whole[..., self.structure.leaves] = leaves
        return whole

    @property
    def way(self) -> FloatArray:
        """The direction of each indicator, (indicators,)."""
        return self.direction[self.structure.leaves]


def number(text: str) -> float:
    return np.nan if text in {"", "NA"} else float(text)


def close(found: FloatArray, published: FloatArray) -> None:
    """Assert agreement to 1e-9, relative and absolute, and the same values missing."""
    np.testing.assert_allclose(found, published, rtol=1e-9, atol=1e-9)


@pytest.fixture(scope="session")
def reference() -> Reference:
    stated = os.environ.get("PARKINDEX_REFERENCE")
    folder = (Path(stated) if stated else BESIDE) / "asem"
    if not folder.is_dir():
        message = f"no reference results in {folder}; say where they are with PARKINDEX_REFERENCE"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return Reference(folder)
