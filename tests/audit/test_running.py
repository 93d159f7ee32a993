"""Tests of the runner: what cannot be run is said."""

from __future__ import annotations

import re

import pytest

from parkindex.audit import CHECKS, FAMILIES, Audit, Outcome, Publication, audit
from parkindex.audit.check import Check
from parkindex.audit.outcome import fails, holds
from parkindex.audit.running import outcomes_of
from parkindex.errors import Finding, MethodError
from parkindex.framework.text import Text

from .conftest import publication


def test_every_check_says_something_and_has_a_family() -> None:
    held = audit(publication([[1, 2], [3, 4], [5, 6]], [3, 7, 11]))
    assert {outcome.check for outcome in held.outcomes} == set(CHECKS)
    assert {outcome.family for outcome in held.outcomes} <= set(FAMILIES)


def test_a_check_without_its_numbers_cannot_be_tested_and_says_why() -> None:
    held = audit(publication([[1, 2], [3, 4], [5, 6]]))
    (found,) = (outcome for outcome in held.outcomes if outcome.check == "arithmetic.row-totals")
    assert (found.verdict, found.says.en) == ("untestable", "This cannot be tested: no totals are printed.")


@pytest.mark.parametrize("code", CHECKS)
def test_codes_begin_with_their_family(code: str) -> None:
    assert code.partition(".")[0] in FAMILIES


def test_numbers_that_the_engine_refuses_are_told_in_both_languages_apart() -> None:
    def refuse(_: Publication) -> list[Outcome]:
        raise MethodError(Finding("method.negative", "", "the value of 'a' is below 0 (got -1)"))

    check = Check(Text(zh="问", en="Asked?"), refuse)
    (found,) = outcomes_of(check, publication([[1, 2], [3, 4], [5, 6]], [3, 7, 11]))
    assert found.verdict == "untestable"
    assert found.says.en == "This cannot be tested: the value of 'a' is below 0 (got -1)."
    assert found.data == {"why": "the value of 'a' is below 0 (got -1)"}
    assert not re.search("[A-Za-z]", found.says.zh)


def test_the_most_serious_comes_first_and_the_order_of_checks_stays() -> None:
    found = (fails("minor", "一", "1"), holds("二", "2"), fails("major", "三", "3"), fails("minor", "四", "4"))
    held = Audit(publication([[1, 2]], [3]), found)
    assert [outcome.says.en for outcome in held.failing()] == ["3", "1", "4"]
    assert (held.count("fails"), held.count("holds"), held.count("untestable")) == (3, 1, 0)
    assert held.records() == [outcome.record() for outcome in found]


def test_one_family_can_be_kept() -> None:
    held = audit(publication([[1, 2], [3, 4], [5, 6]], [3, 7, 11])).kept_to("arithmetic")
    assert {outcome.family for outcome in held.outcomes} == {"arithmetic"}
