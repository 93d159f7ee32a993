"""Principal components, rotation, and whether indicators belong together: Cronbach's alpha and Kaiser-Meyer-Olkin.

Works on ``x`` (units, indicators), over the units that have every indicator.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 4, doi:10.1787/9789264043466-en.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import FloatArray, as_values, refuse, refuse_indicators

Gaps = Literal["complete", "pairwise"]


@dataclass(frozen=True, eq=False)
class Components:
    """Principal components of standardised indicators, the strongest first.

    ``eigenvalues`` (components,); ``explained`` (components,) shares of the variance, summing to one; ``vectors``
    (indicators, components) of length one, each with a sum that is not negative; ``loadings`` the correlations of
    indicators with components.
    """

    eigenvalues: FloatArray
    explained: FloatArray
    vectors: FloatArray
    loadings: FloatArray


def principal_components(x: ArrayLike) -> Components:
    """Return the principal components of the correlation matrix of ``x``; rows with gaps are left out.

    Raises `MethodError` for fewer than two complete units, and for a constant indicator.
    Source: Jolliffe (2002), Principal Component Analysis, doi:10.1007/b98835.
    """
    correlation = complete_correlation(x)
    eigenvalues, vectors = np.linalg.eigh(correlation)
    eigenvalues, vectors = np.maximum(eigenvalues[::-1], 0.0), vectors[:, ::-1]
    vectors = vectors * np.where(vectors.sum(axis=0) < 0, -1.0, 1.0)
    return Components(eigenvalues, eigenvalues / eigenvalues.sum(), vectors, vectors * np.sqrt(eigenvalues))


def complete_correlation(x: ArrayLike) -> FloatArray:
    """Return the Pearson correlations (indicators, indicators) over the units that have every indicator."""
    values = complete(x)
    centred = values - values.mean(axis=0)
    norm = np.sqrt((centred * centred).sum(axis=0))
    constant = norm <= 1e-14 * np.abs(values).max(axis=0) * np.sqrt(len(values))
    if constant.any():
        refuse_indicators("structure.constant", constant, "all values are the same, so nothing correlates with it")
    found = np.clip((centred / norm).T @ (centred / norm), -1.0, 1.0)
    np.fill_diagonal(found, 1.0)
    return np.asarray(found)


def complete(x: ArrayLike) -> FloatArray:
    """Return the rows of ``x`` (units, indicators) without gaps; `MethodError` when there are fewer than two."""
    values = as_values(x)
    if values.ndim != 2:
        refuse("engine.shape", "values", f"values must be (units, indicators), got {values.shape}")
    rows = values[~np.isnan(values).any(axis=1)]
    if len(rows) < 2:
        refuse(
            "structure.incomplete", "values", "fewer than two units have every indicator", "impute, or leave some out"
        )
    return rows


def varimax(loadings: FloatArray, *, sweeps: int = 1000, tolerance: float = 1e-10) -> FloatArray:
    """Rotate loadings (indicators, factors) so that each factor has few large ones; columns stay orthogonal.

    Factors are turned pair by pair, each by its best angle, until no angle exceeds ``tolerance``; rows are brought to
    length one for it. Source: Kaiser (1958), doi:10.1007/BF02289233.
    """
    length = np.sqrt((loadings**2).sum(axis=1, keepdims=True))
    scale = np.where(length > 0, length, 1.0)
    turned = loadings / scale
    pairs = [(p, q) for p in range(turned.shape[1]) for q in range(p)]
    for _ in range(sweeps):
        widest = 0.0
        for p, q in pairs:
            angle = _best_angle(turned[:, p], turned[:, q])
            sine, cosine = np.sin(angle), np.cos(angle)
            turned[:, [p, q]] = turned[:, [p, q]] @ np.array([[cosine, -sine], [sine, cosine]])
            widest = max(widest, abs(angle))
        if widest <= tolerance:
            break
    return np.asarray(turned * scale)


def _best_angle(first: FloatArray, second: FloatArray) -> float:
    """Return the angle by which to turn two factors for the greatest variance of squared loadings."""
    u, v, count = first**2 - second**2, 2 * first * second, len(first)
    a, b = u.sum(), v.sum()
    across = 2 * (u * v).sum() - 2 * a * b / count
    along = (u * u - v * v).sum() - (a * a - b * b) / count
    return float(np.arctan2(across, along) / 4)


def cronbach_alpha(x: ArrayLike, *, gaps: Gaps = "complete", standardised: bool = False) -> float:
    """Return how well indicators measure one thing, 1 at best; negative when they oppose each other.

    k / (k - 1) * (1 - sum of variances / sum of all covariances); ``standardised`` uses correlations instead. ``gaps``:
    over the units that have every indicator ('complete'), or each covariance over those that have both ('pairwise').
    Source: Cronbach (1951), doi:10.1007/BF02310555.
    """
    values = complete(x) if gaps == "complete" else as_values(x)
    count = values.shape[1]
    if count < 2:
        refuse("structure.alpha", "values", "Cronbach's alpha needs at least two indicators")
    covariance = _pairwise_covariance(values)
    if standardised:
        deviation = np.sqrt(np.diag(covariance))
        covariance = covariance / np.outer(deviation, deviation)
    return float(count / (count - 1) * (1 - np.trace(covariance) / covariance.sum()))


def _pairwise_covariance(values: FloatArray) -> FloatArray:
    """Return sample covariances (indicators, indicators), each over the units that have both."""
    found = np.empty((values.shape[1], values.shape[1]))
    for i in range(len(found)):
        for j in range(i + 1):
            both = ~np.isnan(values[:, i]) & ~np.isnan(values[:, j])
            first, second = values[both, i], values[both, j]
            found[i, j] = found[j, i] = ((first - first.mean()) * (second - second.mean())).sum() / (len(first) - 1)
    return found


@dataclass(frozen=True, eq=False)
class SamplingAdequacy:
    """Kaiser-Meyer-Olkin measure of sampling adequacy: ``overall``, and ``each`` (indicators,).

    Above 0.6 is acceptable.
    """

    overall: float
    each: FloatArray


def sampling_adequacy(x: ArrayLike) -> SamplingAdequacy:
    """Return the share of squared correlations in squared and partial correlations together (Kaiser-Meyer-Olkin).

    Raises `MethodError` when some indicators determine another wholly. Source: Kaiser and Rice (1974),
    doi:10.1177/001316447403400115.
    """
    correlation = complete_correlation(x)
    if np.linalg.cond(correlation) > 1e12:
        refuse("structure.singular", "values", "some indicators determine another wholly", "leave one of them out")
    inverse = np.linalg.inv(correlation)
    partial = -inverse / np.sqrt(np.outer(np.diag(inverse), np.diag(inverse)))
    apart = ~np.eye(len(correlation), dtype=np.bool_)
    square, partial_square = np.where(apart, correlation**2, 0.0), np.where(apart, partial**2, 0.0)
    each = square.sum(axis=0) / (square.sum(axis=0) + partial_square.sum(axis=0))
    return SamplingAdequacy(float(square.sum() / (square.sum() + partial_square.sum())), each)
