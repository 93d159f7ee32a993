"""The weights of one family, as a space to move in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.weight_space import WeightSpace, weight_space
from parkindex.engine import Method, Step
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from .conftest import Make

TREE = {"index": None, "x": "index", "a": "x", "b": "x", "y": "index", "c": "y", "d": "y", "e": "index"}
MEANS = [Step("arithmetic"), Step("geometric"), Step("harmonic"), Step("power", {"p": 2.0}), Step("power", {"p": -0.5})]


def plain(aggregation: Step) -> Method:
    return Method("m", normalisation=Step("none"), aggregation=aggregation)


def turned(space: WeightSpace, scores: np.ndarray) -> np.ndarray:
    return np.array([space.transformed(float(score)) for score in scores])


@pytest.mark.parametrize("aggregation", MEANS, ids=str)
@pytest.mark.parametrize("node", ["index", "x"])
def test_the_index_is_a_straight_line_in_the_weights_of_a_family(make: Make, aggregation: Step, node: str) -> None:
    held = make(np.random.default_rng(1).random((6, 5)) + 0.2, plain(aggregation), parents=TREE)
    space = weight_space(held, node)
    assert space.matrix is not None
    assert space.shares.sum() == pytest.approx(1)
    for shares in np.random.default_rng(2).dirichlet(np.ones(len(space.codes)), 5):
        np.testing.assert_allclose(space.matrix @ shares, turned(space, space.scores(shares)), rtol=1e-12)


def test_the_order_is_kept_whatever_the_mean(make: Make) -> None:
    for aggregation in MEANS:
        space = weight_space(make(np.random.default_rng(3).random((9, 3)) + 0.1, plain(aggregation)))
        assert space.matrix is not None
        np.testing.assert_array_equal(np.argsort(space.matrix @ space.shares), np.argsort(space.evaluation.scores))


def test_equal_weights_further_up_are_taken_into_account(make: Make) -> None:
    weighting = Step("given", nodes={"index": Step("equal")})
    parents = {"index": None, "x": "index", "a": "x", "b": "x", "c": "index"}
    held = make([[1.0, 5, 2], [4, 2, 3]], Method("m", normalisation=Step("none"), weighting=weighting), parents=parents)
    space = weight_space(held, "x")
    assert space.matrix is not None
    np.testing.assert_allclose(space.matrix @ space.shares, held.scores)
    with pytest.raises(MethodError, match="the weighting is 'equal'"):
        weight_space(held)


def test_rounding_is_left_off(make: Make) -> None:
    space = weight_space(make([[0.12, 0.31], [0.4, 0.1]], Method("m", normalisation=Step("none"), decimals=0)))
    assert space.matrix is not None
    assert space.matrix.tolist() == [[0.12, 0.31], [0.4, 0.1]]


@pytest.mark.parametrize(
    ("aggregation", "values"),
    [(Step("topsis"), [[1.0, 5], [4, 2]]), (Step("arithmetic"), [[1.0, np.nan], [4, 2]])],
    ids=["topsis", "gaps"],
)
def test_without_a_straight_line_there_is_no_matrix(make: Make, aggregation: Step, values: list[list[float]]) -> None:
    space = weight_space(make(values, plain(aggregation)))
    assert space.matrix is None
    assert space.scores(np.array([[0.5, 0.5], [0.9, 0.1]])).shape == (2, 2)


def test_means_of_different_kinds_on_the_way_up_are_no_straight_line(make: Make) -> None:
    aggregation = Step("arithmetic", nodes={"x": Step("geometric")})
    held = make(np.ones((3, 5)) + np.eye(3, 5), plain(aggregation), parents=TREE)
    assert weight_space(held, "x").matrix is None
    assert weight_space(held).matrix is not None


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (plain(Step("sum")), "points are added without weights"),
        (Method("m", normalisation=Step("none"), weighting=Step("entropy")), "the weighting is 'entropy'"),
    ],
)
def test_weights_that_do_not_act_are_no_space(make: Make, method: Method, said: str) -> None:
    with pytest.raises(MethodError, match=said):
        weight_space(make([[1.0, 5], [4, 2]], method))


def test_a_node_without_a_family_is_no_space(make: Make) -> None:
    with pytest.raises(MethodError, match="no two children"):
        weight_space(make([[1.0, 5], [4, 2]]), "a")


def test_a_score_outside_the_domain_is_said(make: Make) -> None:
    space = weight_space(make([[1.0, 5], [4, 2]], plain(Step("geometric"))))
    with pytest.raises(ValueError, match="never gives -1"):
        space.transformed(-1.0)
