from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.choices import Method, Step
from parkindex.engine.context import EMPTY, Context
from parkindex.engine.passes import aggregate, change, denominate, normalise, screen, split
from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

CODES = ["a", "b", "c"]
X = np.array([[1.0, 10, 5], [3, np.nan, 5.5], [2, 30, 9]])
UP = np.ones(3)


def test_columns_are_grouped_by_choice() -> None:
    parts = split(Step("mean", nodes={"b": Step("median")}), CODES)
    assert [(step.name, columns.tolist()) for step, columns in parts] == [("mean", [0, 2]), ("median", [1])]
    assert len(split(Step("mean", nodes={code: Step("median") for code in CODES}), CODES)) == 3


def test_single_columns_are_changed_on_their_own() -> None:
    filled, mask = change("imputation", X, Step("none", nodes={"b": Step("mean")}), CODES, EMPTY)
    assert filled[1, 1] == 20
    assert mask.sum() == 1


def test_denomination_by_column() -> None:
    context = Context(variables={"size": [1.0, 2.0, 4.0]})
    found = denominate(X, Step("none", nodes={"c": Step("ratio", {"by": "size"})}), CODES, context)
    np.testing.assert_array_equal(found[:, 2], [5, 2.75, 2.25])
    np.testing.assert_array_equal(found[:, :2], X[:, :2])


def test_clipped_values_are_marked_also_by_default() -> None:
    step = Step("goalposts", {"low": {"a": 1, "b": 0, "c": 5}, "high": {"a": 2, "b": 40, "c": 10}})
    scores, clipped = normalise(X, UP, step, CODES, EMPTY)
    assert np.argwhere(clipped).tolist() == [[1, 0]]
    assert scores[1, 0] == 100
    free = Step("goalposts", {**step.parameters, "truncate": False})
    assert not normalise(X, UP, free, CODES, EMPTY)[1].any()


def test_screening_sees_the_indicators_below_each_node() -> None:
    tree = Structure.of({"r": None, "p": "r", "a": "p", "b": "p", "c": "r"})
    method = Method("m", screening=Step("nodes", {"availability": 0.6}))
    assert np.argwhere(screen(X, tree, method, EMPTY)).tolist() == [[1, 0], [1, 1]]


def test_weights_of_each_units_own_are_kept_by_unit() -> None:
    tree = Structure.of({"r": None, "a": "r", "b": "r", "c": "r"})
    scores, used = aggregate(X, tree, tree.shares, Method("m", weighting=Step("benefit_of_the_doubt")), EMPTY)
    assert used.shape == scores.shape == (3, 4)
    np.testing.assert_allclose(used[:, 1:].sum(axis=1), 1)
    shared = aggregate(X, tree, tree.shares, Method("m"), EMPTY)[1]
    assert shared.shape == (4,)


def test_refusals_name_step_and_code() -> None:
    with pytest.raises(MethodError, match="treatment: indicator 'b'"):
        change("treatment", X - 10, Step("none", nodes={"b": Step("log")}), CODES, EMPTY)


def test_numbers_that_grow_too_great_are_refused_and_not_warned_of() -> None:
    step = Step("z_score", {"deviation": 1.7e308})
    with pytest.raises(MethodError, match="numbers grow beyond") as error:
        normalise(X, UP, step, CODES, EMPTY)
    assert error.value.findings[0].where == "normalisation: z_score"
