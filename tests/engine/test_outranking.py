from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine import outranking
from parkindex.engine.outranking import copeland, outranking_matrix
from parkindex.errors import MethodError


def plainly(x: np.ndarray, weight: np.ndarray) -> list[float]:
    """Copeland by two loops over the units, straight from the definition."""
    score = [0.0] * len(x)
    for i, a in enumerate(x):
        for j, b in enumerate(x):
            both = ~np.isnan(a) & ~np.isnan(b)
            lead = float((weight * (np.sign(a - b)))[both].sum()) if i != j else 0.0
            score[i] += float(np.sign(np.round(lead, 9)))
    return score


@pytest.mark.parametrize("gaps", [0.0, 0.3])
def test_against_the_definition(gaps: float) -> None:
    random = np.random.default_rng(5)
    x = random.integers(0, 6, (23, 5)).astype(float)
    x[random.random(x.shape) < gaps] = np.nan
    x[0] = 3
    weight = random.integers(1, 5, 5).astype(float)
    present = ~np.isnan(x).all(axis=1)
    assert copeland(x, weight)[present].tolist() == plainly(x[present], weight)


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.random.default_rng(6).random((40, 4))
    whole = copeland(x, np.ones(4))
    monkeypatch.setattr(outranking, "CELLS", 7)
    np.testing.assert_array_equal(copeland(x, np.ones(4)), whole)


def test_a_unit_with_too_little_takes_no_part() -> None:
    x = np.array([[1.0, 1], [2, 2], [3, np.nan]])
    assert copeland(x, [1, 3]).tolist() == [-2, 0, 2]
    np.testing.assert_array_equal(copeland(x, [1, 3], minimum_share=0.5), [-1, 1, np.nan])


def test_opposite_entries_sum_to_one_in_any_order() -> None:
    x = np.array([[1.0, 5, np.nan], [1, np.nan, 2], [4, 4, 4], [np.nan, 9, 1]])
    matrix = outranking_matrix(x, [1, 2, 3])
    together = matrix + matrix.T
    np.testing.assert_allclose(together[~np.isnan(together)], 1)
    order = [2, 0, 3, 1]
    np.testing.assert_array_equal(outranking_matrix(x[order], [1, 2, 3]), matrix[np.ix_(order, order)])


def test_units_that_share_no_child_are_not_compared() -> None:
    x = np.array([[1.0, np.nan], [np.nan, 2.0]])
    assert np.isnan(outranking_matrix(x, [1, 1])).all()
    assert copeland(x, [1, 1]).tolist() == [0, 0]


def test_children_without_weight_do_not_count() -> None:
    assert copeland(np.array([[1.0, 9], [2, 0]]), [1, 0]).tolist() == [-1, 1]


def test_weights_of_each_units_own_are_refused() -> None:
    with pytest.raises(MethodError, match="the same for all units"):
        copeland(np.ones((2, 2)), np.ones((2, 2)))
