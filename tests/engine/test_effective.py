from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.effective import effective_in_tree, effective_weights, importance, optimised_weights
from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

RANDOM = np.random.default_rng(31)
X = RANDOM.normal(size=(200, 3)) * [1, 2, 3]


def test_a_child_that_varies_more_counts_more_than_its_weight() -> None:
    effective = effective_weights(X, [1, 1, 1])
    assert effective.sum() == pytest.approx(1)
    assert (np.diff(effective) > 0).all()
    np.testing.assert_allclose(effective_weights(X, [5, 5, 5]), effective)


def test_a_child_against_the_rest_counts_negatively() -> None:
    x = np.column_stack([X[:, 2], X[:, 2] + 0.1 * X[:, 0], -0.5 * X[:, 2]])
    assert effective_weights(x, [1, 1, 1])[2] < 0


def test_no_variance_no_weights() -> None:
    column = np.arange(5.0)
    with pytest.raises(MethodError, match="the same for every unit"):
        effective_weights(np.column_stack([column, -column]), [1, 1])


def test_importance_by_line_and_by_curve() -> None:
    first = np.linspace(-1, 1, 101)
    x = np.column_stack([first, np.zeros(101)])
    assert importance(x, first**2, by="correlation")[0] == pytest.approx(0, abs=1e-12)
    assert importance(x, first**2)[0] == pytest.approx(1)
    assert np.isnan(importance(x, first**2)[1])


def test_a_curve_never_explains_less_than_a_line() -> None:
    parent = X.sum(axis=1) + X[:, 0] ** 2
    assert (importance(X, parent) >= importance(X, parent, by="correlation") - 1e-12).all()
    np.testing.assert_allclose(
        importance(X, parent, by="correlation"), [np.corrcoef(column, parent)[0, 1] ** 2 for column in X.T]
    )


def test_optimised_weights_meet_the_nominal_ones() -> None:
    for nominal in ([1, 1, 1], [5, 3, 2]):
        found = optimised_weights(X, nominal)
        assert found.converged
        np.testing.assert_allclose(found.effective, np.array(nominal) / sum(nominal), atol=1e-4)
        np.testing.assert_allclose(effective_weights(X, found.weight), found.effective, atol=1e-9)


def test_optimised_by_correlation() -> None:
    found = optimised_weights(X, [1, 1, 1], by="correlation")
    assert found.converged
    assert (np.diff(found.weight) < 0).all()


def test_bounds_that_forbid_the_target_are_told() -> None:
    found = optimised_weights(X, [1, 1, 1], least=0.32, most=0.35)
    assert not found.converged
    assert found.gap > 0.1
    assert "remains" in found.message
    assert (found.weight >= 0.32 - 1e-9).all()
    with pytest.raises(MethodError, match="cannot sum to one"):
        optimised_weights(X, [1, 1, 1], least=0.5)


def test_effective_weights_in_every_family_of_a_tree() -> None:
    tree = Structure.of({"r": None, "a": "r", "a1": "a", "a2": "a", "b": "r", "c": "r"})
    scores = np.full((200, 6), np.nan)
    scores[:, [2, 3, 4]] = X
    scores[:, 1] = X[:, :2].mean(axis=1)
    scores[:, 0] = (scores[:, 1] + scores[:, 4]) / 2
    found = effective_in_tree(scores, tree)
    assert np.isnan(found[[0, 5]]).all()
    assert found[2] + found[3] == pytest.approx(1)
    assert found[1] + found[4] == pytest.approx(1)
    np.testing.assert_allclose(found[[2, 3]], effective_weights(X[:, :2], [1, 1]))
    np.testing.assert_allclose(
        effective_in_tree(scores, tree, np.array([1, 1, 3, 1, 1, 1.0]))[2:4], effective_weights(X[:, :2], [3, 1])
    )
