"""Tests of the values of the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit import CHECKS
from parkindex.publishing.values.audit import AUDIT
from parkindex.publishing.values.value import UnknownValueError

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_verdicts_and_severities_add_up(report_2019: Edition) -> None:
    held = {name: AUDIT(report_2019, (name,)).content for name in ("outcomes", "fails", "untestable", "holds")}
    assert held["outcomes"] == held["fails"] + held["untestable"] + held["holds"]
    severities = [AUDIT(report_2019, (name,)).content for name in ("major", "moderate", "minor")]
    assert sum(severities) == held["fails"]
    assert AUDIT(report_2019, ("checks",)).content == len(CHECKS)


def test_other_words_are_refused(report_2019: Edition) -> None:
    with pytest.raises(UnknownValueError):
        AUDIT(report_2019, ("grave",))
