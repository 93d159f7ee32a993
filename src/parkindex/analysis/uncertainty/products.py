"""Products of draws and units in pieces that BLAS works through on the calling thread alone.

OpenBLAS starts threads of its own above a quarter of a million multiplications. Inside workers that already share the
processors they wait for each other, which makes a product up to a hundred times slower. Pieces below the limit keep to
one thread, whatever the environment says, and give the same bits as the whole product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray

ON_ONE_THREAD = 262_144
"""Multiplications up to which OpenBLAS stays on one thread (interface/gemm.c: 65536 times 4)."""

ROWS = 16
"""Draws taken together; more units then fit into a piece, which suits the memory."""


def product(weights: FloatArray, features: FloatArray) -> FloatArray:
    """Return ``weights`` (draws, leaves) times ``features`` (leaves, units) as (draws, units)."""
    draws, leaves = weights.shape
    units = features.shape[1]
    result = np.empty((draws, units))
    columns = max(1, min(units, ON_ONE_THREAD // (leaves * min(ROWS, max(draws, 1)))))
    rows = max(1, min(draws, ON_ONE_THREAD // (leaves * columns)))
    whole = draws - draws % rows
    for first in range(0, units, columns):
        part = slice(first, first + columns)
        if whole:
            stacked = weights[:whole].reshape(-1, rows, leaves)
            np.matmul(stacked, features[:, part], out=result[:whole].reshape(-1, rows, units)[:, :, part])
        if whole < draws:
            np.matmul(weights[whole:], features[:, part], out=result[whole:, part])
    return result
