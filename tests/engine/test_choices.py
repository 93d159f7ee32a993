from __future__ import annotations

import pytest

from parkindex.engine.choices import ACROSS, BY_NODE, METHODS, Method, Step, check_method


def test_the_steps_stand_in_the_order_of_the_handbook() -> None:
    assert list(METHODS) == [
        "screening",
        "denomination",
        "imputation",
        "treatment",
        "normalisation",
        "weighting",
        "aggregation",
        "ranking",
        "tiers",
    ]
    assert set(BY_NODE) < set(METHODS)
    assert set(ACROSS) < set(METHODS)


def test_a_step_is_frozen_with_its_mappings() -> None:
    stated = {"p": 2}
    step = Step("power", stated, {"a": Step("sum")})
    stated["p"] = 3
    assert step.parameters["p"] == 2
    with pytest.raises(TypeError):
        step.parameters["p"] = 4  # type: ignore[index]


def test_defaults_have_no_findings() -> None:
    assert check_method(Method("m")) == []


def test_all_mistakes_are_told_at_once() -> None:
    method = Method(
        "m",
        screening=Step("unit"),
        aggregation=Step("power", {"q": 1}, {"a": Step("power", {"p": "two"})}),
        across=("ranking",),
        decimals=-1,
    )
    codes = [finding.code for finding in check_method(method)]
    assert codes == [
        "method.unknown",
        "method.unknown-parameter",
        "method.parameter",
        "method.decimals",
        "method.across",
    ]
