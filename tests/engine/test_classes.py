from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.classes import categorical, rubric, two_sided
from parkindex.errors import MethodError

X = np.array([[0.0], [1], [2.5], [9], [np.nan]])


def test_a_rubric_gives_the_points_of_the_highest_cut_reached() -> None:
    found = rubric(X, [1], cuts=[1, 3], points=[0, 60, 100])
    np.testing.assert_array_equal(found[:, 0], [0, 60, 60, 100, np.nan])


def test_a_rubric_counts_from_the_other_end_under_a_negative_direction() -> None:
    found = rubric(X, [-1], cuts=[1, 3], points=[0, 60, 100])
    np.testing.assert_array_equal(found[:, 0], [100, 60, 60, 0, np.nan])


@pytest.mark.parametrize(
    ("cuts", "points", "words"),
    [([1, 3], [0, 100], "3 classes"), ([3, 1], [0, 1, 2], "must rise"), ([1], [5, 2], "must not fall")],
)
def test_rubrics_that_do_not_fit_are_refused(cuts: list[float], points: list[float], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        rubric(X, [1], cuts=cuts, points=points)


def test_categories_take_their_points() -> None:
    codes = np.array([[1.0, 2], [3, np.nan]])
    found = categorical(codes, [1, -1], points={1: 10, 2: 30, 3: 100})
    np.testing.assert_array_equal(found, [[10, -30], [100, np.nan]])


def test_a_category_without_points_is_refused() -> None:
    with pytest.raises(MethodError, match=r"known: 1, 2"):
        categorical([[1.0], [7.0]], [1], points={"1": 0, "2": 5})


def test_moderate_is_best() -> None:
    x = np.array([[50.0], [80], [90], [100], [np.nan]])
    np.testing.assert_allclose(two_sided(x, [1], low=80, high=90)[:, 0], [0, 100, 100, 200 / 3, np.nan])
    np.testing.assert_allclose(two_sided(x, [-1], low=80, high=90)[:, 0], [100, 0, 0, 100 / 3, np.nan])


def test_all_within_the_range_score_the_same() -> None:
    assert two_sided([[3.0], [4.0]], [1], low=0, high=9, to=(1, 5)).tolist() == [[5], [5]]
    with pytest.raises(MethodError, match="must not be above"):
        two_sided([[3.0]], [1], low=9, high=0)
