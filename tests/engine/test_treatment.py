from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.treatment import passes, shape_of, winsorise


def test_skewness_and_kurtosis_agree_with_scipy() -> None:
    from scipy.stats import kurtosis, skew

    x = np.random.default_rng(2).lognormal(size=(3, 40))
    skewed, peaked = shape_of(x)
    np.testing.assert_allclose(skewed, skew(x, axis=-1, bias=False))
    np.testing.assert_allclose(peaked, kurtosis(x, axis=-1, bias=False))


def test_a_high_outlier_is_brought_in_to_the_next_value() -> None:
    x = np.array([[*range(1, 20), 500.0]]).T
    treated, mask = winsorise(x)
    assert treated[-1, 0] == 19
    assert np.flatnonzero(mask).tolist() == [19]
    np.testing.assert_array_equal(treated[:-1], x[:-1])


def test_a_low_outlier_is_brought_in_too() -> None:
    treated, _ = winsorise(np.array([[*range(1, 20), -500.0]]).T)
    assert treated[-1, 0] == 1


def test_an_indicator_that_passes_is_not_touched() -> None:
    x = np.random.default_rng(0).normal(size=(50, 3))
    treated, mask = winsorise(x)
    np.testing.assert_array_equal(treated, x)
    assert not mask.any()


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_points_are_moved_than_the_limit(limit: int) -> None:
    x = np.array([[*range(1, 40), 9e3, 9e4, 9e5, 9e6]]).T
    assert winsorise(x, limit=limit)[1].sum() == limit


def test_values_that_tie_at_the_end_count_each() -> None:
    x = np.array([[*range(1, 40), 9e4, 9e4, 9e4]]).T
    assert winsorise(x, limit=2)[1].sum() == 0
    assert winsorise(x, limit=3)[1].sum() == 3


def test_constant_short_and_missing_indicators_pass() -> None:
    nothing = np.full((1, 6), np.nan)
    assert passes(np.ones((1, 6)), 2, 3.5).all()
    assert passes(nothing, 2, 3.5).all()
    assert passes(np.array([[1.0, 2.0, np.nan]]), 2, 3.5).all()
    x = np.array([[1.0, np.nan], [1.0, np.nan]])
    np.testing.assert_array_equal(winsorise(x)[0], x)


def test_the_values_given_are_left_alone() -> None:
    x = np.array([[*range(1, 20), 500.0]]).T
    winsorise(x)
    assert x[-1, 0] == 500
