from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.context import Context, resolved
from parkindex.engine.denomination import ratio
from parkindex.engine.goalposts import distance_to_unit, goalposts
from parkindex.engine.imputation import group_mean
from parkindex.engine.imputation_panel import latest
from parkindex.engine.preference import promethee
from parkindex.engine.screening import units
from parkindex.errors import MethodError

CONTEXT = Context(
    groups={"region": ["east", "west"]},
    variables={"population": [10.0, 20.0]},
    units=("first", "second"),
    years=(2018.0, 2020.0),
)


def test_names_become_arrays() -> None:
    assert resolved(group_mean, {"group": "region"}, ["a"], CONTEXT)["group"].tolist() == ["east", "west"]
    assert resolved(distance_to_unit, {"unit": "second"}, ["a"], CONTEXT)["unit"] == 1
    by = resolved(ratio, {"by": {"b": "population"}}, ["a", "b"], CONTEXT)["by"]
    assert by.tolist() == [[1, 10], [1, 20]]


def test_one_variable_for_all_indicators() -> None:
    by = resolved(ratio, {"by": "population"}, ["a", "b"], CONTEXT)["by"]
    assert by.tolist() == [[10, 10], [20, 20]]


def test_a_number_or_a_name_for_each_code() -> None:
    assert resolved(goalposts, {"low": {"b": 2, "a": 1}}, ["a", "b"], CONTEXT)["low"].tolist() == [1, 2]
    names = resolved(promethee, {"preference": {"b": "usual", "a": "level"}}, ["a", "b"], CONTEXT)["preference"]
    assert names == ["level", "usual"]


def test_years_come_from_the_context_unless_stated() -> None:
    assert resolved(latest, {}, ["a"], CONTEXT)["years"] == (2018.0, 2020.0)
    assert resolved(latest, {"years": [1, 2]}, ["a"], CONTEXT)["years"] == [1, 2]
    assert "years" not in resolved(latest, {}, ["a"], Context())


@pytest.mark.parametrize(
    ("function", "given", "words"),
    [
        (group_mean, {"group": "regoin"}, "did you mean 'region'"),
        (ratio, {"by": {"a": "area"}}, "there are population"),
        (distance_to_unit, {"unit": "third"}, "unit 'third'"),
        (goalposts, {"low": {"b": 1}}, "'low' of 'a'"),
    ],
)
def test_names_that_are_not_there_are_refused(function: object, given: dict[str, object], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        resolved(function, given, ["a"], CONTEXT)  # type: ignore[arg-type]


def test_arrays_pass_unchanged() -> None:
    labels = np.array([1, 2])
    assert resolved(group_mean, {"group": labels}, ["a"], Context())["group"] is labels


def test_units_are_known_by_their_codes_and_a_long_list_is_cut() -> None:
    context = Context(units=[f"u{k}" for k in range(40)])
    assert resolved(units, {"exclude": ["u3", 5]}, ["a"], context)["exclude"] == [3, 5]
    with pytest.raises(MethodError) as error:
        resolved(units, {"exclude": ["nobody"]}, ["a"], context)
    assert error.value.findings[0].where == "unit 'nobody'"
    assert error.value.findings[0].hint.endswith("u24 and 15 more")
