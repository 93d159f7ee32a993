"""Counting how often each unit takes each value, and reading quantiles out of the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray

CountArray = NDArray[np.int64]

IN_CACHE = 32_768
"""Counters that are worked on together: a quarter of a megabyte."""


def count_into(counts: NDArray[np.uint32], codes: NDArray[Any]) -> None:
    """Add to ``counts`` (units, values) how often each unit has each code; ``codes`` (units, draws) are from 0 up."""
    units, values = counts.shape
    together = max(1, min(units, IN_CACHE // values))
    for first in range(0, units, together):
        part = codes[first : first + together]
        members = len(part)
        cells = part + np.arange(0, members * values, values)[:, None]
        found = np.bincount(cells.ravel(), minlength=members * values)
        counts[first : first + members] += found.reshape(members, values).astype(np.uint32)


def quantiles_of_counts(counts: CountArray, levels: FloatArray, values: FloatArray) -> FloatArray:
    """Return quantiles (units, levels) of values that are counted, interpolated linearly between neighbours in order.

    ``counts`` (units, values); a unit that was never counted has none (NaN). The same as `numpy.quantile` over the
    values written out, and as R's type 7: Hyndman and Fan (1996), Sample quantiles in statistical packages,
    doi:10.1080/00031305.1996.10473566.
    """
    running = np.cumsum(counts, axis=1)
    total = running[:, -1]
    position = np.maximum(total[:, None] - 1, 0) * levels
    low, high = np.floor(position), np.ceil(position)
    below, above = (values[_value_at(running, place)] for place in (low, high))
    found = below + (position - low) * (above - below)
    return np.asarray(np.where(total[:, None] > 0, found, np.nan))


def _value_at(running: CountArray, position: FloatArray) -> NDArray[np.intp]:
    """Return which value stands at each position (units, levels), counted from zero, of the values in order."""
    found = np.empty(position.shape, dtype=np.intp)
    for unit, row in enumerate(running):
        found[unit] = np.searchsorted(row, position[unit], side="right")
    return np.asarray(np.minimum(found, running.shape[1] - 1))
