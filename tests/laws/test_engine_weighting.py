"""Laws of every registered weighting: none negative, summing to one, blind to the order of units."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings

from parkindex.engine import METHODS
from parkindex.engine.arrays import FloatArray

from .engine_cases import CHILDREN, SEEDS, UNITS, complete_values, parameters, shuffled, values_with_gaps, weights

NAMES = sorted(METHODS["weighting"])
STATED = {"given", "equal", "budget_allocation", "analytic_hierarchy", "best_worst"}
WHOLE_UNITS = {"principal_component", "factor_analysis", "target_importance"}
BLIND_TO_SCALE = ["critic", "principal_component", "factor_analysis", "entropy", "merec"]
SLOW = settings(max_examples=8, deadline=None)


def spread(x: FloatArray) -> FloatArray:
    """Break up columns that determine one another, which some weightings rightly refuse."""
    noise = np.random.default_rng(1).random(x.shape[-2:])
    return x + noise


def weighted(name: str, x: FloatArray, stated: FloatArray) -> FloatArray:
    result: FloatArray = METHODS["weighting"][name](x, stated, **parameters("weighting", name))
    return result


@pytest.mark.parametrize("name", NAMES)
@SLOW
@given(x=values_with_gaps(units=12), stated=weights())
def test_weights_are_shares(name: str, x: FloatArray, stated: FloatArray) -> None:
    assume(name not in WHOLE_UNITS or np.count_nonzero(~np.isnan(x).any(axis=1)) > CHILDREN)
    weight = weighted(name, spread(x), stated)
    assert weight.shape[-1] == CHILDREN
    assert (weight >= 0).all()
    np.testing.assert_allclose(weight.sum(axis=-1), 1)


@pytest.mark.parametrize("name", NAMES)
@SLOW
@given(x=complete_values(), y=complete_values(), stated=weights())
def test_stacks_equal_draws(name: str, x: FloatArray, y: FloatArray, stated: FloatArray) -> None:
    x, y = spread(x), spread(y)
    together = weighted(name, np.stack([x, y]), stated)
    if name not in STATED:
        np.testing.assert_array_equal(together[0], weighted(name, x, stated))
        np.testing.assert_array_equal(together[1], weighted(name, y, stated))
    else:
        np.testing.assert_array_equal(together, weighted(name, x, stated))


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"benefit_of_the_doubt"}))
@SLOW
@given(x=complete_values(), stated=weights(), seed=SEEDS)
def test_the_order_of_units_does_not_matter(name: str, x: FloatArray, stated: FloatArray, seed: int) -> None:
    x = spread(x)
    found = weighted(name, x[shuffled(seed, UNITS)], stated)
    np.testing.assert_allclose(found, weighted(name, x, stated), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", sorted(set(NAMES) - STATED - {"benefit_of_the_doubt", "combined", "factor_analysis"}))
@SLOW
@given(x=complete_values(), stated=weights(), seed=SEEDS)
def test_the_order_of_children_does_not_matter(name: str, x: FloatArray, stated: FloatArray, seed: int) -> None:
    x, order = spread(x), shuffled(seed, CHILDREN)
    expected = weighted(name, x, stated)[order]
    np.testing.assert_allclose(weighted(name, x[:, order], stated[order]), expected, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("name", BLIND_TO_SCALE)
@SLOW
@given(x=complete_values(), stated=weights())
def test_the_unit_of_measure_does_not_matter(name: str, x: FloatArray, stated: FloatArray) -> None:
    x = spread(x)
    scaled = x * np.array([1, 1000, 0.01, 7])
    np.testing.assert_allclose(weighted(name, scaled, stated), weighted(name, x, stated), rtol=1e-6, atol=1e-8)
