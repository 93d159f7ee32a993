"""Tests of claims that are left to others, or to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit import audit
from parkindex.audit.claims import CHECKS
from parkindex.evidence.model import Observation

from .claim_cases import of_2019, outcome, publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_growth_is_left_to_the_checks_of_growth() -> None:
    found = outcome("growth", {"kind": "growth", "series": "m", "from": 2016, "to": 2020, "rate": 115.6})
    assert (found.verdict, found.data["family"]) == ("untestable", "growth")
    assert found.exhibits[0].printed == "115.6%"


def test_a_trend_needs_what_comes_after_the_data() -> None:
    keys = {"kind": "trend", "what": "gap", "direction": "rising"}
    assert outcome("trends", keys).says.en.endswith("there are data for one date only.")
    years = tuple(Observation("u1", "c1", 1.0, year=year) for year in (2018, 2019))
    assert "the data end in 2019" in outcome("trends", keys, observations=years).says.en


def test_the_reason_is_repeated() -> None:
    found = outcome("not-testable", {"kind": "other", "because": {"zh": "没有数据。", "en": "No data."}})
    assert (found.verdict, found.says.zh) == ("untestable", "正文：所说的话。没有数据。")


@pytest.mark.parametrize("check", CHECKS)
def test_a_report_without_claims_of_a_kind_cannot_be_tested_on_them(check: str) -> None:
    said = [{"kind": "trend", "what": "gap", "direction": "rising"}] if check != "claims.trends" else [
        {"kind": "count", "what": "units", "value": 8}
    ]  # fmt: skip
    (found,) = CHECKS[check].run(publication(said))
    expected = "holds" if check in {"claims.same-value", "claims.contradictions"} else "untestable"
    assert found.verdict == expected


def test_without_any_claim_every_check_says_so() -> None:
    outcomes = [each for each in audit(publication()).outcomes if each.family == "claims"]
    assert {each.says.en for each in outcomes} == {"This cannot be tested: no sentences of the text are entered."}
    assert len(outcomes) == len(CHECKS)


def test_every_claim_of_2019_has_exactly_one_outcome(report_2019: Edition) -> None:
    kinds = [check for check in CHECKS if check not in {"claims.same-value", "claims.contradictions"}]
    found = [code for check in kinds for code in of_2019(report_2019, check.removeprefix("claims."))]
    assert sorted(found) == sorted(claim.code for claim in report_2019.dataset.claims)
