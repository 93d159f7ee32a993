"""How far a number lies from its column, and from what the unit's other columns lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray

ROWS_A_COLUMN = 4
"""Complete rows that a regression on the other columns needs for each column."""


WORTH_A_CHANCE = 2.0
"""Studentised residuals up to which no probability is computed: it is said to be 1."""


@dataclass(frozen=True, eq=False)
class Residuals:
    """Deletion residuals of every cell, each column fitted on the others without the unit itself.

    Arrays are (rows, columns), NaN where a row has a missing number or a column no spread of its own; ``p`` is
    two-sided, for one cell: the larger of that for the numbers as printed and that for their normal scores, so that
    neither a heavy tail nor a curved relation alone makes an outlier. ``expected`` and ``spread`` are in the column's
    own units of measure.
    """

    expected: FloatArray
    spread: FloatArray
    t: FloatArray
    p: FloatArray


def residuals(values: FloatArray) -> Residuals | None:
    """Return the deletion residuals of a table (rows, columns), None where it is too small or its columns collinear.

    Externally studentised residuals: Belsley, Kuh and Welsch (1980), Regression Diagnostics, chapter 2,
    doi:10.1002/0471725153. All columns come from one inverse of the cross products.
    """
    complete = ~np.isnan(values).any(axis=1)
    rows, columns = int(complete.sum()), values.shape[1]
    if columns < 2 or rows < ROWS_A_COLUMN * columns:
        return None
    printed = _fitted(values[complete])
    scores = _fitted(normal_scores(values[complete]))
    if printed is None or scores is None:
        return None
    from scipy.special import stdtr

    t = np.where(printed[2] * scores[2] > 0, np.minimum(np.abs(printed[2]), np.abs(scores[2])), 0.0)
    chance = np.ones(t.shape)
    chance[t > WORTH_A_CHANCE] = 2 * stdtr(rows - columns - 1, -t[t > WORTH_A_CHANCE])
    filled = [np.full(values.shape, np.nan) for _ in range(4)]
    for target, source in zip(filled, (*printed, chance), strict=True):
        target[complete] = source
    return Residuals(*filled)


def _fitted(values: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray] | None:
    """Return what the other columns lead to, its standard error for a new unit, and the studentised residual."""
    rows, columns = values.shape
    spread = values.std(axis=0)
    if not (spread > 0).all():
        return None
    scaled = (values - values.mean(axis=0)) / spread
    cross = scaled.T @ scaled
    if np.linalg.cond(cross) > 1e10:
        return None
    inverse = np.linalg.inv(cross)
    own = np.diag(inverse)
    projected = scaled @ inverse
    residual = projected / own
    leverage = 1 / rows + (projected * scaled).sum(axis=1)[:, None] - projected**2 / own
    left = np.maximum(1 - leverage, 1e-9)
    freedom = rows - columns - 1
    deleted = np.maximum((1 / own - residual**2 / left) / freedom, 1e-30)
    error = np.sqrt(deleted / left)  # of the deleted residual, so that t = (residual / left) / error
    away = residual / left
    return values - away * spread, error * spread, away / error


def normal_scores(values: FloatArray) -> FloatArray:
    """Return Blom's normal scores of each column (rows, columns), ties sharing their mean rank.

    Source: Blom (1958), Statistical Estimates and Transformed Beta-Variables, chapter 6.
    """
    from scipy.special import ndtri

    scores = np.empty_like(values)
    for column in range(values.shape[1]):
        _, place, counts = np.unique(values[:, column], return_inverse=True, return_counts=True)
        mean_rank = np.cumsum(counts) - (counts - 1) / 2
        scores[:, column] = ndtri((mean_rank[place] - 0.375) / (len(values) + 0.25))
    return scores


LEAST_DISTINCT = 12
"""Different numbers below which nothing is said to stand apart."""

MOST_TOGETHER = 3
"""Values that may stand apart together at one end."""


@dataclass(frozen=True, eq=False)
class Gap:
    """A gap at an end of a column: the positions beyond it, and its probability under two nulls.

    ``p`` allows for heavy tails on either side of the median (Student’s t as well as Pareto’s), ``p_positive`` for
    Pareto’s alone. Both are of one end and one number of values.
    """

    beyond: NDArray[np.int64]
    upper: bool
    p: float
    p_positive: float


def gaps(values: FloatArray) -> tuple[Gap, ...]:
    """Return the gaps behind the first to the third value from either end; none where too few numbers differ.

    Above the median an exponential tail has spacings x₍ᵢ₎ - x₍ᵢ₊₁₎ = Eᵢ / i with independent standard exponentials Eᵢ
    (Rényi 1953, doi:10.1007/BF02127580), so that the m-th of them exceeds T times the way from its lower end
    to the median with probability Π 1 / (1 + m T / i), i from m + 1 to the median; in a lighter tail with less. At the
    upper end the larger probability of numbers and (if positive) logarithms counts: the latter make Pareto's tail
    exponential. At the lower end of positive numbers logarithms do, under which a density that is bounded near zero has
    an exponential tail. A gap that is less wide than the way from it to the median is none. ``p`` asks the same of the
    logarithm of the distance to the median, over the outer quarter.
    """
    present = np.flatnonzero(~np.isnan(values))
    held = np.unique(values[present])
    if held.size < LEAST_DISTINCT:
        return ()
    above_zero = held[held > 0]
    logs = np.log(above_zero) if held[0] >= 0 and above_zero.size >= LEAST_DISTINCT else held
    middle = float(np.median(values[present]))
    found: list[Gap] = []
    for upper in (True, False):
        end = held[::-1] if upper else -held
        positive = np.maximum(_chances(end), _chances(logs[::-1])) if upper else _chances(-logs)
        if not upper and held[0] == 0:
            positive = np.ones(MOST_TOGETHER)  # zero is where such numbers start
        positive = np.where(_ratios(end) >= 1, positive, 1.0)
        away = np.abs(end[: held.size // 2] - (middle if upper else -middle))
        both = np.maximum(positive, _chances(np.log(np.maximum(np.sort(away)[::-1], 1e-12))))
        for at in range(MOST_TOGETHER):
            edge = held[::-1][at] if upper else held[at]
            beyond = present[values[present] >= edge] if upper else present[values[present] <= edge]
            found.append(Gap(beyond, upper, float(both[at]), float(positive[at])))
    return tuple(found)


def _ratios(descending: FloatArray) -> FloatArray:
    """Return each of the first gaps in units of the way from there to the middle."""
    half = descending.size // 2
    outer = descending[: MOST_TOGETHER + 1]
    way = outer[1:] - descending[half]
    ratios: FloatArray = np.divide(outer[:-1] - outer[1:], way, out=np.zeros(way.size), where=way > 0)
    return ratios


def _chances(descending: FloatArray) -> FloatArray:
    """Return the probability of each of the first gaps, given the way from there to the middle."""
    half = descending.size // 2
    chances = [
        np.exp(-np.log1p((at + 1) * ratio / np.arange(at + 2, half + 1)).sum())
        for at, ratio in enumerate(_ratios(descending))
    ]
    return np.array(chances)
