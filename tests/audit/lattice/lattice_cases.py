"""Columns for the tests of grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    pass


def smooth(count: int, seed: int = 0) -> list[str]:
    return [f"{number:.2f}" for number in np.random.default_rng(seed).normal(40, 8, count)]


def on_grid(count: int, step: float, seed: int = 0) -> list[str]:
    return [f"{step * times:.2f}" for times in np.random.default_rng(seed).integers(5, 30, count)]
