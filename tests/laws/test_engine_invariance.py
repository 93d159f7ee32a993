"""What must not matter: the order of units and indicators, and the unit of measure, in the steps between the others."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.engine import METHODS
from parkindex.engine.arrays import FloatArray

from .engine_cases import (
    CHILDREN,
    PANEL,
    SEEDS,
    UNITS,
    complete_values,
    parameters,
    shuffled,
    values_with_gaps,
    weights,
)

FEW = settings(max_examples=12, deadline=None)
FACTORS = st.sampled_from([0.25, 3.0, 1e6])
IMPUTATIONS = sorted(set(METHODS["imputation"]) - PANEL)
# a scale of its own: the logarithm of the Global Innovation Index and that of values in another unit of measure
OWN_SCALE = {"log", "log_gii"}
FREE_OF_SCALE = ["copeland", "vikor"]
NORMALISED = {"topsis": "vector", "grey_relational": "min_max", "merec": "share_of_best", "promethee": "rank"}


def spread(x: FloatArray) -> FloatArray:
    """Break up ties, which some methods settle by who stands first."""
    return x + np.random.default_rng(2).random(x.shape)


@pytest.mark.parametrize("name", IMPUTATIONS)
@FEW
@given(x=values_with_gaps(), seed=SEEDS)
def test_the_order_does_not_matter_to_imputation(name: str, x: FloatArray, seed: int) -> None:
    method, stated = METHODS["imputation"][name], dict(parameters("imputation", name))
    x, units, columns = spread(x), shuffled(seed, UNITS), shuffled(seed + 1, CHILDREN)
    expected, mask = method(x, **stated)
    if "group" in stated:
        stated["group"] = np.array(stated["group"])[units]
    found, marks = method(x[units][:, columns], **stated)
    np.testing.assert_allclose(found, expected[units][:, columns], rtol=1e-3, atol=1e-3)
    np.testing.assert_array_equal(marks, mask[units][:, columns])


@pytest.mark.parametrize("name", IMPUTATIONS)
@FEW
@given(x=values_with_gaps(), factor=FACTORS)
def test_the_unit_of_measure_does_not_matter_to_imputation(name: str, x: FloatArray, factor: float) -> None:
    method, stated = METHODS["imputation"][name], parameters("imputation", name)
    x, scale = spread(x), np.array([1.0, factor, 1.0, 1.0])
    expected, mask = method(x, **stated)
    found, marks = method(x * scale, **stated)
    np.testing.assert_allclose(found, expected * scale, rtol=1e-6)
    np.testing.assert_array_equal(marks, mask)


@pytest.mark.parametrize("name", sorted(METHODS["treatment"]))
@FEW
@given(x=values_with_gaps(), seed=SEEDS)
def test_the_order_does_not_matter_to_treatment(name: str, x: FloatArray, seed: int) -> None:
    method, stated = METHODS["treatment"][name], parameters("treatment", name)
    x, units, columns = spread(x) + 1, shuffled(seed, UNITS), shuffled(seed + 1, CHILDREN)
    expected, mask = method(x, **stated)
    found, marks = method(x[units][:, columns], **stated)
    np.testing.assert_allclose(found, expected[units][:, columns], rtol=1e-6, atol=1e-6)
    np.testing.assert_array_equal(marks, mask[units][:, columns])


@pytest.mark.parametrize("name", sorted(set(METHODS["treatment"]) - OWN_SCALE))
@FEW
@given(x=values_with_gaps(), factor=FACTORS)
def test_the_unit_of_measure_does_not_matter_to_treatment(name: str, x: FloatArray, factor: float) -> None:
    """Scores brought to one scale are the same, whether the values were in metres or in kilometres."""
    method, stated = METHODS["treatment"][name], parameters("treatment", name)
    x, up = spread(x) + 1, np.ones(CHILDREN)
    plain, scaled = method(x, **stated)[0], method(x * factor, **stated)[0]
    assume((np.fmin.reduce(plain, axis=0) < np.fmax.reduce(plain, axis=0)).all())
    expected = METHODS["normalisation"]["min_max"](plain, up)
    np.testing.assert_allclose(METHODS["normalisation"]["min_max"](scaled, up), expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("name", FREE_OF_SCALE)
@FEW
@given(x=values_with_gaps(), weight=weights(), factor=FACTORS)
def test_the_unit_of_measure_does_not_matter_to_comparisons(
    name: str, x: FloatArray, weight: FloatArray, factor: float
) -> None:
    method, scale = METHODS["aggregation"][name], np.array([factor, 1.0, 1.0, 1.0])
    np.testing.assert_allclose(method(x * scale + 7, weight), method(x, weight), rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize(("name", "before"), sorted(NORMALISED.items()))
@FEW
@given(x=complete_values(), weight=weights(), factor=FACTORS)
def test_the_unit_of_measure_does_not_matter_after_the_published_normalisation(
    name: str, before: str, x: FloatArray, weight: FloatArray, factor: float
) -> None:
    step = "weighting" if name in METHODS["weighting"] else "aggregation"
    more: dict[str, Any] = {"to": (0, 1)} if before == "min_max" else {}
    scale, up = np.array([factor, 1.0, 1.0, 1.0]), np.ones(CHILDREN)
    first, second = (METHODS["normalisation"][before](values, up, **more) for values in (x, x * scale))
    method = METHODS[step][name]
    np.testing.assert_allclose(method(second, weight), method(first, weight), rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize("name", sorted(set(METHODS["tiers"]) - {"thresholds"}))
@FEW
@given(x=complete_values(children=1), factor=st.sampled_from([0.5, 4.0, 1024.0]))
def test_the_scale_of_the_scores_does_not_matter_to_tiers(name: str, x: FloatArray, factor: float) -> None:
    method, stated = METHODS["tiers"][name], parameters("tiers", name)
    np.testing.assert_array_equal(method(x[:, 0] * factor, **stated), method(x[:, 0], **stated))


@FEW
@given(x=values_with_gaps(children=1), seed=SEEDS)
def test_the_order_does_not_matter_to_ranks_within_groups(x: FloatArray, seed: int) -> None:
    method, group, order = METHODS["ranking"]["rank_within_groups"], np.array(list("aabbbaa")), shuffled(seed, UNITS)
    ranks = method(x[:, 0], group=group)
    np.testing.assert_array_equal(method(x[order, 0], group=group[order]), ranks[order])
    for label in "ab":
        alone = METHODS["ranking"]["rank"](x[group == label, 0])
        np.testing.assert_array_equal(ranks[group == label], alone)
