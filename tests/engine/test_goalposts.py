from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.goalposts import distance_to_best, distance_to_target, distance_to_unit, goalposts
from parkindex.engine.normalisation import min_max
from parkindex.errors import MethodError

X = np.array([[0.0, 10], [5, 20], [12, np.nan]])


def test_goalposts_and_truncation() -> None:
    np.testing.assert_allclose(goalposts(X, [1, 1], low=0, high=10), np.array([[0, 100], [50, 100], [100, np.nan]]))
    np.testing.assert_allclose(
        goalposts(X, [1, 1], low=0, high=10, truncate=False), np.array([[0, 100], [50, 200], [120, np.nan]])
    )


def test_goalposts_turn_under_a_negative_direction() -> None:
    found = goalposts(X, [-1, -1], low=[0, 10], high=[10, 30], to=(1, 11))
    np.testing.assert_allclose(found, np.array([[11, 11], [6, 6], [1, np.nan]]))


def test_goalposts_must_not_cross() -> None:
    with pytest.raises(MethodError) as error:
        goalposts(X, [1, 1], low=[0, 5], high=[1, 5])
    assert error.value.findings[0].where == "indicator #1"


def test_distance_to_best_is_min_max() -> None:
    np.testing.assert_allclose(distance_to_best(X, [1, -1]), min_max(X, [1, -1]))


def test_distance_to_a_unit_goes_beyond_it_unless_truncated() -> None:
    np.testing.assert_allclose(distance_to_unit(X[:, :1], [1], unit=1)[:, 0], [0, 100, 240])
    np.testing.assert_allclose(distance_to_unit(X[:, :1], [1], unit=1, truncate=True)[:, 0], [0, 100, 100])
    np.testing.assert_allclose(distance_to_unit(X[:, 1:], [-1], unit=0)[:, 0], [100, 0, np.nan])


@pytest.mark.parametrize(("unit", "words"), [(2, "has no value"), (0, "itself the worst"), (7, "there are 3 units")])
def test_a_unit_that_cannot_be_the_reference(unit: int, words: str) -> None:
    with pytest.raises(MethodError, match=words):
        distance_to_unit(X, [1, 1], unit=unit)


def test_distance_to_a_target_inside_and_outside_the_range() -> None:
    column = X[:, :1]
    np.testing.assert_allclose(distance_to_target(column, [1], target=10)[:, 0], [0, 50, 100])
    np.testing.assert_allclose(distance_to_target(column, [1], target=10, truncate=False)[:, 0], [0, 50, 120])
    np.testing.assert_allclose(distance_to_target(column, [1], target=24)[:, 0], [0, 5 / 24 * 100, 50])
    np.testing.assert_allclose(distance_to_target(column, [-1], target=2)[:, 0], [100, 70, 0])


@pytest.mark.parametrize(("direction", "target"), [(1, -3), (1, 0), (-1, 12), (-1, 40)])
def test_a_target_that_all_reach_is_refused(direction: int, target: float) -> None:
    with pytest.raises(MethodError, match="reaches the target already"):
        distance_to_target(X[:, :1], [direction], target=target)
