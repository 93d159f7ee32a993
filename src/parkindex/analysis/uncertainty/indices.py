"""Sobol' indices of first order and total, from the runs of a Saltelli design, with bootstrap intervals.

``a`` and ``b`` (runs,) are the results of two independent samples, ``exchanged`` (inputs, runs) those of sample A with
one input taken from sample B. The first-order index is the share of the variance that one input explains alone; the
total index adds all its interactions. A difference between the two is interaction.

Sources: Sobol' (2001), doi:10.1016/S0378-4754(00)00270-6; Jansen (1999), Analysis of variance designs for model output,
doi:10.1016/S0010-4655(98)00154-4; Saltelli et al. (2010), Variance based sensitivity analysis of model output,
doi:10.1016/j.cpc.2009.09.018.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from parkindex.engine.arrays import FloatArray

Estimator = Literal["centred", "uncentred"]


@dataclass(frozen=True, eq=False)
class Indices:
    """``first`` and ``total`` (inputs,); their intervals (inputs, 2) at ``level``; the ``variance`` that is explained.

    All NaN where the result does not vary.
    """

    first: FloatArray
    total: FloatArray
    first_interval: FloatArray
    total_interval: FloatArray
    variance: float
    level: float


def first_order(a: FloatArray, b: FloatArray, exchanged: FloatArray, *, estimator: Estimator = "centred") -> FloatArray:
    """Return first-order indices (inputs,).

    Saltelli et al. (2010), table 2 (b): the mean of f(B) (f(AB_i) - f(A)) over the variance. 'centred' takes the mean
    of all runs off f(B) first, which changes nothing in expectation and removes the noise that a large mean brings in;
    'uncentred' does without, as the R package COINr 1.1.14 does.
    """
    left_off = np.concatenate([a, b]).mean() if estimator == "centred" else 0.0
    return np.asarray(((b - left_off) * (exchanged - a)).mean(axis=1) / _variance(a, b))


def total_effect(a: FloatArray, b: FloatArray, exchanged: FloatArray) -> FloatArray:
    """Return total indices (inputs,): half the mean of (f(A) - f(AB_i)) squared over the variance; Jansen (1999)."""
    return np.asarray(np.square(a - exchanged).mean(axis=1) / 2 / _variance(a, b))


def _variance(a: FloatArray, b: FloatArray) -> float:
    variance = float(np.concatenate([a, b]).var(ddof=1)) if len(a) else float("nan")
    return variance if variance > 0 else float("nan")


def indices(
    a: FloatArray,
    b: FloatArray,
    exchanged: FloatArray,
    *,
    estimator: Estimator = "centred",
    resamples: int = 1000,
    level: float = 0.9,
    seed: int = 0,
) -> Indices:
    """Return both indices of every input with percentile intervals of a paired bootstrap.

    A resample draws rows of the design, each with all its runs, so that what belongs together stays together.
    """
    first, total = first_order(a, b, exchanged, estimator=estimator), total_effect(a, b, exchanged)
    drawn_first, drawn_total = _bootstrap(a, b, exchanged, estimator=estimator, resamples=resamples, seed=seed)
    tails = [(1 - level) / 2, (1 + level) / 2]
    with np.errstate(invalid="ignore"):
        return Indices(
            first,
            total,
            np.quantile(drawn_first, tails, axis=0).T,
            np.quantile(drawn_total, tails, axis=0).T,
            _variance(a, b),
            level,
        )


def _bootstrap(
    a: FloatArray, b: FloatArray, exchanged: FloatArray, *, estimator: Estimator, resamples: int, seed: int
) -> tuple[FloatArray, FloatArray]:
    """Return both indices of every resample, (resamples, inputs).

    All sums of an index are linear in how often a row is drawn, so that one product holds all resamples.
    """
    rows, inputs = len(a), len(exchanged)
    shift = np.concatenate([a, b]).mean() if rows else 0.0
    a0, b0, moved = a - shift, b - shift, exchanged - a
    times = np.random.default_rng(seed).multinomial(rows, np.full(rows, 1 / max(rows, 1)), size=resamples) / max(
        rows, 1
    )
    sums = times @ np.column_stack([a0, b0, a0 * a0, b0 * b0, (b0 * moved).T, moved.T, (moved * moved).T / 2])
    mean = (sums[:, 0] + sums[:, 1]) / 2
    spread = (sums[:, 2] + sums[:, 3]) / 2 - mean**2
    variance = np.where(spread > 0, spread, np.nan)[:, None] * (2 * rows / (2 * rows - 1) if rows else 1.0)
    products, shifts = sums[:, 4 : 4 + inputs], sums[:, 4 + inputs : 4 + 2 * inputs]
    left_off = mean[:, None] if estimator == "centred" else -shift
    return (products - left_off * shifts) / variance, sums[:, 4 + 2 * inputs :] / variance
