"""Concentration: how far a total rests on a few of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.errors import Finding, MethodError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from parkindex.engine.arrays import FloatArray


def shares(amounts: ArrayLike) -> FloatArray:
    """Return each amount as a share of the total, from 0 to 1.

    Negative, missing or all-zero amounts are a `MethodError`.
    """
    values = np.asarray(amounts, dtype=np.float64)
    if values.ndim != 1 or values.size == 0 or not np.isfinite(values).all() or (values < 0).any() or values.sum() == 0:
        message = "amounts must be one row of numbers of at least zero, not all zero"
        raise MethodError(Finding("concentration.domain", "amounts", message))
    return np.asarray(values / values.sum())


def herfindahl(amounts: ArrayLike) -> float:
    """Return the Herfindahl-Hirschman index, the sum of squared shares: 1/parts when all are equal, 1 when one has all.

    Source: Rhoades (1993), The Herfindahl-Hirschman Index, Federal Reserve Bulletin 79, 188-189.
    """
    return float(np.square(shares(amounts)).sum())


def effective_number(amounts: ArrayLike) -> float:
    """Return how many equal parts would be as concentrated: the inverse of the Herfindahl-Hirschman index."""
    return 1 / herfindahl(amounts)


def top_share(amounts: ArrayLike, count: int = 1) -> float:
    """Return the share of the ``count`` greatest amounts in the total, from 0 to 1."""
    return float(np.sort(shares(amounts))[::-1][:count].sum())
