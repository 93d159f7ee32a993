from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.importance import budgeted, target_importance, variance_shares
from parkindex.errors import MethodError

RANDOM = np.random.default_rng(9)
X = RANDOM.normal(size=(60, 4)) @ RANDOM.normal(size=(4, 4)) * [1, 5, 20, 0.1]


def test_the_target_shares_are_reached() -> None:
    target = np.array([0.4, 0.3, 0.2, 0.1])
    for weight in (target_importance(X, target), target_importance(X, np.ones(4), target=target)):
        np.testing.assert_allclose(variance_shares(np.cov(X, rowvar=False), weight), target, atol=1e-9)
        assert (weight > 0).all()


def test_a_target_of_zero_gives_no_weight() -> None:
    weight = target_importance(X, [1, 1, 0, 1])
    assert weight[2] == 0
    np.testing.assert_allclose(variance_shares(np.cov(X, rowvar=False), weight), [1 / 3, 1 / 3, 0, 1 / 3], atol=1e-9)


def test_uncorrelated_children_weigh_by_the_inverse_of_their_deviation() -> None:
    weight = budgeted(np.diag([1.0, 4.0]), np.array([0.5, 0.5]), 100, 1e-12)
    np.testing.assert_allclose(weight, [2 / 3, 1 / 3])


def test_nearly_opposed_children_are_balanced_too() -> None:
    covariance = np.array([[1, -0.99999], [-0.99999, 1]])
    np.testing.assert_allclose(budgeted(covariance, np.array([0.8, 0.2]), 200, 1e-9).sum(), 1)


def test_wholly_opposed_and_constant_children_are_refused() -> None:
    column = np.arange(6.0)
    with pytest.raises(MethodError, match="not reached"):
        target_importance(np.column_stack([column, -column]), [1, 1])
    with pytest.raises(MethodError, match="the same score everywhere"):
        target_importance(np.column_stack([column, np.ones(6)]), [1, 1])


def test_draws_of_targets() -> None:
    stated = np.array([[1.0, 1, 1, 1], [4, 3, 2, 1]])
    together = target_importance(X, stated)
    np.testing.assert_array_equal(together[1], target_importance(X, stated[1]))
