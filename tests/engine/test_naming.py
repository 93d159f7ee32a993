from __future__ import annotations

import pytest

from parkindex.engine.naming import naming
from parkindex.errors import Finding, MethodError


def test_positions_become_codes_and_the_rest_stays() -> None:
    with pytest.raises(MethodError) as error, naming(["patents", "firms"], "normalisation"):
        raise MethodError([Finding("a", "indicator #1", "message"), Finding("b", "weights", "message")])
    assert [finding.where for finding in error.value.findings] == [
        "normalisation: indicator 'firms'",
        "normalisation: weights",
    ]


def test_no_context_no_prefix() -> None:
    with pytest.raises(MethodError, match=r"^indicator 'patents'"), naming(["patents"]):
        raise MethodError(Finding("a", "indicator #0", "message"))


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), naming(["a"]):
        _ = 1 / 0


def test_units_and_indicators_are_named_in_messages_too() -> None:
    told = "too low (units #0, #2 and 7 more), indicator #1 over indicator #0, unit #9"
    with pytest.raises(MethodError) as error, naming(["a", "b"], units=["x", "y", "z"]):
        raise MethodError(Finding("code", "unit #1", told))
    (finding,) = error.value.findings
    assert finding.where == "unit 'y'"
    assert finding.message == "too low (units 'x', 'z' and 7 more), indicator 'b' over indicator 'a', unit #9"


def test_an_outer_naming_fills_in_what_an_inner_one_left() -> None:
    with pytest.raises(MethodError) as error, naming((), units=["x"]), naming(["a"], "node 'r'"):
        raise MethodError(Finding("code", "indicator #0", "bad (unit #0)"))
    assert str(error.value) == "node 'r': indicator 'a'  bad (unit 'x')"
