from __future__ import annotations

import numpy as np

from parkindex.engine.means import enough_present, shares_of, spread, weighted_mean, weighted_sum


def test_sum_and_weight_present() -> None:
    points, present = weighted_sum(np.array([[1.0, np.nan], [2, 3]]), np.array([[2.0, 5.0]]))
    assert points.tolist() == [2, 19]
    assert present.tolist() == [2, 7]


def test_gaps_elsewhere_do_not_change_a_bit() -> None:
    x = np.random.default_rng(0).random((5, 9))
    weight = np.random.default_rng(1).random(9)[None]
    gaps = np.vstack([x, np.where(np.arange(9) == 3, np.nan, x[0])])
    np.testing.assert_array_equal(weighted_mean(gaps, weight, 0)[:5], weighted_mean(x, weight, 0))


def test_enough_is_reached_exactly_in_spite_of_rounding() -> None:
    weight = np.array([[0.1, 0.2, 0.7]])
    assert enough_present(np.array([0.3]), weight, 0.3).all()
    assert not enough_present(np.array([0.0]), weight, 0.0).any()


def test_weights_take_an_axis_for_the_units() -> None:
    assert spread(np.ones(3), 2).shape == (1, 3)
    assert spread(np.ones((4, 3)), 3).shape == (4, 1, 3)
    assert spread(np.ones((5, 3)), 2).shape == (5, 3)
    assert shares_of(np.array([1.0, 3.0])).tolist() == [0.25, 0.75]
