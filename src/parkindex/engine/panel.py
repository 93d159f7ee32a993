"""Several years at once: growth, trends, and what moved a rank.

Axes are (..., years, units), or with indicators behind.

`parkindex.engine.method.run` scores a panel as a stack of years; its ``across`` decides whether years are normalised
together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, refuse
from parkindex.engine.imputation_panel import as_years
from parkindex.engine.ranking import Ties, rank


def growth(x: ArrayLike, *, years: ArrayLike | None = None, axis: int = 0) -> FloatArray:
    """Return the growth per year between each year and the one before, as a share (0.1 is 10 per cent).

    Compound where years lie apart: (later / earlier) ** (1 / years between) - 1. The result has one year less; NaN
    where either value is missing or the earlier is not positive, or the later negative.
    """
    values, year = _by_year(x, years, axis)
    span = np.diff(year).reshape(-1, *(1,) * (values.ndim - 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.where((values[:-1] > 0) & (values[1:] >= 0), values[1:] / values[:-1], np.nan)
    return np.asarray(np.moveaxis(ratio ** (1 / span) - 1, 0, axis))


def compound_growth(x: ArrayLike, *, years: ArrayLike | None = None, axis: int = 0) -> FloatArray:
    """Return the compound annual growth rate from the first year to the last; the years between do not matter."""
    values, year = _by_year(x, years, axis)
    if len(year) < 2:
        refuse("panel.years", "years", "growth needs at least two years")
    return np.asarray(growth(values[[0, -1]], years=year[[0, -1]])[0])


@dataclass(frozen=True, eq=False)
class Trend:
    """A straight line through the years.

    ``slope`` per year, ``level`` at the mean year, ``fit`` the share explained (R²).
    """

    slope: FloatArray
    level: FloatArray
    fit: FloatArray


def trend(x: ArrayLike, *, years: ArrayLike | None = None, axis: int = 0) -> Trend:
    """Return the least-squares line through the present values of each series; NaN with fewer than two."""
    values, year = _by_year(x, years, axis)
    present = ~np.isnan(values)
    moment = np.where(present, year.reshape(-1, *(1,) * (values.ndim - 1)), 0.0)
    count = present.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        centre, level = moment.sum(axis=0) / count, np.where(present, values, 0.0).sum(axis=0) / count
        time = np.where(present, moment - centre, 0.0)
        rest = np.where(present, values - level, 0.0)
        spread, joint, total = (time * time).sum(axis=0), (time * rest).sum(axis=0), (rest * rest).sum(axis=0)
        slope = np.where(count > 1, joint / spread, np.nan)
        fit = np.where(count > 1, np.where(total > 0, joint * joint / (spread * total), 1.0), np.nan)
    return Trend(slope, np.where(count > 0, level, np.nan), fit)


@dataclass(frozen=True, eq=False)
class RankChange:
    """Change of rank, positive for places gained: ``total`` = ``data`` + ``method``, each (..., units)."""

    total: FloatArray
    data: FloatArray
    method: FloatArray


def rank_change(
    before: ArrayLike,
    after: ArrayLike,
    *,
    new_method_before: ArrayLike,
    old_method_after: ArrayLike,
    ties: Ties = "min",
) -> RankChange:
    """Split the change of rank between two editions into change of data and change of method.

    Four sets of scores (..., units): ``before`` old data by the old method, ``after`` new data by the new method,
    ``new_method_before`` old data by the new method, ``old_method_after`` new data by the old. Each effect is the mean
    over the two orders in which the changes can be made (the Shapley value), so neither is favoured. Source: Shorrocks
    (2013), Decomposition procedures for distributional analysis, doi:10.1007/s10888-011-9214-z.
    """
    old, new, method_first, data_first = (
        rank(scores, ties=ties) for scores in (before, after, new_method_before, old_method_after)
    )
    data = ((old - data_first) + (method_first - new)) / 2
    return RankChange(old - new, data, (old - method_first + data_first - new) / 2)


def _by_year(x: ArrayLike, years: ArrayLike | None, axis: int) -> tuple[FloatArray, FloatArray]:
    values = np.moveaxis(as_values(x, least_axes=1), axis, 0)
    return values, as_years(years, len(values))
