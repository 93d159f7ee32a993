from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.skewness import passes, shape_of
from parkindex.engine.treatment import points_moved, winsorise, winsorise_points


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


def spike(*ends: float) -> np.ndarray:
    return np.array([[*range(1, 40), *ends]]).T


def test_what_winsorising_cannot_mend_is_transformed() -> None:
    x = spike(9e3, 9e4, 9e5, 9e6, 9e7, 9e8, 9e9)
    kept, few = winsorise(x, limit=2)
    assert few.sum() == 2
    for otherwise in ("log", "box_cox"):
        treated, mask = winsorise(x, limit=2, otherwise=otherwise)
        assert mask.sum() > len(x) - 3
        assert (np.diff(treated[:, 0]) > 0).all()
        assert not np.array_equal(treated, kept)


@pytest.mark.parametrize(
    ("end", "low", "high"), [("skewed", 1, 38), ("high", 1, 38), ("low", 3, 1000), ("both", 3, 38)]
)
def test_points_forced_at_either_end(end: str, low: float, high: float) -> None:
    x = np.array([[*range(1, 40), 1000.0]]).T
    treated, mask = winsorise_points(x, points=2, end=end)  # type: ignore[arg-type]
    assert (treated.min(), treated.max()) == (low, high)
    assert mask.sum() == (4 if end == "both" else 2)


def test_points_forced_where_there_are_too_few_values() -> None:
    x = np.array([[4.0, np.nan], [4.0, np.nan]])
    np.testing.assert_array_equal(winsorise_points(x, points=3)[0], x)
    found = winsorise_points(np.array([[1.0], [2.0], [4.0]]), points=10**15, end="high")[0]
    assert found.ravel().tolist() == [1, 1, 1]


def test_the_table_of_points_moved() -> None:
    x = spike(500.0)
    moved = points_moved(x, winsorise(x)[0])
    assert moved.position.tolist() == [[39, 0]]
    assert moved.before.tolist() == [500]
    assert moved.after.tolist() == [39]
