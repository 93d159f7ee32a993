"""Imputation from the other indicators: nearest neighbours, regression, expectation-maximisation and draws from it.

Values are standardised inside, so that units of measure do not matter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import BoolArray, FloatArray, IntArray, as_values, filled, moments
from parkindex.engine.parameters import Count, NotNegative, Positive
from parkindex.errors import Finding, MethodError

ROWS = 256
"""Units whose distances to all others are held at a time."""

NEAR = 1e-9
"""Up to this difference of quick distances, the exact ones decide who is nearer."""


def nearest_neighbours(x: ArrayLike, *, count: Count = 5) -> tuple[FloatArray, BoolArray]:
    """Fill with the mean over the ``count`` most similar units that have the value; fewer where fewer have it.

    Similar: least mean squared difference over the indicators that both units have, in standard deviations; units that
    share no indicator are not neighbours, and ties go to the unit that stands first.

    Source: Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays,
    doi:10.1093/bioinformatics/17.6.520.
    """
    values = as_values(x)
    estimate = np.full(values.shape, np.nan)
    for draw in np.ndindex(values.shape[:-2]):
        estimate[draw] = _from_neighbours(values[draw], _standardised(values[draw]), int(count))
    return filled(values, estimate)


def _from_neighbours(values: FloatArray, standard: FloatArray, count: int) -> FloatArray:
    """Estimate the gaps of ``values`` (units, indicators); block by block, so that memory is bounded."""
    estimate = np.full(values.shape, np.nan)
    present = ~np.isnan(values)
    gaps = np.flatnonzero(~present.all(axis=1))
    for first in range(0, len(gaps), ROWS):
        block = gaps[first : first + ROWS]
        for unit, near in zip(block, _about(standard, present, block), strict=True):
            for indicator in np.flatnonzero(~present[unit]):
                usable = np.flatnonzero(present[:, indicator] & np.isfinite(near))
                if len(usable):
                    candidates = usable[_nearest(near[usable], count)]
                    exact = _difference(standard, present, unit, candidates)
                    nearest = candidates[np.argsort(exact, kind="stable")[:count]]
                    estimate[unit, indicator] = values[nearest, indicator].mean()
    return estimate


def _about(standard: FloatArray, present: BoolArray, block: IntArray) -> FloatArray:
    """Return about how far the units of a block are from all, (block, units), infinite where nothing is shared.

    Multiplied out, which is quick and wrong in the last digits; `_difference` is exact.
    """
    values, known = np.where(present, standard, 0.0), present.astype(np.float64)
    square = values * values
    squares = square[block] @ known.T + known[block] @ square.T - 2 * (values[block] @ values.T)
    shared = known[block] @ known.T
    near = np.where(shared > 0, np.maximum(squares, 0.0) / np.maximum(shared, 1.0), np.inf)
    near[np.arange(len(block)), block] = np.inf
    return near


def _nearest(near: FloatArray, count: int) -> IntArray:
    """Return the positions of the ``count`` least, and of all that are as near but for the last digits."""
    if len(near) <= count:
        return np.arange(len(near))
    edge = np.partition(near, count - 1)[count - 1]
    return np.flatnonzero(near <= edge + NEAR * (1 + edge))


def _difference(standard: FloatArray, present: BoolArray, unit: int, others: IntArray) -> FloatArray:
    """Return the mean squared difference of a unit from ``others`` over the indicators that both have."""
    shared = present[others] & present[unit]
    difference = np.where(shared, standard[others] - standard[unit], 0.0)
    return np.asarray((difference * difference).sum(axis=1) / shared.sum(axis=1))


def regression(x: ArrayLike, *, predictors: Count = 1) -> tuple[FloatArray, BoolArray]:
    """Fill with the least-squares prediction from the ``predictors`` most correlated indicators that the unit has.

    The line is fitted over the units that have all of them; where these are not more than the coefficients, the value
    stays missing. Source: Buck (1960), doi:10.1111/j.2517-6161.1960.tb00375.x.
    """
    values = as_values(x)
    estimate = np.full(values.shape, np.nan)
    for draw in np.ndindex(values.shape[:-2]):
        matrix = values[draw]
        present = ~np.isnan(matrix)
        strength = np.abs(_pairwise_correlation(matrix))
        for unit, indicator in np.argwhere(~present):
            estimate[(*draw, unit, indicator)] = _predicted(matrix, strength[indicator], (unit, indicator), predictors)
    return filled(values, estimate)


def _predicted(matrix: FloatArray, strength: FloatArray, cell: tuple[int, int], predictors: int) -> float:
    (unit, indicator), present = cell, ~np.isnan(matrix)
    usable = np.flatnonzero(present[unit] & (strength > 0))
    chosen = usable[np.argsort(-strength[usable], kind="stable")][:predictors]
    rows = present[:, indicator] & present[:, chosen].all(axis=1)
    if not len(chosen) or np.count_nonzero(rows) <= len(chosen) + 1:
        return np.nan
    centre, scale = matrix[np.ix_(rows, chosen)].mean(axis=0), matrix[np.ix_(rows, chosen)].std(axis=0)
    if (scale == 0).any():
        return np.nan
    design = np.column_stack([np.ones(np.count_nonzero(rows)), (matrix[np.ix_(rows, chosen)] - centre) / scale])
    coefficients = np.linalg.lstsq(design, matrix[rows, indicator], rcond=None)[0]
    return float(coefficients[0] + ((matrix[unit, chosen] - centre) / scale) @ coefficients[1:])


def expectation_maximisation(
    x: ArrayLike, *, iterations: Count = 500, tolerance: Positive = 1e-6, ridge: NotNegative | None = None
) -> tuple[FloatArray, BoolArray]:
    """Fill with the expected value under a multivariate normal fitted to all that is present.

    ``ridge`` steadies the covariance, as a share of the variance; by default a tenth of the indicators per unit, so
    that it counts where indicators are many and units few. Raises `MethodError` when the mean and covariance, in
    standard deviations, still move more than ``tolerance`` at the end.

    Source: Dempster, Laird and Rubin (1977), doi:10.1111/j.2517-6161.1977.tb01600.x; Little and Rubin (2002), chapter
    11.
    """
    values = as_values(x)
    estimate = np.full(values.shape, np.nan)
    for draw in np.ndindex(values.shape[:-2]):
        usable, standard, centre, scale = _usable(values[draw])
        if len(usable) and np.isnan(standard).any():
            model = _fitted(standard, int(iterations), tolerance, ridge)
            estimate[draw][:, usable] = _expected(standard, *model)[0] * scale + centre
    return filled(values, _constants(values, estimate))


def completed_draws(
    x: ArrayLike,
    *,
    draws: Count,
    seed: int,
    iterations: Count = 500,
    tolerance: Positive = 1e-6,
    ridge: NotNegative | None = None,
) -> FloatArray:
    """Return several completed data sets (draws, units, indicators), for an uncertainty analysis of what was missing.

    Each gap is drawn from its distribution given what the unit has, under the normal model of
    `expectation_maximisation`; the spread between the sets says how much the gaps matter. ``x`` is (units, indicators).

    Source: Rubin (1987), Multiple Imputation for Nonresponse in Surveys, doi:10.1002/9780470316696.
    """
    values = as_values(x)
    usable, standard, centre, scale = _usable(values)
    model = _fitted(standard, int(iterations), tolerance, ridge)
    random = np.random.default_rng(seed)
    result = np.repeat(_constants(values, values.copy())[None], int(draws), axis=0)
    expected = _expected(standard, *model)[0]
    for unit in range(len(standard)):
        gaps = np.flatnonzero(np.isnan(standard[unit]))
        if len(gaps):
            spread = _conditional(model[1], gaps)[1]
            noise = random.multivariate_normal(np.zeros(len(gaps)), spread, size=int(draws), method="eigh")
            drawn = (expected[unit, gaps] + noise) * scale[gaps] + centre[gaps]
            result[:, unit, usable[gaps]] = drawn
    return np.where(np.isnan(values), result, values)


def _usable(values: FloatArray) -> tuple[IntArray, FloatArray, FloatArray, FloatArray]:
    """Return the indicators with spread, their standardised values, means and standard deviations."""
    count, mean, squares = (part[0] for part in moments(values))
    with np.errstate(invalid="ignore", divide="ignore"):
        deviation = np.asarray(np.sqrt(squares / count), dtype=np.float64)
    usable = np.flatnonzero(deviation > 0)
    standard = (values[:, usable] - mean[usable]) / deviation[usable]
    return usable, np.asarray(standard), mean[usable], np.asarray(deviation[usable])


def _constants(values: FloatArray, estimate: FloatArray) -> FloatArray:
    """Fill constant indicators, which no model can use, with their constant."""
    low, high = np.fmin.reduce(values, axis=-2, keepdims=True), np.fmax.reduce(values, axis=-2, keepdims=True)
    return np.where((low == high) & np.isnan(estimate), low, estimate)


def _fitted(
    standard: FloatArray, iterations: int, tolerance: float, ridge: float | None
) -> tuple[FloatArray, FloatArray]:
    """Return mean and covariance of the normal model by expectation and maximisation in turn."""
    units, indicators = standard.shape
    steady = (0.1 * indicators / units if ridge is None else ridge) * np.eye(indicators)
    mean, covariance = np.zeros(indicators), np.eye(indicators)
    for _ in range(iterations):
        expected, extra = _expected(standard, mean, covariance)
        new_mean = expected.mean(axis=0)
        centred = expected - new_mean
        new_covariance = (centred.T @ centred + extra) / units + steady
        moved = max(np.abs(new_mean - mean).max(), np.abs(new_covariance - covariance).max())
        mean, covariance = new_mean, new_covariance
        if moved < tolerance:
            return mean, covariance
    hint = "raise iterations, tolerance or ridge, or impute another way"
    message = f"no convergence in {iterations} iterations (still {moved:.2g})"
    raise MethodError(Finding("imputation.not-converged", "imputation", message, hint))


def _expected(standard: FloatArray, mean: FloatArray, covariance: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the values with gaps at their expectation, and the summed conditional covariance of the gaps."""
    expected = standard.copy()
    extra = np.zeros(covariance.shape)
    patterns, which = np.unique(np.isnan(standard), axis=0, return_inverse=True)
    for k, pattern in enumerate(patterns):
        gaps, rows = np.flatnonzero(pattern), np.flatnonzero(which.ravel() == k)
        if not len(gaps):
            continue
        slope, spread = _conditional(covariance, gaps)
        known = np.flatnonzero(~pattern)
        expected[np.ix_(rows, gaps)] = mean[gaps] + (standard[np.ix_(rows, known)] - mean[known]) @ slope
        extra[np.ix_(gaps, gaps)] += len(rows) * spread
    return expected, extra


