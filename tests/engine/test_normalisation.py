from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.normalisation import min_max, none, share_of_best
from parkindex.errors import MethodError

X = np.array([[1.0, 10.0], [2.0, np.nan], [5.0, 30.0]])
UP, DOWN = np.array([1, 1]), np.array([1, -1])


def test_none_turns_the_sign_under_a_negative_direction() -> None:
    np.testing.assert_array_equal(none(X, DOWN), X * [1, -1])


def test_min_max_spans_the_range_and_keeps_gaps() -> None:
    np.testing.assert_array_equal(min_max(X, UP), [[0, 0], [25, np.nan], [100, 100]])
    np.testing.assert_array_equal(min_max(X, DOWN, to=(1, 11)), [[1, 11], [3.5, np.nan], [11, 1]])


def test_share_of_best_keeps_ratios() -> None:
    np.testing.assert_allclose(share_of_best(X, UP), np.array([[20, 100 / 3], [40, np.nan], [100, 100]]))
    np.testing.assert_allclose(share_of_best(X, DOWN, to=1), [[0.2, 1], [0.4, np.nan], [1, 1 / 3]])


def test_share_of_best_of_a_constant_is_full() -> None:
    np.testing.assert_array_equal(share_of_best([[3.0], [3.0]], [1]), [[100], [100]])


@pytest.mark.parametrize(("column", "direction"), [([-1.0, 2.0], 1), ([0.0, 2.0], -1), ([0.0, 0.0], 1)])
def test_share_of_best_refuses_what_has_no_ratio(column: list[float], direction: int) -> None:
    with pytest.raises(MethodError, match="positive"):
        share_of_best(np.array([column]).T, [direction])


def test_share_of_best_of_zero_is_zero() -> None:
    assert share_of_best([[0.0], [4.0]], [1]).tolist() == [[0], [100]]


def test_min_max_refuses_a_constant_indicator_and_a_single_unit() -> None:
    with pytest.raises(MethodError, match="all values are the same") as error:
        min_max([[1.0, 5.0], [2.0, 5.0]], UP)
    assert [finding.where for finding in error.value.findings] == ["indicator #1"]
    with pytest.raises(MethodError):
        min_max([[1.0]], [1])


def test_an_indicator_without_values_stays_missing() -> None:
    x = np.array([[1.0, np.nan], [2.0, np.nan]])
    for method in (none, min_max, share_of_best):
        assert np.isnan(method(x, UP)[:, 1]).all()


@pytest.mark.parametrize("direction", [[1, 0], [1], [1, 2]])
def test_direction_is_up_or_down(direction: list[int]) -> None:
    with pytest.raises(MethodError, match="direction"):
        none(X, direction)
