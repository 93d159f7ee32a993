"""Combine several sets of weights into one: additive, multiplicative, or by the game-theoretic compromise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, refuse

Rule = Literal["additive", "multiplicative", "game_theoretic"]


def combine(weights: Sequence[ArrayLike], *, rule: Rule = "additive", share: float = 0.5) -> FloatArray:
    """Combine sets of weights, each (..., children), into one of that shape, summing to one.

    'additive': their mean; of two, ``share`` of the first and the rest of the second. 'multiplicative': their product,
    rescaled. 'game_theoretic': the mixture with the least sum of squared distances to all of them (the sets as
    players).

    Sources: Ma, Fan and Huang (1999), doi:10.1016/S0377-2217(98)00141-6 (integrating subjective and objective weights);
    Chen (2003), 基于博弈论的组合赋权评价方法研究 (combination weighting based on game theory).
    """
    sets = [as_weight(one, np.shape(one)[-1]) for one in weights]
    if len(sets) < 2:
        refuse("weight.combined", "weighting combined", "at least two weightings are needed to combine them")
    stack = np.stack(np.broadcast_arrays(*(one / one.sum(axis=-1, keepdims=True) for one in sets)))
    if rule == "multiplicative":
        mixed = np.prod(stack, axis=0)
        if (mixed.sum(axis=-1) == 0).any():
            refuse("weight.zero-sum", "weighting combined", "the product of the weights is zero for every child")
        return np.asarray(mixed / mixed.sum(axis=-1, keepdims=True))
    if rule == "additive":
        parts = np.array([share, 1 - share]) if len(sets) == 2 else np.full(len(sets), 1 / len(sets))
    else:
        parts = _compromise(stack)
    mixed = _mixture(stack, parts)
    return np.asarray(mixed / mixed.sum(axis=-1, keepdims=True))


def _mixture(stack: FloatArray, parts: FloatArray) -> FloatArray:
    """Return the sum of the sets of ``stack`` (sets, ..., children), each times its part (..., sets)."""
    mixed = np.zeros(stack.shape[1:])
    for k, one in enumerate(stack):
        mixed += one * (parts[..., k, None] if parts.ndim > 1 else parts[k])
    return mixed


def _compromise(stack: FloatArray) -> FloatArray:
    """Return the part of each set (..., sets).

    The best mixture by least squares, its coefficients made to sum to one.
    """
    sets = np.moveaxis(stack, 0, -2)
    inner = (sets[..., :, None, :] * sets[..., None, :, :]).sum(axis=-1)
    squares = np.diagonal(inner, axis1=-2, axis2=-1)
    parts = np.abs((np.linalg.pinv(inner, hermitian=True) * squares[..., None, :]).sum(axis=-1))
    return np.asarray(parts / parts.sum(axis=-1, keepdims=True))
