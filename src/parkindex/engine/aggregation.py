"""Aggregation: join the scores of a node's children into the node's score (handbook step 6).

Every function takes ``x`` (..., units, children), higher is better, and ``weight``, and returns (..., units), higher is
better. ``weight`` is (children,), or (..., children) with the leading axes of ``x``, or has all axes of ``x`` where
each unit has weights of its own; it need not sum to one. The one rule for missing children: when the share of weight
that is present reaches ``minimum_share`` the weights are renormalised over the present children, below it (and always
when nothing is present) the node is missing.

This file holds the means and sums; outranking, distances to ideals, penalties and fuzzy evaluation have files of their
own.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 6, doi:10.1787/9789264043466-en; power
means: Hardy, Littlewood and Polya (1934), Inequalities, chapter 2.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_weight, refuse, refuse_cells
from parkindex.engine.distances import grey_relational, topsis, vikor
from parkindex.engine.frontier import benefit_of_the_doubt
from parkindex.engine.fuzzy import fuzzy
from parkindex.engine.means import as_children, enough_present, spread, weighted_mean, weighted_sum
from parkindex.engine.outranking import copeland
from parkindex.engine.parameters import Codes, Number, Share
from parkindex.engine.penalty import mazziotta_pareto
from parkindex.engine.preference import promethee


def power_mean(x: ArrayLike, weight: ArrayLike, *, p: Number = 1.0, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted power mean: ``p`` 1 arithmetic, 0 geometric, -1 harmonic, any other between the extremes.

    The smaller ``p``, the less a strong child makes up for a weak one. Raises `MethodError` for a value that is not
    positive under ``p <= 0``, or negative under any ``p`` but 1.
    """
    values = as_children(x)
    each = spread(as_weight(weight, values.shape[-1]), values.ndim)
    _check_domain(values, p)
    if p == 1:
        return weighted_mean(values, each, minimum_share)
    scale = np.fmax.reduce(values, axis=-1) if p > 0 else np.fmin.reduce(values, axis=-1)
    scale = np.where(scale > 0, scale, 1.0)
    if p == 0:
        mean = weighted_mean(values, each, minimum_share, lambda column, _: np.log(column / scale))
        return np.asarray(np.exp(mean) * scale)
    mean = weighted_mean(values, each, minimum_share, lambda column, _: (column / scale) ** p)
    return np.asarray(mean ** (1 / p) * scale)


def arithmetic(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted arithmetic mean: a weak child can be fully made up for."""
    return power_mean(x, weight, p=1.0, minimum_share=minimum_share)


def geometric(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted geometric mean: a weak child is made up for in part. All values must be positive."""
    return power_mean(x, weight, p=0.0, minimum_share=minimum_share)


def harmonic(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 0.0) -> FloatArray:
    """Return the weighted harmonic mean: a weak child is hardly made up for. All values must be positive."""
    return power_mean(x, weight, p=-1.0, minimum_share=minimum_share)


def total(x: ArrayLike, weight: ArrayLike, *, minimum_share: Share = 1.0) -> FloatArray:
    """Return the plain sum of the children's points; weights are ignored, since the points already carry them.

    A sum has nothing to renormalise: a missing child gives no points. The sum is missing when the share of children
    present is below ``minimum_share``, by default when any child is missing, and always when none is present.
    """
    values = as_children(x)
    equal = spread(np.ones(values.shape[-1]), values.ndim)
    points, present = weighted_sum(values, equal)
    return np.where(enough_present(present, equal, minimum_share), points, np.nan)


def mean_with_bonus(
    x: ArrayLike,
    weight: ArrayLike,
    *,
    bonus: Codes = (),
    deduction: Codes = (),
    least: Number | None = None,
    most: Number | None = None,
    minimum_share: Share = 0.0,
) -> FloatArray:
    """Return the weighted mean of the ordinary children, plus points of bonus and less those of deduction ones.

    A missing bonus or deduction is none. ``least`` and ``most`` bound the result. Raises `MethodError` when a child is
    both, or no ordinary child is left.
    """
    values = as_children(x)
    each = as_weight(weight, values.shape[-1])
    plus, minus = sorted({int(k) for k in bonus}), sorted({int(k) for k in deduction})
    ordinary = [k for k in range(values.shape[-1]) if k not in plus and k not in minus]
    if not ordinary or set(plus) & set(minus):
        refuse(
            "aggregation.bonus",
            "mean_with_bonus",
            "each child is an ordinary one, a bonus or a deduction; one must be ordinary",
        )
    main = power_mean(np.take(values, ordinary, axis=-1), each[..., ordinary], minimum_share=minimum_share)
    for child, sign in [(k, 1.0) for k in plus] + [(k, -1.0) for k in minus]:
        main = main + sign * np.nan_to_num(values[..., child], nan=0.0)
    low, high = (-np.inf if least is None else least), (np.inf if most is None else most)
    return np.asarray(np.clip(main, low, high))


def _check_domain(values: FloatArray, p: float) -> None:
    """Refuse values outside the domain of the power mean; the one place where this is decided."""
    if p == 1:
        return
    wrong = values <= 0 if p <= 0 else values < 0
    if wrong.any():
        kind = "positive" if p <= 0 else "not negative"
        hint = "normalise to a range that starts above zero, for example min_max to [1, 100], or aggregate with p = 1"
        refuse_cells("aggregation.domain", wrong, f"values must be {kind} under a power mean with p = {p:g}", hint)


Aggregation = Callable[..., FloatArray]

AGGREGATIONS: dict[str, Aggregation] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
    "power": power_mean,
    "sum": total,
    "mean_with_bonus": mean_with_bonus,
    "copeland": copeland,
    "mazziotta_pareto": mazziotta_pareto,
    "topsis": topsis,
    "vikor": vikor,
    "promethee": promethee,
    "grey_relational": grey_relational,
    "fuzzy": fuzzy,
    "benefit_of_the_doubt": benefit_of_the_doubt,
}
