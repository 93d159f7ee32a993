"""Tests of the registry's entries."""

from __future__ import annotations

import pytest

from parkindex.audit import CHECKS
from parkindex.audit.needs import REQUIREMENTS


@pytest.mark.parametrize("code", CHECKS)
def test_every_check_asks_a_question_in_both_languages_and_needs_what_can_be_missing(code: str) -> None:
    check = CHECKS[code]
    assert check.asks.zh != check.asks.en
    assert check.asks.en.endswith("?")
    assert set(check.needs) <= set(REQUIREMENTS)
    assert check.run.__doc__
