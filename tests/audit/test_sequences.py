"""Tests of what has to move to bring a list into order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.audit.sequences import agreement, follows, misplaced, out_of_order, placed_before, rises_with


@pytest.mark.parametrize(
    ("numbers", "out"),
    [([], ()), ([1, 1, 2], ()), ([1, 5, 2, 3], (1,)), ([3, 1, 2], (0,)), ([2, 3, 1, 4, 0], (2, 4))],
)
def test_as_few_as_possible_are_taken_out(numbers: list[float], out: tuple[int, ...]) -> None:
    assert out_of_order(numbers) == out


@given(st.lists(st.integers(0, 6), max_size=9))
def test_the_rest_never_falls_and_no_fewer_would_do(numbers: list[int]) -> None:
    out = set(out_of_order(numbers))
    rest = [number for place, number in enumerate(numbers) if place not in out]
    assert rest == sorted(rest)
    longest = [1] * len(numbers)
    for place, number in enumerate(numbers):
        longest[place] += max((longest[k] for k in range(place) if numbers[k] <= number), default=0)
    assert len(rest) == max(longest, default=0)


def test_classes_that_do_not_overlap_agree_wholly_whatever_their_sizes() -> None:
    scores = np.arange(20, 0, -1.0)
    assert agreement(np.array([1] + [2] * 19), scores) == pytest.approx(1)
    assert agreement(np.array([2] + [1] * 19), scores) == pytest.approx(-1)
    assert agreement(np.ones(20), scores) == 0


def test_ranks_and_levels_are_told_apart_by_their_direction() -> None:
    scores = np.array([9.0, 8.0, 7.0])
    assert not rises_with(np.array([1, 2, 3]), scores)
    assert rises_with(np.array([3, 2, 1]), scores)
    assert placed_before(np.array([2, 1, 1]), scores).tolist() == [1, 2, 0]


def test_two_exchanged_among_many_are_misprints_of_what_follows() -> None:
    scores, ranks = np.arange(12, 0, -1.0), np.arange(1, 13)
    ranks[[0, 11]] = ranks[[11, 0]]
    assert misplaced(ranks, scores) == (0, 11)
    assert follows(ranks, scores)
    assert not rises_with(ranks, scores)
    assert not follows(np.array([3, 1, 4, 2, 5, 1]), np.array([2.0, 3.0, 5.0, 1.0, 6.0, 4.0]))
