"""Weighting: how much each child counts in its parent (handbook step 6).

Every function takes the children's scores ``x`` (..., units, children), higher is better, and ``stated`` (children,) or
(..., children), the nominal weights, and returns weights (..., children), none negative, summing to one.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight


def given(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Take the stated weights, rescaled to sum to one."""
    weight = as_weight(stated, np.shape(x)[-1])
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))


def equal(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Give every child the same weight, whatever is stated."""
    children = np.shape(x)[-1]
    return np.full(children, 1.0 / children)


Weighting = Callable[..., FloatArray]

WEIGHTINGS: dict[str, Weighting] = {
    "given": given,
    "equal": equal,
}
