from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pytest

from parkindex.engine.parameters import (
    Between,
    Budgets,
    Choices,
    Codes,
    Count,
    Group,
    Judgements,
    Number,
    Numbers,
    OneUnit,
    PerIndicator,
    Points,
    Positive,
    Range,
    Share,
    Units,
    Variables,
    Weightings,
    Years,
    check_parameters,
    parameters,
)


def method(
    x: object,
    *,
    must: Number,
    share: Share = 0.5,
    count: Count = 3,
    positive: Positive = 1.0,
    ties: Literal["min", "max"] = "min",
    flag: bool = False,
    at: Numbers = (1.0,),
    to: Range = (0.0, 1.0),
    perhaps: Count | None = None,
    each: PerIndicator = 1.0,
    group: Group = "",
    by: Variables = "",
    unit: OneUnit = 0,
    codes: Codes = (),
    years: Years = None,
    budgets: Budgets = (),
    judgements: Judgements = (),
    weightings: Weightings = (),
    points: Points = (),
    units: Units = (),
    choices: Choices = "a",
) -> None:
    """Take one parameter of every kind."""


GOOD: list[tuple[str, Any]] = [
    ("share", 1),
    ("count", 2.0),
    ("positive", 0.1),
    ("ties", "max"),
    ("flag", True),
    ("at", [3, 2]),
    ("at", np.array([1.0])),
    ("to", [0, 10]),
    ("perhaps", None),
    ("perhaps", 4),
    ("each", 3),
    ("each", {"a": 3}),
    ("each", [1, 2]),
    ("group", "region"),
    ("by", {"a": "population"}),
    ("unit", "park"),
    ("codes", ["a", 1]),
    ("years", [2018, 2019]),
    ("budgets", [[1, 2], [3, 4]]),
    ("judgements", [[1, 2], [0.5, 1]]),
    ("weightings", ["entropy", {"name": "critic"}]),
    ("points", {"1": 50}),
    ("units", ["hangzhou", 3]),
    ("choices", ["a", "b"]),
]
BAD: list[tuple[str, Any, str]] = [
    ("must", float("nan"), "a number"),
    ("must", True, "a number"),
    ("share", 1.5, "between 0 and 1"),
    ("count", 0, "a whole number of at least 1"),
    ("count", 1.5, "a whole number"),
    ("positive", 0, "above 0"),
    ("ties", "first", "'min', 'max'"),
    ("flag", 1, "true or false"),
    ("at", [], "a list of numbers"),
    ("at", "12", "a list of numbers"),
    ("to", [1, 0], "the lower first"),
    ("perhaps", 0, "or nothing"),
    ("each", {"a": "b"}, "for each indicator"),
    ("group", 3, "groups the units"),
    ("by", 3, "a variable"),
    ("unit", 1.5, "a unit"),
    ("codes", {"a": 1}, "a list of nodes"),
    ("years", "2018", "a list of years"),
    ("codes", [True], "a list of nodes"),
    ("units", "hangzhou", "a list of units"),
    ("budgets", "x", "a list of points"),
    ("judgements", {"a": 1}, "a square table of judgements"),
    ("judgements", [], "a square table of judgements"),
    ("weightings", "entropy", "a list of weightings"),
    ("points", [1, 2], "points for each category"),
    ("choices", [1], "a name"),
]


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_what_is_allowed(name: str, value: object) -> None:
    assert check_parameters("here", method, {"must": 1, name: value}) == []


@pytest.mark.parametrize(("name", "value", "words"), BAD)
def test_what_is_not_allowed_is_told_with_what_is(name: str, value: object, words: str) -> None:
    findings = check_parameters("here", method, {"must": 1, name: value})
    assert [finding.code for finding in findings] == ["method.parameter"]
    assert words in findings[0].message


def test_unknown_and_missing_parameters() -> None:
    findings = check_parameters("here", method, {"shares": 0.5})
    assert [finding.code for finding in findings] == ["method.unknown-parameter", "method.missing-parameter"]
    assert "did you mean 'share'?" in findings[0].hint


def test_parameters_are_listed_in_order_with_defaults() -> None:
    listed = parameters(method)
    assert [one.name for one in listed[:3]] == ["must", "share", "count"]
    assert listed[0].required
    assert listed[1].default == 0.5
    assert listed[1].allowed == "a number between 0 and 1"


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Between(), ""),
        (Between(0), "of at least 0"),
        (Between(0, above=True), "above 0"),
        (Between(high=3), "of at most 3"),
        (Between(0, 1, above=True), "above 0 and at most 1"),
    ],
)
def test_bounds_in_words(bounds: Between, words: str) -> None:
    assert str(bounds) == words
