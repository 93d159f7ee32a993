"""Assumptions as methods.yaml states them; those that could not change anything are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.stated import assumptions_of, check_assumptions
from parkindex.engine import Method, Step
from parkindex.errors import MethodError
from parkindex.framework.methods import MethodText, NamedMethod
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition

    from .conftest import Make

BECAUSE = {"zh": "因为", "en": "Because"}
TREE = {"index": None, "x": "index", "a": "x", "b": "x", "c": "index"}
SUM = Method(
    "points", normalisation=Step("none"), aggregation=Step("sum"), tiers=Step("thresholds", {"at": (9.0, 3.0)})
)


def stated(held: Evaluation, *entries: dict[str, Any]) -> NamedMethod:
    """Return the method of an evaluation with assumptions as methods.yaml would state them, a line each from 10 on."""
    text = MethodText.model_validate(
        {"title": BECAUSE, "because": BECAUSE, "assumptions": tuple({**entry, "because": BECAUSE} for entry in entries)}
    )
    words = Text(zh="因为", en="Because")
    addresses = {f"assumptions {k}": f"methods.yaml:{10 + k}" for k in range(len(entries))}
    return NamedMethod(held.method, words, words, {}, addresses, text.assumptions)


@pytest.fixture
def held(make: Make) -> Evaluation:
    table = np.random.default_rng(1).random((8, 3)) * 50 + 1
    table[2, 1] = np.nan
    return make(table, Method("m", normalisation=Step("none"), imputation=Step("median")), parents=TREE)


def test_every_kind_becomes_what_the_analysis_takes(held: Evaluation) -> None:
    means = ({"method": "geometric"}, {"method": "harmonic"})
    named = stated(
        held,
        {"vary": "normalisation", "alternatives": ({"method": "min_max", "to": (1, 100)},)},
        {"vary": "aggregation", "node": "x", "own": False, "alternatives": means},
        {"vary": "imputation", "by": "drawn", "name": "hot_deck"},
        {"vary": "weights", "by": "uniform", "within": 0.2, "of": ("x",)},
        {"vary": "values", "by": "relative", "size": 0.05},
        {"vary": "indicators", "leave_out": "indicators"},
        {"vary": "indicators", "leave_out": "pillars", "name": "pillars"},
    )
    assert assumptions_of(named, held) == (
        Alternatives("normalisation", (Step("none"), Step("min_max", {"to": (1, 100)}))),
        Alternatives("aggregation", (Step("geometric"), Step("harmonic")), "x"),
        DrawnImputation((), "hot_deck"),
        VariedWeights("uniform", 0.2, families=("x",)),
        MeasurementError("relative", 0.05),
        LeftOut(("a", "b", "c")),
        LeftOut(("x", "c"), "pillars"),
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"vary": "weights", "by": "simplex", "of": ("indx",)}, "no node has the code 'indx'"),
        ({"vary": "weights", "by": "panel", "panel": ({"z": 1.0},)}, "no node has the code 'z'"),
        ({"vary": "values", "by": "relative", "size": 0.1, "units": ("Q",)}, "no unit has the code 'Q'"),
        ({"vary": "indicators", "leave_out": ("q",)}, "no node has the code 'q'"),
        ({"vary": "aggregation", "alternatives": ({"method": "geometrik"},)}, "unknown aggregation 'geometrik'"),
        ({"vary": "normalisation", "alternatives": ({"method": "min_max", "too": 3},)}, "too"),
        ({"vary": "tiers", "node": "x", "alternatives": ({"method": "none"},)}, "one choice for all nodes"),
    ],
)
def test_a_mistake_is_refused_at_its_line(held: Evaluation, entry: dict[str, Any], said: str) -> None:
    named = stated(held, {"vary": "weights", "by": "simplex", "name": "fine"}, entry)
    with pytest.raises(MethodError) as caught:
        assumptions_of(named, held)
    assert {finding.where for finding in caught.value.findings} == {"methods.yaml:11"}
    assert any(said in finding.message for finding in caught.value.findings)


def test_an_option_that_never_works_is_refused_with_its_cause(make: Make) -> None:
    table = np.random.default_rng(3).random((8, 3)) * 50 + 1
    held = make(table, Method("m", tiers=Step("quantiles", {"at": (0.7, 0.3)})), parents=TREE)
    rising = {"vary": "tiers", "alternatives": ({"method": "quantiles", "at": (0.3, 0.7)},)}
    scale = {"vary": "normalisation", "alternatives": ({"method": "goalposts", "low": 0, "high": {"a": 9, "b": 9}},)}
    with pytest.raises(MethodError) as caught:
        assumptions_of(stated(held, rising, scale), held)
    assert [finding.where for finding in caught.value.findings] == ["methods.yaml:10", "methods.yaml:11"]
    first, second = (str(finding) for finding in caught.value.findings)
    assert "assumption 'tiers' of method 'm': 'quantiles' cannot be applied" in first
    assert "fall from the best down" in first
    assert "'goalposts'" in second
    assert "hint: mend its parameters" in second


def test_a_wrong_parameter_is_told_with_its_assumption_and_method(held: Evaluation) -> None:
    entry = {"vary": "normalisation", "alternatives": ({"method": "goalposts", "low": 0, "high": 9, "trunk": 1},)}
    with pytest.raises(MethodError) as caught:
        assumptions_of(stated(held, entry), held)
    (finding,) = caught.value.findings
    assert finding.where == "methods.yaml:10"
    assert finding.message == "assumption 'normalisation' of method 'm': 'goalposts': unknown parameter 'trunk'"
    assert "truncate" in finding.hint


def test_all_mistakes_are_said_at_once(held: Evaluation) -> None:
    named = stated(
        held,
        {"vary": "weights", "by": "simplex", "of": ("q",)},
        {"vary": "values", "by": "absolute", "size": 1.0, "nodes": ("r", "s")},
    )
    with pytest.raises(MethodError) as caught:
        assumptions_of(named, held)
    assert [finding.where[-2:] for finding in caught.value.findings] == ["10", "11", "11"]


@pytest.mark.parametrize(
    ("entry", "idle"),
    [
        ({"vary": "weights", "by": "simplex"}, True),
        ({"vary": "imputation", "by": "drawn"}, True),
        ({"vary": "treatment", "alternatives": ({"method": "none"},)}, True),
        ({"vary": "aggregation", "own": False, "alternatives": ({"method": "sum"},)}, True),
        ({"vary": "values", "by": "rounding"}, False),
        ({"vary": "tiers", "alternatives": ({"method": "quantiles"},)}, False),
    ],
)
def test_what_could_change_nothing_is_refused(make: Make, entry: dict[str, Any], idle: bool) -> None:
    held = make([[1.0, 2.0], [5.0, 1.0], [3.0, 9.0]], SUM)
    named = stated(held, entry)
    if not idle:
        assert len(assumptions_of(named, held)) == 1
        return
    with pytest.raises(MethodError, match=r"methods.yaml:10 .*changes no score under the method 'points'"):
        assumptions_of(named, held)


def test_weights_act_where_one_of_the_choices_uses_them(make: Make) -> None:
    held = make([[1.0, 2.0], [5.0, 1.0]], SUM)
    means = Alternatives("aggregation", (Step("sum"), Step("arithmetic")))
    assert [number for number, _ in check_assumptions([VariedWeights()], held)] == [0]
    assert check_assumptions([means, VariedWeights()], held) == []


def test_a_choice_of_what_is_chosen_already_changes_nothing(make: Make) -> None:
    held = make(np.random.default_rng(0).random((8, 3)), Method("m"))
    idle = Alternatives("aggregation", (Step("arithmetic"), Step("power", {"p": 1.0})))
    assert [number for number, _ in check_assumptions([VariedWeights(), idle], held)] == [1]


def test_two_of_one_name_are_refused(held: Evaluation) -> None:
    found = check_assumptions([VariedWeights(), VariedWeights("simplex")], held)
    assert [(number, finding.code) for number, finding in found] == [(1, "assumption.repeated")]


def test_the_assumptions_of_both_editions_hold(report_2019: Edition, sample_22: Edition) -> None:
    for edition in (report_2019, sample_22):
        for name, method in edition.methods.items():
            found = assumptions_of(method, Evaluation.of(edition.result(name)))
            assert len(found) == len(method.assumptions) > 0
