from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.hierarchy import RANDOM_INDEX, consistency_ratio, offending, priorities

RATIOS = np.array([4.0, 2.0, 1.0, 1.0])
SOUND = RATIOS[:, None] / RATIOS[None, :]


def test_priorities_of_ratios_are_the_ratios() -> None:
    np.testing.assert_allclose(priorities(SOUND), RATIOS / 8)
    np.testing.assert_allclose(priorities(SOUND, "geometric"), RATIOS / 8)


def test_ratios_are_consistent_and_two_children_always_are() -> None:
    assert consistency_ratio(SOUND) == pytest.approx(0, abs=1e-12)
    assert consistency_ratio(np.array([[1, 9], [1 / 9, 1]])) == 0


def test_the_one_judgement_that_was_changed_is_found() -> None:
    odd = SOUND.copy()
    odd[1, 3], odd[3, 1] = 1 / 5, 5
    assert consistency_ratio(odd) > 0.1
    first = offending(odd)[0]
    assert first[:2] == (1, 3)
    assert first[2] == pytest.approx(0.2)
    assert first[3] > 0.2
    assert offending(SOUND, count=1) == [] or offending(SOUND)[0][2] == pytest.approx(offending(SOUND)[0][3])


def test_the_random_index_is_close_to_that_of_random_matrices() -> None:
    random = np.random.default_rng(0)
    scale = np.array([*(1 / np.arange(2, 10)), *range(1, 10)])
    for order in (3, 5):
        indices = []
        for _ in range(800):
            table = np.triu(random.choice(scale, (order, order)), k=1)
            table = np.where(table > 0, table, 0) + np.eye(order)
            table = np.where(table.T > 0, 1 / np.where(table.T > 0, table.T, 1), table)
            indices.append((np.max(np.real(np.linalg.eigvals(table))) - order) / (order - 1))
        assert np.mean(indices) == pytest.approx(RANDOM_INDEX[order - 1], rel=0.12)
