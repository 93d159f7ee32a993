"""Weights that reach a target importance: the share of the parent's variance that each child shall account for.

Nominal weights are not importances: a child that varies more, or goes along with the others, counts for more than its
weight.

Sources: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?,
doi:10.1111/j.1467-985X.2012.01059.x; Becker, Saisana, Paruolo and Vandecasteele (2017),
doi:10.1016/j.ecolind.2017.03.056; Spinu (2013), doi:10.2139/ssrn.2297383 (the
algorithm).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, as_weight, refuse
from parkindex.engine.components import complete
from parkindex.engine.parameters import Count, Numbers, Positive
from parkindex.errors import Finding, MethodError


def variance_shares(covariance: FloatArray, weight: FloatArray) -> FloatArray:
    """Return the share of the variance of the weighted sum that each child accounts for, (children,), summing to one.

    ``weight[i] * cov(child i, sum) / var(sum)``; negative for a child that works against the rest,
    NaN where the sum has no variance.
    """
    joint = covariance @ weight
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(weight * joint / (weight @ joint))


def target_importance(
    x: ArrayLike,
    stated: ArrayLike,
    *,
    target: Numbers | None = None,
    iterations: Count = 200,
    tolerance: Positive = 1e-10,
) -> FloatArray:
    """Find the weights under which each child accounts for its target share of the parent's variance.

    ``target`` (children,) defaults to the stated weights, which then are what they say. There is one such set of
    positive weights whatever the correlations; a target of zero gives weight zero. Raises `MethodError` when not
    converged.
    """
    values = as_values(x)
    aim = as_weight(stated if target is None else np.asarray(target, dtype=np.float64), values.shape[-1])
    shares = aim / aim.sum(axis=-1, keepdims=True)
    lead = np.broadcast_shapes(values.shape[:-2], shares.shape[:-1])
    weight = np.zeros((*lead, values.shape[-1]))
    for draw in np.ndindex(lead):
        part = np.broadcast_to(values, (*lead, *values.shape[-2:]))[draw]
        wanted = np.broadcast_to(shares, weight.shape)[draw]
        used = np.flatnonzero(wanted > 0)
        covariance = np.atleast_2d(np.cov(complete(part[:, used]), rowvar=False))
        weight[draw][used] = budgeted(covariance, wanted[used], int(iterations), tolerance)
    return weight


def budgeted(covariance: FloatArray, target: FloatArray, iterations: int, tolerance: float) -> FloatArray:
    """Return weights, summing to one, with the variance shares ``target``; all targets must be positive.

    They are where w'Cw / 2 - sum of target * log(w) is least, a convex function, found by Newton steps.
    """
    deviation = np.sqrt(np.diag(covariance))
    if (deviation == 0).any():
        refuse(
            "weight.constant", "target importance", "a child with the same score everywhere cannot reach any importance"
        )
    correlation = covariance / np.outer(deviation, deviation)
    weight = np.sqrt(target)
    for _ in range(iterations):
        if np.abs(variance_shares(correlation, weight) - target).max() < tolerance:
            scaled = weight / deviation
            return np.asarray(scaled / scaled.sum())
        try:
            weight = _newton(correlation, target, weight)
        except np.linalg.LinAlgError:
            break
    message = f"the target shares were not reached within {iterations} steps"
    hint = "children that oppose each other wholly cannot be balanced"
    raise MethodError(Finding("weight.not-converged", "target importance", message, hint))


def _newton(correlation: FloatArray, target: FloatArray, weight: FloatArray) -> FloatArray:
    """Take one Newton step, shortened until the weights stay positive and the function falls."""

    def value(at: FloatArray) -> float:
        return float(at @ correlation @ at / 2 - target @ np.log(at))

    slope = correlation @ weight - target / weight
    step = np.linalg.solve(correlation + np.diag(target / weight**2), slope)
    length = 1.0
    while (weight - length * step <= 0).any():
        length /= 2
    before, fall = value(weight), float(slope @ step)
    # close to the end the function is too flat for its values to tell, and the full step is right
    while fall > 1e-6 and length > 1e-10 and value(weight - length * step) > before - 1e-4 * length * fall:
        length /= 2
    return np.asarray(weight - length * step)
