from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog

from parkindex.engine.frontier import benefit_of_the_doubt, benefit_of_the_doubt_weights
from parkindex.errors import MethodError

X = np.array([[1.0, 4.0], [3, 3], [4, 1], [1.5, 1.5]])


def test_the_unit_of_measure_does_not_matter() -> None:
    np.testing.assert_allclose(benefit_of_the_doubt(X * [1, 1000], [1, 1]), benefit_of_the_doubt(X, [1, 1]))
    assert benefit_of_the_doubt(X, [1, 1], to=100)[1] == pytest.approx(100)


def test_bounds_keep_units_from_hiding_a_weakness() -> None:
    free, bound = benefit_of_the_doubt(X, [1, 1]), benefit_of_the_doubt(X, [1, 1], least=0.4, most=0.6)
    assert (bound <= free + 1e-9).all()
    assert bound[2] < free[2]


def test_each_unit_has_weights_of_its_own() -> None:
    weight = benefit_of_the_doubt_weights(X, [1, 1])
    np.testing.assert_allclose(weight.sum(axis=1), 1)
    assert weight[2, 0] > weight[0, 0]


def test_units_with_gaps_are_not_judged() -> None:
    x = np.vstack([X, [np.nan, 9]])
    np.testing.assert_allclose(benefit_of_the_doubt(x, [1, 1])[:4], benefit_of_the_doubt(X, [1, 1]))
    assert np.isnan(benefit_of_the_doubt(x, [1, 1])[4])
    assert benefit_of_the_doubt_weights(x, [1, 1])[4].tolist() == [0.5, 0.5]


@pytest.mark.parametrize(("least", "most"), [(0.6, 1.0), (0.0, 0.4), (0.5, 0.4)])
def test_bounds_that_cannot_be_met_are_refused(least: float, most: float) -> None:
    with pytest.raises(MethodError, match="cannot sum to one"):
        benefit_of_the_doubt(X, [1, 1], least=least, most=most)


def test_negative_scores_are_refused() -> None:
    with pytest.raises(MethodError, match="at least zero"):
        benefit_of_the_doubt(X - 2, [1, 1])


def test_no_multiplier_is_negative_by_a_hair() -> None:
    x = np.random.default_rng(0).random((40, 6)) * 99 + 1
    assert (benefit_of_the_doubt_weights(x, np.ones(6)) >= 0).all()


@pytest.mark.parametrize(("least", "most"), [(0.0, 1.0), (0.1, 0.5)])
def test_rivals_found_on_the_way_give_the_answer_against_all_units(least: float, most: float) -> None:
    x = np.random.default_rng(1).random((60, 4)) + 0.05
    score = benefit_of_the_doubt(x, np.ones(4), least=least, most=most)
    for unit, own in enumerate(x):
        shares = np.vstack([least * own - np.diag(own), np.diag(own) - most * own])
        rows, bounds = np.vstack([x, shares]), np.append(np.ones(len(x)), np.zeros(len(shares)))
        assert score[unit] == pytest.approx(own @ linprog(-own, rows, bounds).x, abs=1e-7)
