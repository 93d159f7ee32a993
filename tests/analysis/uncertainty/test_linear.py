from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.linear import linear_form, span
from parkindex.engine import Method, Step, run

if TYPE_CHECKING:
    from .conftest import Make

TREE = {"index": None, "x": "index", "a": "x", "b": "x", "y": "index", "c": "y", "d": "y", "e": "index"}


@pytest.mark.parametrize(
    "aggregation", [Step("arithmetic"), Step("geometric"), Step("harmonic"), Step("power", {"p": 2.5})]
)
@pytest.mark.parametrize("weighting", [Step("given"), Step("given", nodes={"x": Step("equal")})])
def test_one_product_scores_as_the_engine_does(make: Make, aggregation: Step, weighting: Step) -> None:
    random = np.random.default_rng(4)
    method = Method("m", normalisation=Step("none"), aggregation=aggregation, weighting=weighting)
    held = make(random.random((9, 5)) + 0.1, method, parents=TREE)
    weight = random.random((30, len(held.structure)))
    form = linear_form(held.outcome.normalised, held.structure, method)
    assert form is not None
    expected = run(held.values[None], held.structure, held.direction, method, weight=weight).scores[..., 0]
    np.testing.assert_allclose(form.scores(weight), expected, rtol=1e-13)


def test_a_plain_sum_ignores_weights(make: Make) -> None:
    method = Method("m", normalisation=Step("none"), aggregation=Step("sum"))
    held = make([[1, 2], [3, 5]], method)
    form = linear_form(held.outcome.normalised, held.structure, method)
    assert form is not None
    assert form.scores(np.random.default_rng(1).random((3, 3))).tolist() == [[3, 8]] * 3


@pytest.mark.parametrize(
    ("method", "values"),
    [
        (Method("m", normalisation=Step("none")), [[1, np.nan], [2, 3]]),
        (Method("m", normalisation=Step("none"), aggregation=Step("geometric")), [[1, 0], [2, 3]]),
        (Method("m", normalisation=Step("none"), aggregation=Step("topsis")), [[1, 4], [2, 3]]),
        (Method("m", normalisation=Step("none"), weighting=Step("entropy")), [[1, 4], [2, 3]]),
        (Method("m", normalisation=Step("none"), aggregation=Step("geometric", nodes={"index": Step("sum")})), None),
    ],
)
def test_what_is_no_one_mean_is_left_to_the_engine(
    make: Make, method: Method, values: list[list[float]] | None
) -> None:
    held = make(np.ones((3, 5)), method, parents=TREE) if values is None else make(values, method)
    normalised = np.full_like(held.values, np.nan)
    normalised[:, held.structure.leaves] = held.values[:, held.structure.leaves]
    assert linear_form(normalised, held.structure, method) is None


def test_equal_units_get_the_very_same_score(make: Make) -> None:
    values = np.random.default_rng(8).random((41, 7))
    values[40] = values[3]
    held = make(values)
    form = linear_form(held.outcome.normalised, held.structure, held.method)
    assert form is not None
    scores = form.scores(np.random.default_rng(9).random((50, 8)))
    np.testing.assert_array_equal(scores[:, 40], scores[:, 3])


def test_signs_of_nought_do_not_part_equal_units(make: Make) -> None:
    held = make([[0.0, 2.0], [-0.0, 2.0], [1.0, 3.0]], Method("m", normalisation=Step("none")))
    form = linear_form(held.outcome.normalised, held.structure, held.method)
    assert form is not None
    assert form.twins.tolist() == [0, 0, 2]


def test_neighbours_are_a_slice() -> None:
    assert span(np.array([2, 3, 4])) == slice(2, 5)
    assert span(np.array([2, 4])).tolist() == [2, 4]
