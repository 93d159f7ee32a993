"""The estimators on functions whose indices are known in closed form."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.indices import first_order, indices, total_effect
from parkindex.analysis.uncertainty.sensitivity import design

Function = Callable[[np.ndarray], np.ndarray]


def runs(function: Function, inputs: int, rows: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    points = next(uniforms(1, 2 * inputs, 0, rows, rows))
    spans = [slice(k, k + 1) for k in range(inputs)]
    found = function(design(points[:, :inputs], points[:, inputs:], spans)).reshape(inputs + 2, rows)
    return found[0], found[1], found[2:]


def ishigami(points: np.ndarray) -> np.ndarray:
    """Ishigami and Homma (1990), doi:10.1109/ISUMA.1990.151285, with a = 7, b = 0.1."""
    x = np.pi * (2 * points - 1)
    return np.asarray(np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0]))


def g_function(points: np.ndarray) -> np.ndarray:
    """Sobol' g, Saltelli and Sobol' (1995), doi:10.1016/0951-8320(95)00099-2."""
    return np.asarray(((np.abs(4 * points - 2) + G) / (1 + G)).prod(axis=1))


G = np.array([0.0, 1.0, 4.5, 9.0])


def test_ishigami() -> None:
    a, b = 7.0, 0.1
    variance = a**2 / 8 + b * np.pi**4 / 5 + b**2 * np.pi**8 / 18 + 0.5
    alone = np.array([0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8, 0.0]) / variance
    together = 8 * b**2 * np.pi**8 / 225 / variance
    one, other, exchanged = runs(ishigami, 3, 2**14)
    np.testing.assert_allclose(first_order(one, other, exchanged), alone, atol=3e-3)
    np.testing.assert_allclose(
        total_effect(one, other, exchanged), alone + np.array([together, 0, together]), atol=3e-3
    )


def test_sobol_g() -> None:
    parts = 1 / (3 * (1 + G) ** 2)
    variance = (1 + parts).prod() - 1
    total = parts * np.array([np.delete(1 + parts, k).prod() for k in range(4)]) / variance
    one, other, exchanged = runs(g_function, 4, 2**14)
    np.testing.assert_allclose(first_order(one, other, exchanged), parts / variance, atol=3e-3)
    np.testing.assert_allclose(total_effect(one, other, exchanged), total, atol=3e-3)


def test_a_sum_has_no_interactions_and_its_parts_are_the_squared_slopes() -> None:
    slopes = np.array([3.0, 2.0, 1.0])
    one, other, exchanged = runs(lambda points: points @ slopes, 3, 2**12)
    np.testing.assert_allclose(first_order(one, other, exchanged), slopes**2 / 14, atol=3e-3)
    np.testing.assert_allclose(total_effect(one, other, exchanged), slopes**2 / 14, atol=3e-3)


def test_a_large_mean_disturbs_only_the_uncentred_estimator() -> None:
    one, other, exchanged = runs(lambda points: 1000 + ishigami(points), 3, 256)
    plain = first_order(*runs(ishigami, 3, 256))
    np.testing.assert_allclose(first_order(one, other, exchanged), plain, atol=1e-9)
    assert np.abs(first_order(one, other, exchanged, estimator="uncentred") - plain).max() > 0.3


@pytest.mark.parametrize("estimator", ["centred", "uncentred"])
def test_the_bootstrap_is_the_index_of_rows_drawn_again(estimator: str) -> None:
    one, other, exchanged = runs(ishigami, 3, 64)
    found = indices(one, other, exchanged, estimator=estimator, resamples=400, seed=7)  # type: ignore[arg-type]
    times = np.random.default_rng(7).multinomial(64, np.full(64, 1 / 64), size=400)
    slow = []
    for row in times:
        drawn = np.repeat(np.arange(64), row)
        slow.append(first_order(one[drawn], other[drawn], exchanged[:, drawn], estimator=estimator))  # type: ignore[arg-type]
    np.testing.assert_allclose(found.first_interval, np.quantile(slow, [0.05, 0.95], axis=0).T, rtol=1e-9)


def test_bootstrap_intervals_hold_the_true_index() -> None:
    truth = np.array([9, 4, 1]) / 14
    hits = []
    for trial in range(60):
        points = np.random.default_rng(trial).random((128, 6))
        spans = [slice(k, k + 1) for k in range(3)]
        found = (design(points[:, :3], points[:, 3:], spans) @ np.array([3.0, 2.0, 1.0])).reshape(5, 128)
        interval = indices(found[0], found[1], found[2:], resamples=300, seed=trial).total_interval
        hits.append((interval[:, 0] <= truth) & (truth <= interval[:, 1]))
    assert 0.83 <= np.mean(hits) <= 0.96


def test_what_does_not_vary_has_no_indices() -> None:
    found = indices(np.ones(8), np.ones(8), np.ones((2, 8)), resamples=10)
    assert np.isnan(found.first).all()
    assert np.isnan(found.total_interval).all()
    assert np.isnan(found.variance)
