"""Weights from what indicators have in common.

The first principal component, and rotated factors by the handbook's rule.

Shapes are those of `parkindex.engine.weighting`. Weights are squared loadings, so none is negative; units with a gap
among the children are left out.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values
from parkindex.engine.components import principal_components, varimax
from parkindex.engine.parameters import NotNegative, Share


def principal_component(x: ArrayLike, stated: ArrayLike) -> FloatArray:
    """Weigh each child by its squared loading on the first principal component.

    The loadings of a component sum to one when squared. A child that loads negatively works against the others: it
    still gets a weight here, so look at the loadings (`principal_components`) before this choice. Source: OECD/JRC
    (2008), Handbook, section 6.1.
    """
    return _by_draw(x, lambda part: principal_components(part).vectors[:, 0] ** 2)


def factor_analysis(
    x: ArrayLike, stated: ArrayLike, *, eigenvalue: NotNegative = 1.0, variance: Share = 0.1, cumulative: Share = 0.6
) -> FloatArray:
    """Weigh the children by rotated factors (varimax), by the handbook's rule.

    Factors are kept that have an eigenvalue above ``eigenvalue`` and explain at least ``variance``, and further ones
    until ``cumulative`` of the variance is explained; always one. Sources: Nicoletti, Scarpetta and Boylaud (2000),
    doi:10.1787/215182844604; OECD/JRC (2008), Handbook, section 6.1.
    """

    def weigh(part: FloatArray) -> FloatArray:
        found = principal_components(part)
        strong = (found.eigenvalues > eigenvalue) & (found.explained >= variance)
        enough = int(np.searchsorted(np.cumsum(found.explained), cumulative - 1e-12)) + 1
        kept = max(int(np.count_nonzero(strong)), min(enough, len(strong)), 1)
        rotated = varimax(found.loadings[:, :kept])
        return weights_from_loadings(rotated * np.where(rotated.sum(axis=0) < 0, -1.0, 1.0))

    return _by_draw(x, weigh)


def weights_from_loadings(loadings: ArrayLike) -> FloatArray:
    """Return weights (indicators,) from rotated loadings (indicators, factors), by the handbook's rule.

    Each indicator goes to the factor with its highest loading, where the sign counts: -0.64 is lower than 0.56 (the
    highest square decides only where no loading is positive). Its weight is its squared loading, as a share of the
    factor's explained variance, times the factor's share in the variance that all factors explain; rescaled to sum to
    one. So give every indicator the direction of the index first: one that mainly opposes a factor gets little weight.
    That the sign counts is a reading of the rule: no text at hand said so, or otherwise.
    """
    table = np.asarray(loadings, dtype=np.float64)
    square = table**2
    explained = square.sum(axis=0)
    along = np.where((table > 0).any(axis=1, keepdims=True), table, square)
    own = np.argmax(along, axis=1)
    part = square[np.arange(len(square)), own] / explained[own] * explained[own] / explained.sum()
    return np.asarray(part / part.sum())


def _by_draw(x: ArrayLike, weigh: Callable[[FloatArray], FloatArray]) -> FloatArray:
    values = as_values(x)
    weight = np.empty((*values.shape[:-2], values.shape[-1]))
    for draw in np.ndindex(values.shape[:-2]):
        if values.shape[-1] == 1:
            weight[draw] = 1.0
        else:
            found = weigh(values[draw])
            weight[draw] = found / found.sum()
    return weight
