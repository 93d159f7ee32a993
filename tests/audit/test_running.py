"""Tests of the runner: what cannot be run is said."""

from __future__ import annotations

import pytest

from parkindex.audit import CHECKS, FAMILIES, audit

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
