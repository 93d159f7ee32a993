"""How unlikely something must be before a check speaks of it, and how likely counts are by chance alone."""

from __future__ import annotations

from math import exp, lgamma, log, log1p
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALARM = 5e-4
"""Probability by chance below which a check speaks: of one sound table in 2,000, over all that the check looks at."""


def at_least(count: int, expected: float) -> float:
    """Return the probability of at least so many events where so many are expected and each is rare.

    The tail of the Poisson distribution, as the regularised lower incomplete gamma function.
    """
    from scipy.special import gammainc

    return 1.0 if count == 0 else float(np.float64(gammainc(count, max(expected, 1e-300))))


def at_most(count: int, n: int, share: float) -> float:
    """Return the probability of at most so many of ``n`` independent events of probability ``share`` each.

    The lower tail of the binomial distribution; 1 where nothing is left to chance.
    """
    if not 0 < share < 1:
        return 1.0
    logs = (
        lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(share) + (n - k) * log1p(-share)
        for k in range(count + 1)
    )
    return min(1.0, sum(exp(term) for term in logs))


def pairs_among(sizes: NDArray[np.int64]) -> float:
    """Return how many pairs can be made inside groups of these sizes."""
    return float((sizes * (sizes - 1)).sum()) / 2
