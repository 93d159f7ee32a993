"""Agreement of two rankings of the same units.

The coefficients are written out in NumPy, and tested against `scipy.stats`: its import alone takes longer than
scoring an edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.ranking import rank

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray


def kendall(first: FloatArray, second: FloatArray) -> float:
    """Return Kendall's tau-b of two score columns (units,), ties allowed.

    NaN when either is constant or fewer than two remain.

    Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3), 239-251,
    doi:10.1093/biomet/33.3.239.
    """
    one, other = _both(first, second)
    if one.size < 2:
        return float("nan")
    upper = np.triu_indices(one.size, k=1)
    signs_one = np.sign(one[:, None] - one[None, :])[upper]
    signs_other = np.sign(other[:, None] - other[None, :])[upper]
    scale = np.sqrt(np.count_nonzero(signs_one) * np.count_nonzero(signs_other))
    return float((signs_one * signs_other).sum() / scale) if scale else float("nan")


def spearman(first: FloatArray, second: FloatArray) -> float:
    """Return Spearman's rank correlation of two score columns (units,), ties sharing their mean rank.

    NaN when one is constant.

    Source: Spearman (1904), The proof and measurement of association between two things, American Journal of
    Psychology 15(1).
    """
    one, other = _both(first, second)
    if one.size < 2:
        return float("nan")
    ranks = np.stack([rank(one, ties="average"), rank(other, ties="average")])
    centred = ranks - ranks.mean(axis=1, keepdims=True)
    scale = np.sqrt(np.square(centred).sum(axis=1).prod())
    return float((centred[0] * centred[1]).sum() / scale) if scale else float("nan")


def _both(first: FloatArray, second: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the units that have a score in both columns."""
    present = ~(np.isnan(first) | np.isnan(second))
    return first[present], second[present]
