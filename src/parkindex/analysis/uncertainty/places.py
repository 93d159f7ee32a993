"""Ranks of whole stacks of draws, quickly: each score and its unit packed into one integer, and the integers sorted.

The bits of a positive float64 order like the integers that they spell. The last 12 bits of each score (17 for 80,000
units) make room for the position of its unit, so that one plain sort of integers, which numpy does with vector
instructions, gives the order of the units; an indirect sort takes four times as long. What is lost makes scores tie
that agree to 12 significant digits (10 for 80,000 units): differences that small are rounding, not merit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from parkindex.engine.passes import call

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray
    from parkindex.engine.choices import Step
    from parkindex.engine.context import Context

RankArray = NDArray[np.uint32]

IN_CACHE = 131_072
"""Scores sorted together: a megabyte, the second-level cache of a core."""


LEAST_ROOM = 4095
"""Positions for which there is room at least."""


def ranks_of(scores: FloatArray, ranking: Step, context: Context) -> RankArray:
    """Return the rank of every unit in every draw, (draws, units); 1 is best, 0 is not ranked.

    Plain ranking, in which ties share the better rank, takes the quick way; every other ranking of the engine is called
    as it is, and a mean rank between two places counts as the worse of them.
    """
    plain = ranking.name == "rank" and ranking.parameters.get("ties", "min") == "min"
    if not plain or np.isnan(scores).any():
        ranks = call("ranking", ranking, scores, context=context)
        return np.asarray(np.ceil(np.nan_to_num(ranks, nan=0.0)).astype(np.uint32))
    decimals = ranking.parameters.get("decimals")
    return packed_ranks(scores if decimals is None else np.round(scores, int(decimals)))


def packed_ranks(scores: FloatArray) -> RankArray:
    """Rank finite ``scores`` (draws, units), 1 for the highest; ties share the better rank."""
    draws, units = scores.shape
    ranks = np.empty((draws, units), dtype=np.uint32)
    rows = max(1, IN_CACHE // max(units, 1))
    for first in range(0, draws, rows):
        part = slice(first, first + rows)
        _rank_into(ranks[part], scores[part])
    return ranks


def _rank_into(ranks: RankArray, scores: FloatArray) -> None:
    units = scores.shape[1]
    keys = (scores + 0.0).view(np.int64)  # adding nothing turns a negative zero into a zero
    if (keys < 0).any():
        keys ^= (keys >> 63) & np.int64(0x7FFF_FFFF_FFFF_FFFF)
    room = np.int64((1 << max(units - 1, LEAST_ROOM).bit_length()) - 1)
    np.invert(keys, out=keys)
    keys &= ~room
    keys |= np.arange(units, dtype=np.int64)
    keys.sort(axis=1)
    place: NDArray[Any] = np.arange(1, units + 1, dtype=np.uint32)
    tied = (keys[:, 1:] ^ keys[:, :-1]).view(np.uint64) <= np.uint64(room)
    keys &= room
    if tied.any():
        first = np.where(tied, np.uint32(0), place[1:])
        place = np.concatenate([np.ones((len(keys), 1), dtype=np.uint32), first], axis=1)
        np.maximum.accumulate(place, axis=1, out=place)
    np.put_along_axis(ranks, keys, np.broadcast_to(place, ranks.shape), axis=1)
