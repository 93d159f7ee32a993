from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.data_weights import critic, entropy, merec, shared_out, standard_deviation
from parkindex.engine.weighting import Weighting
from parkindex.errors import MethodError

ONES = np.ones(3)
X = np.array([[1.0, 4, 2], [2, 3, 2], [3, 2, 2], [4, 1, 2]])


@pytest.mark.parametrize("method", [standard_deviation, entropy, critic])
def test_a_child_that_tells_nobody_apart_gets_nothing(method: Weighting) -> None:
    weight = method(X, ONES)
    assert weight[2] == pytest.approx(0, abs=1e-12)
    assert weight[0] == pytest.approx(weight[1])


@pytest.mark.parametrize("method", [standard_deviation, entropy, critic, merec])
def test_children_that_are_all_constant_give_no_weights(method: Weighting) -> None:
    with pytest.raises(MethodError, match="no child tells the units apart"):
        method(np.full((3, 3), 2.0), ONES)


@pytest.mark.parametrize("method", [standard_deviation, entropy, critic, merec])
def test_units_without_scores_change_nothing(method: Weighting) -> None:
    more = np.vstack([X, np.full(3, np.nan)])
    np.testing.assert_allclose(method(more, ONES), method(X, ONES), atol=1e-12)


def test_critic_prefers_the_child_that_says_something_else() -> None:
    x = np.array([[0.0, 0, 1], [1, 1, 0], [2, 2, 1], [3, 3, 0]])
    assert critic(x, ONES).argmax() == 2


def test_critic_with_gaps_agrees_with_pairwise_correlations() -> None:
    x = np.random.default_rng(2).random((12, 3))
    x[3, 0] = x[5, 1] = np.nan
    unit = (x - np.nanmin(x, axis=0)) / (np.nanmax(x, axis=0) - np.nanmin(x, axis=0))
    conflict = np.zeros(3)
    for i in range(3):
        for j in range(3):
            both = ~np.isnan(unit[:, i]) & ~np.isnan(unit[:, j])
            conflict[i] += 1 - np.corrcoef(unit[both, i], unit[both, j])[0, 1]
    expected = conflict * np.nanstd(unit, axis=0, ddof=1)
    np.testing.assert_allclose(critic(x, ONES), expected / expected.sum())


def test_entropy_takes_zeros_but_nothing_below() -> None:
    assert entropy(X - 1, ONES)[0] > 0
    with pytest.raises(MethodError, match="not negative"):
        entropy(X - 2, ONES)


def test_merec_needs_positive_scores() -> None:
    with pytest.raises(MethodError, match="share_of_best"):
        merec(X - 1, ONES)


def test_amounts_below_the_noise_are_nothing() -> None:
    assert shared_out(np.array([1e-16, 2.0, 2.0]), noise=1e-14).tolist() == [0, 0.5, 0.5]
