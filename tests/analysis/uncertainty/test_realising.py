from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.realising import (
    chosen,
    columns_of,
    erring_values,
    printed_step,
    varied_weights,
    with_choice,
)
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation

    from .conftest import Make

TREE = {"index": None, "x": "index", "a": "x", "b": "x", "c": "index"}
POINTS = 4096


def shares(assumption: VariedWeights, held: Evaluation) -> np.ndarray:
    points = next(uniforms(1, columns_of(assumption, held), 0, POINTS, POINTS))
    weight = np.tile(held.structure.shares, (POINTS, 1))
    varied_weights(weight, points, assumption, held)
    family = held.structure.children(0)
    return np.asarray(weight[:, family] / weight[:, family].sum(axis=1, keepdims=True))


@pytest.fixture
def held(make: Make) -> Evaluation:
    return make([[1, 2, 3], [4, 5, 6]], weights=[50, 30, 20])


def test_uniform_weights_stay_within_their_bounds_around_the_stated_ones(held: Evaluation) -> None:
    found = shares(VariedWeights("uniform", within=0.2), held)
    np.testing.assert_allclose(found.mean(axis=0), [0.5, 0.3, 0.2], atol=0.003)
    ratio = found[:, 0] / found[:, 1]
    assert 0.5 * 0.8 / (0.3 * 1.2) <= ratio.min() < ratio.max() <= 0.5 * 1.2 / (0.3 * 0.8)


def test_dirichlet_weights_have_their_mean_and_variance(held: Evaluation) -> None:
    found = shares(VariedWeights("dirichlet", concentration=50), held)
    mean = np.array([0.5, 0.3, 0.2])
    np.testing.assert_allclose(found.mean(axis=0), mean, atol=1e-3)
    np.testing.assert_allclose(found.var(axis=0), mean * (1 - mean) / 51, rtol=0.03)


def test_every_weighting_is_as_likely_on_the_simplex(held: Evaluation) -> None:
    found = shares(VariedWeights("simplex"), held)
    np.testing.assert_allclose(found.mean(axis=0), [1 / 3] * 3, atol=3e-3)
    np.testing.assert_allclose((found > 0.5).mean(axis=0), [0.25] * 3, atol=0.01)


def test_experts_are_taken_alike_and_keep_the_stated_weight_where_they_are_silent(held: Evaluation) -> None:
    panel = ({"a": 1.0, "b": 1.0, "c": 2.0}, {"a": 0.0})
    assumption = VariedWeights("panel", panel=panel)
    assert columns_of(assumption, held) == 1
    found, times = np.unique(shares(assumption, held).round(9), axis=0, return_counts=True)
    assert found.tolist() == [[0.0, 0.6, 0.4], [0.25, 0.25, 0.5]]
    assert times.tolist() == [POINTS // 2, POINTS // 2]


def test_weights_vary_only_where_it_is_said(make: Make) -> None:
    held = make([[1, 2, 3], [4, 5, 6]], parents=TREE)
    assert columns_of(VariedWeights(), held) == 4
    assert columns_of(VariedWeights(families=("x",)), held) == 2


def test_a_choice_is_taken_for_the_method_or_for_a_node(make: Make) -> None:
    held = make([[1, 2, 3], [4, 5, 6]], parents=TREE)
    options = (Step("arithmetic"), Step("geometric"))
    whole = with_choice(held, Alternatives("aggregation", options), 1).method
    assert whole.aggregation == Step("geometric")
    single = with_choice(held, Alternatives("aggregation", options, node="x"), 1).method
    assert (single.aggregation.name, single.aggregation.nodes["x"].name) == ("arithmetic", "geometric")


def test_choices_are_equally_likely_and_nothing_is_left_out_first(make: Make) -> None:
    held = make([[1, 2, 3], [4, 5, 6]])
    left_out = LeftOut(("a", "b"))
    assert chosen(np.array([[0.0], [0.34], [0.67], [0.999]]), left_out).tolist() == [0, 1, 2, 2]
    assert with_choice(held, left_out, 0) is held
    assert with_choice(held, left_out, 2).structure.codes == ("index", "a", "c")


def errors(assumption: MeasurementError, held: Evaluation) -> np.ndarray:
    values = np.repeat(held.values[None], POINTS, axis=0)
    erring_values(values, next(uniforms(3, 1, 0, POINTS, POINTS)), assumption, held)
    return np.asarray((values - held.values)[:, :, held.structure.leaves])


@pytest.mark.parametrize(
    ("assumption", "limit"),
    [
        (MeasurementError("relative", 0.1), [[0.1, 20.0], [0.4, 5.0]]),
        (MeasurementError("absolute", 2.0), [[2.0, 2.0], [2.0, 2.0]]),
        (MeasurementError("rounding", 0.5), [[0.25, 0.25], [0.25, 0.25]]),
        (MeasurementError("rounding"), [[0.005, 0.5], [0.005, 0.5]]),
        (MeasurementError("absolute", 1.0, nodes=("b",)), [[0.0, 1.0], [0.0, 1.0]]),
        (MeasurementError("absolute", 1.0, units=("B",)), [[0.0, 0.0], [1.0, 1.0]]),
    ],
)
def test_errors_fill_their_bounds(make: Make, assumption: MeasurementError, limit: list[list[float]]) -> None:
    found = errors(assumption, make([[1.0, 200], [4.25, 50]]))
    np.testing.assert_allclose(np.abs(found).max(axis=0), limit, rtol=0.07)
    np.testing.assert_allclose(found.mean(axis=0), np.zeros((2, 2)), atol=0.05 * np.max(limit))


def test_normal_errors_have_their_deviation(make: Make) -> None:
    found = errors(MeasurementError("absolute", 3.0, shape="normal"), make([[1.0, 2], [3, 4]]))
    np.testing.assert_allclose(found.std(axis=0), 3.0, rtol=0.05)
    assert abs(np.corrcoef(found[:, 0, 0], found[:, 1, 1])[0, 1]) < 0.05


def test_the_same_coordinate_draws_the_same_errors(make: Make) -> None:
    held = make([[1.0, 2], [3, 4]])
    values = np.repeat(held.values[None], 3, axis=0)
    erring_values(values, np.array([[0.3], [0.7], [0.3]]), MeasurementError("absolute", 1.0), held)
    np.testing.assert_array_equal(values[0], values[2])
    assert not np.array_equal(values[0], values[1], equal_nan=True)


def test_missing_values_are_drawn_from_the_observed_ones(make: Make) -> None:
    held = make([[1.0, 2], [np.nan, 4], [5, np.nan]], Method("m", normalisation=Step("none")))
    values = np.repeat(held.values[None], 400, axis=0)
    erring_values(values, next(uniforms(1, 1, 0, 400, 400)), DrawnImputation(), held)
    leaves = held.structure.leaves
    assert set(values[:, 1, leaves[0]]) == {1.0, 5.0}
    assert set(values[:, 2, leaves[1]]) == {2.0, 4.0}
    assert 120 < np.count_nonzero(values[:, 1, leaves[0]] == 5.0) < 280
    np.testing.assert_array_equal(values[:, 0], np.repeat(held.values[[0]], 400, axis=0))


@pytest.mark.parametrize(
    ("column", "step"), [([1.0, 2.0], 1.0), ([1.5, 2.0], 0.1), ([95.25, np.nan, 3.0], 0.01), ([100.0, 2000.0], 1.0)]
)
def test_the_precision_in_which_values_are_written(column: list[float], step: float) -> None:
    assert printed_step(np.array(column)) == pytest.approx(step)
