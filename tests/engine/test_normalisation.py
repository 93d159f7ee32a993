from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.normalisation import Normalisation, min_max, none, share_of_best, t_score, total, vector, z_score
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


def test_z_and_t_scores_have_the_stated_mean_and_deviation() -> None:
    for direction in (UP, DOWN):
        scores = z_score(X, direction, mean=10, deviation=2)
        np.testing.assert_allclose(np.nanmean(scores, axis=0), 10)
        np.testing.assert_allclose(np.nanstd(scores, axis=0, ddof=1), 2)
    np.testing.assert_allclose(t_score(X, UP), z_score(X, UP) * 10 + 50)


def test_vector_keeps_ratios_and_has_length_one() -> None:
    scores = vector(X, UP)
    np.testing.assert_allclose(np.nansum(scores**2, axis=0), 1)
    np.testing.assert_allclose(scores[2, 0] / scores[0, 0], 5)
    np.testing.assert_allclose(vector(X, DOWN)[:, 1], 1 - scores[:, 1])
    np.testing.assert_allclose(vector(X * 1e200, UP), scores)


def test_total_shares_out_values_or_reciprocals() -> None:
    np.testing.assert_allclose(total(X, UP)[:, 0], [1 / 8, 2 / 8, 5 / 8])
    np.testing.assert_allclose(total(X, DOWN)[:, 1], [0.75, np.nan, 0.25])


@pytest.mark.parametrize("method", [vector, total])
def test_nothing_to_divide_by_is_refused(method: Normalisation) -> None:
    with pytest.raises(MethodError, match="all values are zero"):
        method([[0.0, 1.0], [0.0, 2.0]], UP)


def test_total_refuses_what_has_no_share() -> None:
    with pytest.raises(MethodError, match="positive"):
        total([[-1.0], [2.0]], [1])
    with pytest.raises(MethodError, match="positive"):
        total([[0.0], [2.0]], [-1])