def _conditional(covariance: FloatArray, gaps: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return the regression of the gaps on the rest (known, gaps) and the covariance that is left (gaps, gaps)."""
    known = np.setdiff1d(np.arange(len(covariance)), gaps)
    across = covariance[np.ix_(known, gaps)]
    slope = np.linalg.solve(covariance[np.ix_(known, known)], across) if len(known) else across
    return np.asarray(slope, dtype=np.float64), covariance[np.ix_(gaps, gaps)] - across.T @ slope


def _standardised(values: FloatArray) -> FloatArray:
    count, mean, squares = moments(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        deviation = np.sqrt(squares / count)
        return np.asarray(np.where(deviation > 0, (values - mean) / deviation, np.where(np.isnan(values), np.nan, 0.0)))


def _pairwise_correlation(matrix: FloatArray) -> FloatArray:
    """Return correlations over the units that both indicators have, zero where there is none and on the diagonal."""
    standard = _standardised(matrix)
    present = (~np.isnan(standard)).astype(np.float64)
    values = np.where(np.isnan(standard), 0.0, standard)
    count = present.T @ present
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (values.T @ present) / count
        square = ((values * values).T @ present) / count - mean**2
        joint = (values.T @ values) / count - mean * mean.T
        found: FloatArray = joint / np.sqrt(square * square.T)
    found = np.where(np.isfinite(found), np.clip(found, -1, 1), 0.0)
    np.fill_diagonal(found, 0.0)
    return found
