"""Tables for the tests of outliers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Publication


def in_line(units: int = 60, columns: int = 4, seed: int = 0) -> list[list[Decimal]]:
    """Return rows of numbers around a common strength of each unit."""
    random = np.random.default_rng(seed)
    drawn = 50 + 8 * random.normal(size=(units, 1)) + random.normal(size=(units, columns))
    return [[Decimal(f"{number:.2f}") for number in row] for row in drawn]


def added(rows: list[list[Decimal]]) -> Publication:
    return publication(rows, [sum(row, Decimal(0)) for row in rows])
