"""Tests of numbers that contradict the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.audit.of_edition import publication_of
from parkindex.audit.outliers.columns import against_other_columns
from parkindex.audit.outliers.peers import isolated_numbers

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_2019_the_research_of_caofeidian_contradicts_the_text(report_2019: Edition) -> None:
    outcomes = [outcome for outcome in report_2019.audit().failing() if outcome.family == "outliers"]
    assert [(outcome.check, outcome.subject) for outcome in outcomes] == [("outliers.text", "research.caofeidian")]
    found = outcomes[0]
    assert [exhibit.printed for exhibit in found.exhibits[:2]] == ["22.84", "20.04"]
    assert set(found.data["claims"]) == {"deltas-research", "tier-3-research"}
    assert found.data["mends"][0] == {"slip": "digit", "number": 12.84, "total": 55.54, "rank": 21, "tier": 3}
    assert found.data["total_includes_the_number"] is True
    assert found.data["t"] == pytest.approx(5.12, abs=0.01)


def test_2019_the_text_alone_or_the_numbers_alone_accuse_nobody(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    (by_numbers,) = against_other_columns(held)
    assert (by_numbers.verdict, by_numbers.data["unit"]) == ("holds", "caofeidian")
    bare = replace(held, evidence=type(held.evidence)(), framework=None, result=None)
    assert [outcome.verdict for outcome in isolated_numbers(bare)] == ["holds"]
