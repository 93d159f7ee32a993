from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.ranking import Ties, rank, rank_within_groups

SCORES = np.array([50.0, 80.0, 80.0, 10.0])


@pytest.mark.parametrize(
    ("ties", "expected"),
    [("min", [3, 1, 1, 4]), ("max", [3, 2, 2, 4]), ("average", [3, 1.5, 1.5, 4]), ("dense", [2, 1, 1, 3])],
)
def test_ties(ties: Ties, expected: list[float]) -> None:
    assert rank(SCORES, ties=ties).tolist() == expected


@pytest.mark.parametrize("ties", ["min", "max", "average", "dense"])
def test_agrees_with_scipy(ties: Ties) -> None:
    from scipy.stats import rankdata

    scores = np.random.default_rng(3).integers(0, 9, size=(5, 40)).astype(float)
    np.testing.assert_array_equal(rank(scores, ties=ties), rankdata(-scores, method=ties, axis=-1))


def test_a_missing_score_has_no_rank_and_takes_no_place() -> None:
    np.testing.assert_array_equal(rank([np.nan, 5.0, np.nan, 7.0]), [np.nan, 2, np.nan, 1])


def test_scores_that_agree_to_the_stated_places_tie() -> None:
    assert rank([86.374, 86.371, 80.0], decimals=2).tolist() == [1, 1, 3]
    assert rank([86.376, 86.371, 80.0], decimals=2).tolist() == [1, 2, 3]


def test_a_stack_ranks_each_draw_alone() -> None:
    stack = np.array([[1.0, 2.0, np.nan], [2.0, 1.0, 3.0]])
    np.testing.assert_array_equal(rank(stack), [[2, 1, np.nan], [2, 3, 1]])


def test_ranks_within_groups() -> None:
    ranks = rank_within_groups([5.0, 9.0, 7.0, np.nan], group=["east", "west", "east", "west"])
    np.testing.assert_array_equal(ranks, [2, 1, 1, np.nan])
    stack = rank_within_groups(np.array([[5.0, 9, 7], [9, 5, 7]]), group=[1, 1, 2], ties="dense")
    assert stack.tolist() == [[2, 1, 1], [1, 2, 1]]
