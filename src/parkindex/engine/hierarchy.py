"""The analytic hierarchy process: priorities of a matrix of pairwise judgements, and how consistent it is.

Source: Saaty (1980), The Analytic Hierarchy Process; Saaty (1977), doi:10.1016/0022-2496(77)90033-5.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from parkindex.engine.arrays import FloatArray

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""Mean consistency index of random matrices of order 1 to 15 (Saaty 1980)."""


def priorities(judgements: FloatArray, priority: Literal["eigenvector", "geometric"] = "eigenvector") -> FloatArray:
    """Return the priorities (n,) of reciprocal judgements (n, n): the principal eigenvector, or geometric row means."""
    weight = np.exp(np.log(judgements).mean(axis=1))
    if priority == "eigenvector":
        values, vectors = np.linalg.eig(judgements)
        weight = np.abs(np.real(vectors[:, np.argmax(np.real(values))]))
    return np.asarray(weight / weight.sum())


def consistency_ratio(judgements: FloatArray) -> float:
    """Return the consistency index (λ - n) / (n - 1) over that of random matrices; 0 for fewer than three children."""
    order = len(judgements)
    if order < 3:
        return 0.0
    greatest = float(np.max(np.real(np.linalg.eigvals(judgements))))
    return max(0.0, (greatest - order) / (order - 1) / RANDOM_INDEX[min(order, len(RANDOM_INDEX)) - 1])


def offending(judgements: FloatArray, count: int = 3) -> list[tuple[int, int, float, float]]:
    """Return the judgements most at odds with the priorities.

    (i, j, what was said, what the priorities say), worst first.
    """
    weight = priorities(judgements)
    implied = weight[:, None] / weight[None, :]
    odds = np.triu(np.abs(np.log(judgements / implied)), k=1)
    order = np.argsort(-odds, axis=None, kind="stable")[:count]
    pairs = [(int(k // len(weight)), int(k % len(weight))) for k in order if odds.flat[k] > 0]
    return [(i, j, float(judgements[i, j]), float(implied[i, j])) for i, j in pairs]
