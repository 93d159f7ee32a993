"""Laws of every registered normalisation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.engine import METHODS
from parkindex.engine.arrays import FloatArray
from parkindex.errors import MethodError

from .engine_cases import CHILDREN, DIRECTIONS, SEEDS, UNITS, complete_values, parameters, shuffled, values_with_gaps

NAMES = sorted(METHODS["normalisation"])
BOUNDED = {
    "min_max": (0, 100),
    "rank": (1, UNITS),
    "borda": (0, UNITS - 1),
    "percentile_rank": (0, 1),
    "goalposts": (0, 100),
    "distance_to_best": (0, 100),
    "distance_to_target": (0, 100),
    "share_of_best": (0, 100),
    "vector": (0, 1),
    "total": (0, 1),
    "rubric": (0, 100),
    "two_sided": (0, 100),
}
NOT_MONOTONE = {"two_sided", "categorical"}
FREE_OF_UNITS = ["min_max", "z_score", "t_score", "rank", "borda", "percentile_rank", "distance_to_best"]
FREE_OF_SCALE = [*FREE_OF_UNITS, "share_of_best", "vector", "total"]
NEEDS_SPREAD = ["min_max", "z_score", "t_score", "distance_to_best"]
FEW = settings(max_examples=15, deadline=None)


def normalised(name: str, x: FloatArray, direction: np.ndarray) -> FloatArray:
    stated = dict(parameters("normalisation", name))
    if name == "distance_to_target":
        stated["target"] = np.where(np.asarray(direction) > 0, 1e4, -1e4)
    if name == "distance_to_unit":
        x = x.copy()
        best = np.fmax.reduce(x * direction, axis=-2) + 1
        x[..., 0, :] = best * direction
    result: FloatArray = METHODS["normalisation"][name](x, direction, **stated)
    return result


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(x=values_with_gaps(), y=values_with_gaps(), direction=DIRECTIONS)
def test_missing_stays_missing_and_stacks_equal_draws(
    name: str, x: FloatArray, y: FloatArray, direction: np.ndarray
) -> None:
    if name == "categorical":
        x, y = np.minimum(x, 100), np.minimum(y, 100)
    together = normalised(name, np.stack([x, y]), direction)
    alone = normalised(name, x, direction)
    np.testing.assert_array_equal(together[0], alone)
    rows = slice(1, None) if name == "distance_to_unit" else slice(None)
    np.testing.assert_array_equal(np.isnan(alone)[rows], np.isnan(x)[rows])


@pytest.mark.parametrize("name", sorted(set(NAMES) - NOT_MONOTONE - {"distance_to_unit"}))
@FEW
@given(x=complete_values(), direction=DIRECTIONS)
def test_better_is_never_scored_lower(name: str, x: FloatArray, direction: np.ndarray) -> None:
    scores = normalised(name, x, direction)
    for column in range(CHILDREN):
        order = np.argsort(x[:, column] * direction[column], kind="stable")
        rise = np.diff(scores[order, column])
        assert (rise >= -1e-9).all()


@pytest.mark.parametrize("name", sorted(BOUNDED))
@FEW
@given(x=values_with_gaps(), direction=DIRECTIONS)
def test_scores_keep_within_the_scale(name: str, x: FloatArray, direction: np.ndarray) -> None:
    scores = normalised(name, x, direction)
    low, high = BOUNDED[name]
    assert np.nanmin(scores) >= low - 1e-9
    assert np.nanmax(scores) <= high + 1e-9


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"distance_to_unit"}))
@FEW
@given(x=values_with_gaps(), direction=DIRECTIONS, seed=SEEDS)
def test_the_order_of_units_and_indicators_does_not_matter(
    name: str, x: FloatArray, direction: np.ndarray, seed: int
) -> None:
    x = np.minimum(x, 100) if name == "categorical" else x
    units, columns = shuffled(seed, UNITS), shuffled(seed + 1, CHILDREN)
    expected = normalised(name, x, direction)[units][:, columns]
    np.testing.assert_allclose(
        normalised(name, x[units][:, columns], direction[columns]), expected, rtol=1e-9, atol=1e-12
    )


@pytest.mark.parametrize("name", FREE_OF_SCALE)
@FEW
@given(x=values_with_gaps(), direction=DIRECTIONS, factor=st.sampled_from([0.25, 3.0, 1e6]))
def test_the_unit_of_measure_does_not_matter(name: str, x: FloatArray, direction: np.ndarray, factor: float) -> None:
    np.testing.assert_allclose(
        normalised(name, x * factor, direction), normalised(name, x, direction), rtol=1e-9, atol=1e-9
    )


@pytest.mark.parametrize("name", FREE_OF_UNITS)
@FEW
@given(x=values_with_gaps(), direction=DIRECTIONS)
def test_the_zero_of_the_scale_does_not_matter(name: str, x: FloatArray, direction: np.ndarray) -> None:
    np.testing.assert_allclose(
        normalised(name, x + 1000, direction), normalised(name, x, direction), rtol=1e-9, atol=1e-9
    )


@pytest.mark.parametrize("name", NEEDS_SPREAD)
def test_a_constant_indicator_and_a_single_unit_are_refused(name: str) -> None:
    for x in (np.array([[1.0, 5], [2, 5]]), np.array([[1.0, np.nan], [np.nan, 2]])):
        with pytest.raises(MethodError, match="all values are the same"):
            METHODS["normalisation"][name](x, [1, 1])


@pytest.mark.parametrize("name", NAMES)
def test_an_indicator_without_values_stays_missing(name: str) -> None:
    x = np.full((UNITS, CHILDREN), np.nan)
    x[:, :2] = np.arange(1, 2 * UNITS + 1).reshape(UNITS, 2)
    scores = normalised(name, x, np.ones(CHILDREN))
    assert np.isnan(scores[:, 2:]).all()
    assert not np.isnan(scores[:, :2]).any()
