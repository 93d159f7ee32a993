"""Similarity: how alike the units' profiles are.

``profiles`` is (units, parts), each part on the same scale (percent of the best, say); a missing part is left out of
each pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from parkindex.engine.arrays import FloatArray


def mean_difference(profiles: FloatArray) -> FloatArray:
    """Return the mean absolute difference of each two profiles over their parts, (units, units), 0 on the diagonal.

    Two profiles without a common part have none (NaN).
    """
    count = profiles.shape[0]
    total = np.zeros((count, count))
    common = np.zeros((count, count))
    for part in profiles.T:
        apart = np.abs(part[:, None] - part[None, :])
        total += np.where(np.isnan(apart), 0.0, apart)
        common += ~np.isnan(apart)
    return np.where(common > 0, total / np.maximum(common, 1), np.nan)


def cosine(profiles: FloatArray) -> FloatArray:
    """Return the cosine of each two profiles, (units, units): 1 = the same shape whatever the size.

    Missing parts count as 0.
    """
    filled = np.where(np.isnan(profiles), 0.0, profiles)
    length = np.sqrt(np.square(filled).sum(axis=1))
    product = filled @ filled.T
    scale = length[:, None] * length[None, :]
    return np.where(scale > 0, product / np.where(scale > 0, scale, 1.0), np.nan)


def correlation(profiles: FloatArray) -> FloatArray:
    """Return Pearson's correlation of each two profiles over their parts, (units, units).

    A flat profile has none (NaN).
    """
    centred = profiles - np.nanmean(profiles, axis=1, keepdims=True)
    return cosine(centred)


def pairs(matrix: FloatArray) -> FloatArray:
    """Return the values of the pairs of different units, each pair once, missing left out."""
    values = matrix[np.tril_indices(matrix.shape[0], k=-1)]
    return np.asarray(values[~np.isnan(values)])


def shared(first: Iterable[Hashable], second: Iterable[Hashable]) -> float:
    """Return Jaccard's coefficient: what two sets have in common as a share of what they have together.

    Two empty ones: 0.
    """
    one, other = set(first), set(second)
    together = one | other
    return len(one & other) / len(together) if together else 0.0


@dataclass(frozen=True, slots=True)
class Alike:
    """Units of one place whose profiles are the same in every part."""

    place: str
    units: tuple[str, ...]


def same_profile(
    units: Sequence[str], places: Mapping[str, str], profiles: FloatArray, *, decimals: int = 6
) -> tuple[Alike, ...]:
    """Group the units of each place whose profiles agree to so many decimals; every unit stands in one group."""
    groups: dict[tuple[str, tuple[float, ...]], list[str]] = {}
    for unit, profile in zip(units, np.round(np.nan_to_num(profiles, nan=-1.0), decimals).tolist(), strict=True):
        groups.setdefault((places[unit], tuple(profile)), []).append(unit)
    return tuple(Alike(place, tuple(members)) for (place, _), members in groups.items())
