from __future__ import annotations

import numpy as np

from parkindex.engine.skewness import changed, columns_of, passes, restored, shape_of


def test_columns_there_and_back() -> None:
    x = np.random.default_rng(0).random((2, 5, 3))
    columns = columns_of(x)
    assert columns.shape == (6, 5)
    np.testing.assert_array_equal(restored(columns, x), x)
    columns[0, 0] = 9
    assert x.max() < 1


def test_shape_agrees_with_scipy_where_values_are_missing() -> None:
    from scipy.stats import kurtosis, skew

    x = np.random.default_rng(2).lognormal(size=40)
    x[[3, 9]] = np.nan
    skewed, peaked = shape_of(x)
    np.testing.assert_allclose(skewed, skew(x[~np.isnan(x)], bias=False))
    np.testing.assert_allclose(peaked, kurtosis(x[~np.isnan(x)], bias=False))


def test_shape_does_not_overflow_nor_see_rounding_as_skewness() -> None:
    x = np.random.default_rng(2).lognormal(size=40)
    np.testing.assert_allclose(shape_of(x * 1e200), shape_of(x))
    assert np.isnan(shape_of(np.full(8, 0.1) + np.array([0, 0, 0, 0, 0, 0, 0, 1e-17]))[0])


def test_both_limits_must_be_crossed_to_fail() -> None:
    spike = np.array([[*range(1, 20), 500.0]])
    assert not passes(spike, 2, 3.5).any()
    assert passes(spike, 100, 3.5).all()
    assert passes(spike, 2, 1000).all()


def test_changed_takes_missing_as_equal() -> None:
    assert changed(np.array([1, np.nan, 2]), np.array([1, np.nan, 3])).tolist() == [False, False, True]
