from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.normalised_ranks import borda, percentile_rank, rank

X = np.array([[10.0, 1], [30, 2], [30, np.nan], [20, 3]])


def test_the_best_unit_has_the_highest_rank() -> None:
    np.testing.assert_array_equal(rank(X, [1, -1]), [[1, 3], [3, 2], [3, np.nan], [2, 1]])


def test_borda_gives_half_a_point_for_a_tie() -> None:
    np.testing.assert_array_equal(borda(X, [1, 1]), [[0, 0], [2.5, 1], [2.5, np.nan], [1, 2]])


def test_percentile_rank_runs_from_zero_to_one() -> None:
    np.testing.assert_allclose(percentile_rank(X, [1, 1])[:, 1], [0, 0.5, np.nan, 1])
    assert percentile_rank(X, [1, 1], ties="max")[:, 0].tolist() == [0, 1, 1, pytest.approx(1 / 3)]


def test_a_single_unit_is_the_best_there_is() -> None:
    assert rank([[5.0]], [1]) == borda([[5.0]], [1]) + 1 == percentile_rank([[5.0]], [1]) == 1


def test_a_constant_indicator_tells_nobody_apart() -> None:
    assert len(np.unique(borda([[4.0], [4.0], [4.0]], [-1]))) == 1
