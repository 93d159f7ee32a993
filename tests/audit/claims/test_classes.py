"""Tests of polarised classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .claim_cases import of_2019, outcome
from .test_leaders import shares

if TYPE_CHECKING:
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ([("low", "=", 20), ("middle", "=", 50), ("high", "=", 30)], "fails"),
        ([("low", "=", 40), ("middle", "=", 20), ("high", "=", 40)], "holds"),
        ([("low", "=", 20), ("middle", "=", 35), ("high", "=", 45)], "untestable"),
        ([("low", "=", 20), ("middle", "=", 35)], "untestable"),
        ([("low", "=", 20)], "untestable"),
    ],
)
def test_both_ends_hold_more_than_the_middle(printed: Any, verdict: str) -> None:
    keys = {"kind": "comparison", "what": "q", "degree": "polarised", "between": ["all"]}
    found = outcome("comparisons", keys, **shares(*printed))
    assert found.verdict == verdict


def test_2019_has_most_in_the_middle(report_2019: Edition) -> None:
    found = of_2019(report_2019, "comparisons")["recruitment-polarised"]
    assert (found.verdict, found.severity) == ("fails", "minor")
    assert [exhibit.printed for exhibit in found.exhibits[1:]] == ["20%", "50%", "30%"]
