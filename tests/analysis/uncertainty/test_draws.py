from __future__ import annotations

import numpy as np
import pytest

from parkindex.analysis.uncertainty.draws import MOST_DIMENSIONS, NEAREST, uniforms


@pytest.mark.parametrize("dimensions", [0, 1, 7, MOST_DIMENSIONS + 2])
def test_a_point_is_known_by_its_number_alone(dimensions: int) -> None:
    whole = np.concatenate(list(uniforms(5, dimensions, 0, 12, 12)))
    assert whole.shape == (12, dimensions)
    parts = [np.concatenate(list(uniforms(5, dimensions, start, 4, 3))) for start in (0, 4, 8)]
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_another_seed_gives_other_points() -> None:
    one, other = (next(uniforms(seed, 3, 0, 8, 8)) for seed in (1, 2))
    assert not np.array_equal(one, other)


def test_points_cover_the_cube_evenly_and_keep_off_its_faces() -> None:
    points = np.concatenate(list(uniforms(1, 4, 0, 1024, 100)))
    assert points.min() >= NEAREST
    assert points.max() <= 1 - NEAREST
    for column in points.T:
        assert np.bincount((column * 64).astype(int), minlength=64).tolist() == [16] * 64
