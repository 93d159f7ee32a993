"""Effective weights beside nominal ones, by hand, and what is said when weights cannot be optimised."""

from __future__ import annotations

import math

import numpy as np
import pytest

from parkindex.analysis.importance import weigh_up
from parkindex.engine.method import Step

from .structure_cases import COLUMNS, scored

SPREAD = {**COLUMNS, "d": (3, 1, 2, 5, 4, 8, 6, 7)}


def test_effective_weights_are_shares_of_the_parents_variance() -> None:
    result = scored(SPREAD)
    (index,) = weigh_up(result, node="index")
    people, money = result.column("people"), result.column("money")
    whole = 0.6 * people + 0.4 * money
    expected = [
        0.6 * np.cov(people, whole)[0, 1] / whole.var(ddof=1),
        0.4 * np.cov(money, whole)[0, 1] / whole.var(ddof=1),
    ]
    assert [child.effective for child in index.children] == pytest.approx(expected)
    assert [child.nominal for child in index.children] == pytest.approx([0.6, 0.4])
    assert [child.used for child in index.children] == pytest.approx([0.6, 0.4])
    assert (index.n, index.linear, index.converged) == (8, True, True)
    assert [child.reached for child in index.children] == pytest.approx([0.6, 0.4], abs=1e-4)


def test_optimised_weights_do_what_they_are_for() -> None:
    result = scored(SPREAD)
    (index,) = weigh_up(result, node="index")
    weight = [child.optimised for child in index.children]
    assert sum(weight) == pytest.approx(1)
    whole = weight[0] * result.column("people") + weight[1] * result.column("money")
    shares = [
        w * np.cov(result.column(code), whole)[0, 1] / whole.var(ddof=1)
        for w, code in zip(weight, ("people", "money"), strict=True)
    ]
    assert shares == pytest.approx([0.6, 0.4], abs=1e-3)


def test_a_sum_weighs_its_children_alike() -> None:
    (index,) = weigh_up(scored(SPREAD, aggregation=Step("sum")), node="index")
    assert [child.used for child in index.children] == [0.5, 0.5]
    assert [child.nominal for child in index.children] == pytest.approx([0.6, 0.4])


def test_a_geometric_mean_has_no_shares_but_importances() -> None:
    steps = {"normalisation": Step("min_max", {"to": (1.0, 100.0)}), "aggregation": Step("geometric")}
    (index,) = weigh_up(scored(SPREAD, **steps), node="index")
    assert not index.linear
    assert "not a sum" in index.message
    for child in index.children:
        assert math.isnan(child.effective)
        assert math.isnan(child.optimised)
        assert 0 < child.explained <= 1


def test_children_that_cancel_each_other_are_said_not_to_converge() -> None:
    # a and c are exactly opposed: no weights give both a third of the variance
    (people,) = weigh_up(scored(), node="people")
    assert not people.converged
    assert people.message.startswith("no convergence: a gap of")


def test_the_correlation_ratio_is_one_for_what_determines_the_parent() -> None:
    (people,) = weigh_up(scored(), node="people")
    explained = {child.node: child.explained for child in people.children}
    assert explained["b"] == pytest.approx(1.0)
    assert explained["a"] < 1


def test_weights_of_single_units_are_averaged() -> None:
    steps = {"normalisation": Step("min_max", {"to": (1.0, 100.0)}), "weighting": Step("benefit_of_the_doubt")}
    result = scored(SPREAD, **steps)
    (index,) = weigh_up(result, node="index")
    mean = np.mean([[result.weight(unit, code) for code in ("people", "money")] for unit in result.units], axis=0)
    assert [child.used for child in index.children] == pytest.approx(list(mean / mean.sum()))
