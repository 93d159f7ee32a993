"""Aggregation by outranking: units are compared two by two, and only who is better counts, not by how much."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, refuse
from parkindex.engine.means import as_children, enough_present, present_weight, shares_of, spread
from parkindex.engine.parameters import Share

CELLS = 1 << 18
"""Pairs compared at a time: bounds the memory, and keeps a block within the processor's cache."""


def copeland(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the Copeland score: units beaten minus units beaten by, in pairwise comparisons weighted by the children.

    A unit beats another when the children in which it is better weigh more than those in which it is worse, among the
    children that both have. A unit with too little weight present takes no part. Memory does not grow with units
    squared. Sources: Copeland (1951); Munda and Nardo (2009), Noncompensatory/nonlinear composite indicators for
    ranking countries, doi:10.1080/00036840601019364.
    """
    values = as_children(x)
    each = _for_each_draw(shares_of(as_weight(weight, values.shape[-1])), values)
    values = np.broadcast_to(values, (*each.shape[:-1], *values.shape[-2:]))
    present = present_weight(values, spread(each, values.ndim))
    taking_part = np.broadcast_to(enough_present(present, spread(each, values.ndim), minimum_share), values.shape[:-1])
    score = np.full(values.shape[:-1], np.nan)
    for draw in np.ndindex(values.shape[:-2]):
        rows = np.flatnonzero(taking_part[draw])
        score[draw][rows] = _balance(np.ascontiguousarray(values[draw][rows].T), each[draw])
    return score


def outranking_matrix(x: ArrayLike, weight: ArrayLike) -> FloatArray:
    """Return for each pair the weight of the children in which the first is better, ties by half, (units, units).

    Shares of the weight of the children that both have, so opposite entries sum to one whatever the order of the units;
    NaN on the diagonal and where two units share no child. ``x`` is (units, children).
    """
    values = as_children(x)
    shares = shares_of(as_weight(weight, values.shape[-1]))
    units = len(values)
    better, both = np.zeros((units, units)), np.zeros((units, units))
    for column, share in zip(values.T, shares, strict=True):
        first, second = column[:, None], column[None, :]
        better += share * ((first > second) + 0.5 * (first == second))
        both += share * (~np.isnan(first) & ~np.isnan(second))
    with np.errstate(invalid="ignore", divide="ignore"):
        matrix = better / both
    np.fill_diagonal(matrix, np.nan)
    return np.asarray(matrix)


def _for_each_draw(shares: FloatArray, values: FloatArray) -> FloatArray:
    """Spread weights (..., children) over the draws; `MethodError` for weights of each unit's own."""
    if shares.ndim == values.ndim:
        refuse("weight.shape", "copeland", "pairs can only be compared under weights that are the same for all units")
    lead = np.broadcast_shapes(values.shape[:-2], shares.shape[:-1])
    return np.broadcast_to(shares, (*lead, shares.shape[-1]))


def _balance(columns: FloatArray, shares: FloatArray) -> FloatArray:
    """Return units beaten minus beaten by, from columns (children, units), block by block above the diagonal."""
    units = columns.shape[1]
    balance = np.zeros(units)
    used = np.flatnonzero(shares > 0)
    first = 0
    while first < units:
        size = max(1, min(units - first, CELLS // (units - first)))
        result = _compared(columns[used], shares[used], first, size)
        balance[first : first + size] += np.triu(result, k=1).sum(axis=1)
        balance[first:] -= np.triu(result, k=1).sum(axis=0)
        first += size
    return balance


def _compared(columns: FloatArray, shares: FloatArray, first: int, size: int) -> FloatArray:
    """Return 1, 0 or -1 for each unit of a block against each from the block on: (size, units - first)."""
    net = np.zeros((size, columns.shape[1] - first))
    for column, share in zip(columns, shares, strict=True):
        block, rest = column[first : first + size, None], column[None, first:]
        sign = (block > rest).view(np.int8) - (block < rest).view(np.int8)
        net += share * sign
    return np.where(np.abs(net) > 1e-12, np.sign(net), 0.0)
