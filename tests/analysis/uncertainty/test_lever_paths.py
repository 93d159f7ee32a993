"""The paths along which levers are looked for."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.analysis.uncertainty.lever_paths import PARTS, Climb, Track, alike, alone, in_order

CLIMB = Climb("A", 0, 1, np.array([1, 3]), np.array([np.nan, 2.0, 5.0, 6.0]), np.array([np.nan, 10.0, 5.0, 4.0]))


def test_one_value_moves_alone_and_the_others_stay() -> None:
    first, second = alone(CLIMB)
    np.testing.assert_array_equal(first.corners[:, 1:], [[2, 5, 6], [10, 5, 6]])
    np.testing.assert_array_equal(second.corners[:, 1:], [[2, 5, 6], [2, 5, 4]])
    assert {first.how, second.how} == {"alone"}


def test_what_gains_most_moves_first_and_stays_moved() -> None:
    np.testing.assert_array_equal(
        in_order(CLIMB, np.array([1.0, 3.0])).corners[:, 1:], [[2, 5, 6], [2, 5, 4], [10, 5, 4]]
    )
    np.testing.assert_array_equal(in_order(CLIMB, np.array([1.0, 1.0])).corners[1, 1:], [10, 5, 6])


def test_all_move_by_the_same_part_where_there_are_several() -> None:
    (track,) = alike(CLIMB)
    assert len(track.corners) == PARTS + 1
    np.testing.assert_allclose(track.corners[PARTS // 2, 1:], [6, 5, 5])
    assert alike(Climb("A", 0, 1, np.array([1]), CLIMB.own, CLIMB.target)) == []


@pytest.mark.parametrize("pieces", [1, 3])
def test_a_parted_track_goes_the_same_way(pieces: int) -> None:
    corners = np.random.default_rng(0).random((pieces + 1, 4))
    parted = Track(CLIMB, "alike", corners).parted()
    assert len(parted.corners) == pieces * PARTS + 1
    np.testing.assert_array_equal(parted.corners[::PARTS], corners)
    lengths = np.linalg.norm(np.diff(parted.corners, axis=0), axis=1).reshape(pieces, PARTS)
    np.testing.assert_allclose(lengths, np.repeat(lengths[:, :1], PARTS, axis=1))
