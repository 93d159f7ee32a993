from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.imputation_models import completed_draws, expectation_maximisation, nearest_neighbours, regression
from parkindex.errors import MethodError

GAP = np.nan


def normal(units: int = 400, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    first = random.normal(50, 10, units)
    x = np.column_stack([first, 2 * first + random.normal(0, 4, units), random.normal(0, 1, units)])
    holes = random.random(x.shape) < 0.1
    return x, np.where(holes, GAP, x)


def test_nearest_neighbours_take_the_mean_of_the_most_similar() -> None:
    x = np.array([[1.0, 10, GAP], [1, 10, 5], [1.1, 10, 7], [9, 90, 100]])
    completed, mask = nearest_neighbours(x, count=2)
    assert completed[0, 2] == 6
    assert mask.sum() == 1


def test_neighbours_without_the_value_are_passed_over() -> None:
    x = np.array([[1.0, GAP], [1, GAP], [5, 8]])
    assert nearest_neighbours(x, count=1)[0][:, 1].tolist() == [8, 8, 8]


def test_units_that_share_nothing_are_no_neighbours() -> None:
    x = np.array([[GAP, 1.0], [2.0, GAP]])
    assert np.isnan(nearest_neighbours(x)[0]).sum() == 2


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_quick_distances_choose_the_neighbours_that_the_definition_chooses(scale: float) -> None:
    random = np.random.default_rng(3)
    x = random.integers(0, 4, (300, 6)) * scale  # whole numbers, so that many are equally near
    x[random.random(x.shape) < 0.2] = GAP
    standard = (x - np.nanmean(x, axis=0)) / np.nanstd(x, axis=0)
    completed = nearest_neighbours(x, count=3)[0]
    for unit, indicator in np.argwhere(np.isnan(x))[:80]:
        apart = (standard - standard[unit]) ** 2
        shared = np.count_nonzero(~np.isnan(apart), axis=1)
        distance = np.nansum(apart, axis=1) / np.where(shared > 0, shared, np.nan)
        distance[[unit, *np.flatnonzero(np.isnan(x[:, indicator]))]] = np.nan
        near = np.sort(distance)[2]
        surely = np.flatnonzero(distance < near - 1e-9)
        tied = np.flatnonzero(np.abs(distance - near) <= 1e-9)[: 3 - len(surely)]
        expected = x[np.append(surely, tied), indicator].mean()
        assert completed[unit, indicator] == pytest.approx(expected, rel=1e-9)


def test_regression_follows_the_line() -> None:
    x = np.array([[1.0, 3, 7], [2, 5, 1], [3, 7, 4], [4, 9, 4], [5, GAP, 9]])
    assert regression(x)[0][4, 1] == pytest.approx(11)


def test_regression_without_enough_units_leaves_the_gap() -> None:
    assert np.isnan(regression(np.array([[1.0, 2], [2, GAP], [3, GAP]]))[0][1, 1])


def test_expectation_maximisation_beats_the_mean() -> None:
    whole, gaps = normal()
    completed, mask = expectation_maximisation(gaps)
    at = np.isnan(gaps[:, 1]) & ~np.isnan(gaps[:, 0])
    error = np.abs(completed - whole)[at, 1].mean()
    assert error < np.abs(np.nanmean(gaps[:, 1]) - whole[at, 1]).mean() / 3
    np.testing.assert_array_equal(mask, np.isnan(gaps))


def test_expectation_maximisation_agrees_with_the_normal_equations() -> None:
    x = np.array([[1.0, 2.1], [2, 3.9], [3, 6.2], [4, 7.8], [5, GAP]])
    completed, _ = expectation_maximisation(x, ridge=0.0, tolerance=1e-10, iterations=5000)
    slope, level = np.polyfit(x[:4, 0], x[:4, 1], 1)
    assert completed[4, 1] == pytest.approx(slope * 5 + level, rel=1e-6)


def test_expectation_maximisation_with_as_many_indicators_as_units() -> None:
    random = np.random.default_rng(2)
    whole = random.normal(size=(40, 3)) @ random.normal(size=(3, 38)) + 0.3 * random.normal(size=(40, 38))
    gaps = np.where(random.random(whole.shape) < 0.05, GAP, whole)
    completed, mask = expectation_maximisation(gaps)
    naive = np.broadcast_to(np.nanmean(gaps, axis=0), whole.shape)
    assert np.abs(completed - whole)[mask].mean() < np.abs(naive - whole)[mask].mean() / 2


def test_expectation_maximisation_says_when_it_has_not_converged() -> None:
    with pytest.raises(MethodError, match="no convergence in 2 iterations"):
        expectation_maximisation(normal()[1], iterations=2)


def test_constant_and_empty_indicators() -> None:
    x = np.array([[7.0, GAP, 1.0], [GAP, GAP, 2.0], [7.0, GAP, GAP]])
    completed, _ = expectation_maximisation(x)
    assert completed[1, 0] == 7
    assert np.isnan(completed[:, 1]).all()


def test_draws_vary_only_where_something_was_missing() -> None:
    whole, gaps = normal(60)
    draws = completed_draws(gaps, draws=40, seed=3)
    present = ~np.isnan(gaps)
    np.testing.assert_array_equal(draws[:, present], np.broadcast_to(gaps[present], (40, present.sum())))
    assert (draws.std(axis=0)[~present] > 0).all()
    np.testing.assert_array_equal(draws, completed_draws(gaps, draws=40, seed=3))
    assert not np.array_equal(draws, completed_draws(gaps, draws=40, seed=4))
    assert not np.isnan(whole).any()


def test_the_spread_of_the_draws_is_that_of_the_model() -> None:
    x = np.column_stack([np.arange(200.0), np.random.default_rng(1).normal(0, 5, 200)])
    x[7, 1] = GAP
    draws = completed_draws(x, draws=4000, seed=1)[:, 7, 1]
    assert draws.std() == pytest.approx(np.nanstd(x[:, 1]), rel=0.1)
