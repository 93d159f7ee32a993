from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.distances import grey_relational, topsis, vikor
from parkindex.errors import MethodError

X = np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 0.0]])


def test_the_ideal_and_the_worst_take_the_ends() -> None:
    for method in (topsis, vikor):
        assert method(X, [1, 1])[:2].tolist() == [1, 0]
    assert grey_relational(X, [1, 1]).tolist() == [1, pytest.approx(1 / 3), pytest.approx(2 / 3)]


def test_topsis_weighs_distances() -> None:
    assert topsis(X, [3, 1])[2] == pytest.approx(0.75)


def test_vikor_between_utility_and_regret() -> None:
    x = np.array([[1.0, 0.0, 0.6], [0.5, 0.5, 0.5], [0.0, 1.0, 0.0]])
    assert vikor(x, [1, 1, 1], majority=1).argmax() == 0
    assert vikor(x, [1, 1, 1], majority=0).argmax() == 1


def test_a_missing_child_is_left_out_by_the_one_rule() -> None:
    x = np.vstack([X, [1.0, np.nan]])
    for method in (topsis, vikor, grey_relational):
        assert method(x, [1, 1])[3] == pytest.approx(method(x, [1, 1])[0])
        assert np.isnan(method(x, [1, 1], minimum_share=0.6)[3])


def test_no_distance_at_all() -> None:
    same = np.array([[2.0, 3.0], [2.0, 3.0]])
    with pytest.raises(MethodError, match="no distance"):
        topsis(same, [1, 1])
    assert vikor(same, [1, 1]).tolist() == grey_relational(same, [1, 1]).tolist() == [1, 1]


def test_the_smaller_the_coefficient_the_farther_the_grades_lie_apart() -> None:
    near, far = grey_relational(X, [1, 1], distinguishing=1.0), grey_relational(X, [1, 1], distinguishing=0.1)
    assert np.ptp(far) > np.ptp(near)
