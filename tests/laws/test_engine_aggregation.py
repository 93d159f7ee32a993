"""Laws of every registered aggregation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.engine import METHODS
from parkindex.engine.aggregation import arithmetic, geometric, harmonic, power_mean
from parkindex.engine.arrays import FloatArray

from .engine_cases import CHILDREN, SEEDS, UNITS, complete_values, parameters, shuffled, values_with_gaps, weights

NAMES = sorted(METHODS["aggregation"])
MEANS = ["arithmetic", "geometric", "harmonic", "power"]
BOUNDED = {
    "copeland": (1 - UNITS, UNITS - 1),
    "topsis": (0, 1),
    "vikor": (0, 1),
    "promethee": (-1, 1),
    "grey_relational": (0, 1),
    "fuzzy": (0, 100),
    "benefit_of_the_doubt": (0, 1),
}
# a unit that gains in a child may lose standing under the penalty for imbalance
NOT_MONOTONE = {"mazziotta_pareto", "mean_with_bonus"}
FEW = settings(max_examples=12, deadline=None)


def aggregated(name: str, x: FloatArray, weight: FloatArray) -> FloatArray:
    result: FloatArray = METHODS["aggregation"][name](x, weight, **parameters("aggregation", name))
    return result


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(x=values_with_gaps(), y=values_with_gaps(), weight=weights())
def test_stacks_equal_draws(name: str, x: FloatArray, y: FloatArray, weight: FloatArray) -> None:
    together = aggregated(name, np.stack([x, y]), weight)
    np.testing.assert_array_equal(together[0], aggregated(name, x, weight))
    np.testing.assert_array_equal(together[1], aggregated(name, y, weight))


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"benefit_of_the_doubt"}))
@FEW
@given(x=values_with_gaps(), first=weights(), second=weights())
def test_draws_of_weights_equal_each_alone(name: str, x: FloatArray, first: FloatArray, second: FloatArray) -> None:
    together = np.broadcast_to(aggregated(name, x[None], np.stack([first, second])), (2, UNITS))
    np.testing.assert_array_equal(together[0], aggregated(name, x, first))
    np.testing.assert_array_equal(together[1], aggregated(name, x, second))


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(x=complete_values(), weight=weights())
def test_a_unit_without_children_is_missing_and_changes_nobody(name: str, x: FloatArray, weight: FloatArray) -> None:
    with_empty = np.vstack([x, np.full(CHILDREN, np.nan)])
    scores = aggregated(name, with_empty, weight)
    if name == "mean_with_bonus":
        assert np.isnan(scores[-1])
        return
    assert np.isnan(scores).tolist() == [False] * UNITS + [True]
    np.testing.assert_allclose(scores[:-1], aggregated(name, x, weight), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"mean_with_bonus"}))
@FEW
@given(x=values_with_gaps(), weight=weights(), seed=SEEDS)
def test_the_order_of_units_and_children_does_not_matter(
    name: str, x: FloatArray, weight: FloatArray, seed: int
) -> None:
    units, children = shuffled(seed, UNITS), shuffled(seed + 1, CHILDREN)
    expected = aggregated(name, x, weight)[units]
    found = aggregated(name, x[units][:, children], weight[children])
    np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", sorted(set(NAMES) - NOT_MONOTONE - {"grey_relational"}))
@FEW
@given(x=complete_values(), weight=weights(), unit=st.integers(0, UNITS - 1), child=st.integers(0, CHILDREN - 1))
def test_a_unit_that_gains_does_not_lose_against_itself(
    name: str, x: FloatArray, weight: FloatArray, unit: int, child: int
) -> None:
    # within the range of the others, so that the ideals of distance methods stay where they are
    x[unit, child] = np.delete(x[:, child], unit).min()
    better = x.copy()
    better[unit, child] = np.delete(x[:, child], unit).max()
    before, after = aggregated(name, x, weight), aggregated(name, better, weight)
    assert after[unit] >= before[unit] - 1e-9


@pytest.mark.parametrize("name", sorted(BOUNDED))
@FEW
@given(x=values_with_gaps(), weight=weights())
def test_scores_keep_within_their_bounds(name: str, x: FloatArray, weight: FloatArray) -> None:
    scores = aggregated(name, x, weight)
    low, high = BOUNDED[name]
    assert np.nanmin(scores) >= low - 1e-9
    assert np.nanmax(scores) <= high + 1e-9


@pytest.mark.parametrize("name", MEANS)
@FEW
@given(x=values_with_gaps(), weight=weights())
def test_a_mean_lies_between_the_least_and_the_greatest(name: str, x: FloatArray, weight: FloatArray) -> None:
    scores = aggregated(name, x, weight)
    some = ~np.isnan(scores)
    assert (scores >= np.fmin.reduce(x, axis=1) * (1 - 1e-12))[some].all()
    assert (scores <= np.fmax.reduce(x, axis=1) * (1 + 1e-12))[some].all()


@given(x=values_with_gaps(), weight=weights())
def test_arithmetic_is_never_below_geometric_nor_that_below_harmonic(x: FloatArray, weight: FloatArray) -> None:
    means = arithmetic(x, weight), geometric(x, weight), harmonic(x, weight)
    some = ~np.isnan(means[0])
    assert (means[0] >= means[1] * (1 - 1e-12))[some].all()
    assert (means[1] >= means[2] * (1 - 1e-12))[some].all()


@given(x=complete_values(), weight=weights(), p=st.floats(-8, 8), q=st.floats(-8, 8))
def test_a_higher_power_never_lowers_the_mean(x: FloatArray, weight: FloatArray, p: float, q: float) -> None:
    low, high = sorted([round(p, 2), round(q, 2)])
    assert (power_mean(x, weight, p=high) >= power_mean(x, weight, p=low) * (1 - 1e-9)).all()


@given(
    x=complete_values(),
    weight=weights(),
    factor=st.sampled_from([1e-3, 7.0, 1e6]),
    p=st.sampled_from([-2.0, 0.0, 1.0, 3.0]),
)
def test_means_carry_their_unit_of_measure(x: FloatArray, weight: FloatArray, factor: float, p: float) -> None:
    np.testing.assert_allclose(power_mean(x * factor, weight, p=p), factor * power_mean(x, weight, p=p), rtol=1e-9)


@given(x=values_with_gaps(), weight=weights(), share=st.floats(0, 1))
def test_the_one_rule_for_missing_children(x: FloatArray, weight: FloatArray, share: float) -> None:
    scores = arithmetic(x, weight, minimum_share=share)
    present = (~np.isnan(x) * weight).sum(axis=1) / weight.sum()
    clear = np.abs(present - share) > 1e-9
    np.testing.assert_array_equal(np.isnan(scores)[clear], ((present < share) | (present == 0))[clear])
