from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.fuzzy import composition, fuzzy, membership
from parkindex.errors import MethodError


def test_a_score_belongs_to_the_grades_beside_it() -> None:
    found = membership(np.array([[0.0, 10, 50, 100, 120]]), [0, 40, 100])[0]
    np.testing.assert_allclose(found, np.array([[1, 0, 0], [0.75, 0.25, 0], [0, 5 / 6, 1 / 6], [0, 0, 1], [0, 0, 1]]))


def test_the_weighted_mean_of_memberships_is_the_mean_of_scores() -> None:
    x = np.array([[12.0, 80.0], [55.0, np.nan]])
    np.testing.assert_allclose(fuzzy(x, [1, 3]), [63, 55])


def test_other_operators_let_one_child_decide() -> None:
    belongs = np.array([[1.0, 0.0], [0.0, 1.0]])
    weight = np.array([0.7, 0.3])
    np.testing.assert_allclose(composition(belongs, weight, "main_factor"), [0.7, 0.3])
    np.testing.assert_allclose(composition(belongs, weight, "min_max"), [0.7, 0.3])
    np.testing.assert_allclose(composition(np.ones((2, 1)), weight, "bounded_sum"), [1.0])
    assert fuzzy(np.array([[100.0, 0.0]]), [9, 1], operator="main_factor")[0] == pytest.approx(90)


def test_too_little_present_is_missing() -> None:
    assert np.isnan(fuzzy(np.array([[5.0, np.nan]]), [1, 1], minimum_share=0.6)[0])


def test_grades_must_rise() -> None:
    with pytest.raises(MethodError, match="must rise"):
        fuzzy(np.ones((2, 2)), [1, 1], grades=[50, 0])
