"""The policies for the edge cases, across all the methods they touch: what is refused, what passes, as what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from parkindex.engine import METHODS, Method, Step, Structure, run
from parkindex.engine.arrays import FloatArray
from parkindex.errors import MethodError

from .engine_cases import CHILDREN, PANEL, UNITS, parameters

TREE = Structure.of({"r": None, "a": "r", "b": "r", "c": "r", "d": "r"})
X = np.random.default_rng(5).integers(1, 100, (UNITS, CHILDREN)).astype(float) + np.arange(UNITS)[:, None] / 8
CONSTANT = np.where(np.arange(CHILDREN) == 1, 5.0, X)

NORMALISATIONS = sorted(METHODS["normalisation"])
AGGREGATIONS = sorted(METHODS["aggregation"])
WEIGHTINGS = sorted(METHODS["weighting"])
BY_EXPERTS = {"given", "equal", "budget_allocation", "analytic_hierarchy", "best_worst"}


def called(step: str, name: str, *arrays: Any, **more: Any) -> Any:
    return METHODS[step][name](*arrays, **{**parameters(step, name), **more})


def refused(call: Callable[[], Any]) -> bool:
    try:
        call()
    except MethodError as error:
        return bool(error.findings)
    return False


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_a_constant_indicator(name: str) -> None:
    """Refused where a spread is needed; else every unit gets the same, and never a silent gap."""
    if name == "categorical":
        scores = called("normalisation", name, np.full((UNITS, CHILDREN), 5.0), np.ones(CHILDREN))
    elif refused(lambda: called("normalisation", name, CONSTANT, np.ones(CHILDREN))):
        assert name in {"min_max", "z_score", "t_score", "distance_to_best", "distance_to_unit"}
        return
    else:
        scores = called("normalisation", name, CONSTANT, np.ones(CHILDREN))
    assert len(np.unique(scores[:, 1])) == 1
    assert not np.isnan(scores).any()


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_one_unit(name: str) -> None:
    """One unit has no spread: refused, or scored by marks from outside and by shares."""
    one = np.full((1, CHILDREN), 5.0)
    if refused(lambda: called("normalisation", name, one, np.ones(CHILDREN))):
        assert name in {"min_max", "z_score", "t_score", "distance_to_best", "distance_to_unit"}
    else:
        assert not np.isnan(called("normalisation", name, one, np.ones(CHILDREN))).any()


@pytest.mark.parametrize(
    "name", sorted(set(NORMALISATIONS) - {"distance_to_unit", "distance_to_target", "categorical"})
)
def test_a_negative_direction_turns_the_order(name: str) -> None:
    column = np.linspace(10, 90, 9)[:, None]
    up, down = called("normalisation", name, column, [1]), called("normalisation", name, column, [-1])
    if name == "two_sided":
        np.testing.assert_allclose(up + down, 100)
    else:
        assert (np.diff(up[:, 0]) >= 0).all()
        assert (np.diff(down[:, 0]) <= 0).all()
        assert up[0, 0] < up[-1, 0]
        assert down[0, 0] > down[-1, 0]


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_ties_stay_ties(name: str) -> None:
    x = np.repeat(np.array([[3.0], [50.0], [70.0]]), 2, axis=0)
    x = x[::-1] if name == "distance_to_unit" else x
    scores = called("normalisation", name, x, [1])[:, 0]
    assert (scores[::2] == scores[1::2]).all()


@pytest.mark.parametrize("name", AGGREGATIONS)
def test_ties_between_units_stay_ties(name: str) -> None:
    twins = np.vstack([X, X])
    scores = called("aggregation", name, twins, np.ones(CHILDREN))
    np.testing.assert_allclose(scores[:UNITS], scores[UNITS:], rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("weight", [[1, -1, 1, 1], [1, np.nan, 1, 1], [1, np.inf, 1, 1], [0, 0, 0, 0], [1, 1]])
@pytest.mark.parametrize("name", sorted(set(AGGREGATIONS) - {"sum", "benefit_of_the_doubt"}))
def test_weights_that_are_none_are_refused_by_every_aggregation(name: str, weight: list[float]) -> None:
    with pytest.raises(MethodError):
        called("aggregation", name, X, weight)


@pytest.mark.parametrize("weight", [[1, -1, 1, 1], [0, 0, 0, 0]])
@pytest.mark.parametrize("name", ["given", "target_importance", "combined"])
def test_weights_that_are_none_are_refused_by_weightings_that_use_them(name: str, weight: list[float]) -> None:
    with pytest.raises(MethodError):
        called("weighting", name, X, weight)


@pytest.mark.parametrize("name", ["geometric", "harmonic", "power"])
@pytest.mark.parametrize("low", [0.0, -3.0])
def test_what_is_not_positive_under_a_geometric_mean(name: str, low: float) -> None:
    x = X.copy()
    x[3, 2] = low
    if name == "power" and low == 0:
        assert called("aggregation", name, x, np.ones(CHILDREN))[3] > 0
        return
    with pytest.raises(MethodError, match="unit #3") as error:
        called("aggregation", name, x, np.ones(CHILDREN))
    assert error.value.findings[0].where == "indicator #2"


@pytest.mark.parametrize("name", sorted(set(WEIGHTINGS) - BY_EXPERTS))
def test_weights_from_children_that_are_all_constant(name: str) -> None:
    """Nothing follows from data that tell nobody apart: refused, except where a share of zero is still a share."""
    constant = np.full((UNITS, CHILDREN), 4.0)
    if not refused(lambda: called("weighting", name, constant, np.ones(CHILDREN))):
        assert name == "benefit_of_the_doubt"


@pytest.mark.parametrize("name", sorted(set(METHODS["imputation"]) - PANEL))
def test_an_indicator_that_nobody_has_stays_missing(name: str) -> None:
    x = X.copy()
    x[:, 2], x[1, 0] = np.nan, np.nan
    completed, mask = called("imputation", name, x)
    assert np.isnan(completed[:, 2]).all()
    assert not mask[:, 2].any()


@pytest.mark.parametrize("name", AGGREGATIONS)
def test_a_node_of_which_nothing_is_known_is_missing_for_all(name: str) -> None:
    x = np.full((3, CHILDREN), np.nan)
    if name in {"mean_with_bonus"} or not refused(lambda: called("aggregation", name, x, np.ones(CHILDREN))):
        assert np.isnan(called("aggregation", name, x, np.ones(CHILDREN))).all()


@pytest.mark.parametrize("step", ["normalisation", "aggregation"])
def test_what_a_method_refuses_is_told_with_the_node(step: str) -> None:
    held = np.full((UNITS, 5), np.nan)
    held[:, 1:] = CONSTANT - (5.0 if step == "aggregation" else 0.0)
    choices: dict[str, Any] = {
        "normalisation": Step("min_max") if step == "normalisation" else Step("none"),
        "aggregation": Step("geometric"),
    }
    with pytest.raises(MethodError) as error:
        run(held, TREE, np.ones(5), Method("m", **choices))
    assert "'b'" in str(error.value)
    assert "#1" not in error.value.findings[0].where


def test_an_index_of_one_unit_is_scored_where_the_method_allows() -> None:
    held: FloatArray = np.array([[np.nan, 3.0, 4.0, 5.0, 8.0]])
    scores = run(held, TREE, np.ones(5), Method("m", normalisation=Step("share_of_best")))
    assert scores.scores[0, 0] == 100
    assert scores.ranks.tolist() == [1]
    with pytest.raises(MethodError, match="all values are the same"):
        run(held, TREE, np.ones(5), Method("m"))
