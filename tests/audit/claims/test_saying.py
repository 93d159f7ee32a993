"""Tests of the sentences about claims."""

from __future__ import annotations

from parkindex.audit.claims.saying import (
    exhibit,
    it_fails,
    it_holds,
    it_stays_open,
    none_entered,
    number,
    percent,
    stated,
)  # fmt: skip
from parkindex.evidence.claims import Claims

from .claim_cases import claim

KEYS = claim(kind="count", what="units", value=8)
(CLAIM,) = Claims.model_validate((KEYS,)).root


def test_a_heading_says_itself_that_it_is_one() -> None:
    assert stated(CLAIM).en == "Text: What is said."
    for says in ("标题：八家。", "标题与正文：八家。", "政策表：八家。"):
        (claimed,) = Claims.model_validate((KEYS | {"says": {"zh": says, "en": "Heading: eight."}},)).root
        assert stated(claimed).zh == says
    (claimed,) = Claims.model_validate((KEYS | {"says": {"zh": "前五：甲。", "en": "First: A."}},)).root
    assert stated(claimed).en == "Text: First: A."


def test_outcomes_begin_with_the_claim_and_carry_it_as_first_exhibit() -> None:
    held = it_holds(CLAIM, "表中有8家。", "The table holds 8.", printed="8", n=8)
    assert (held.says.zh, held.says.en) == ("正文：所说的话。表中有8家。", "Text: What is said. The table holds 8.")
    assert (held.verdict, held.subject, held.severity, held.data) == ("holds", "c", None, {"n": 8})
    assert held.exhibits == (exhibit(CLAIM, "8"),)
    assert it_fails("minor", CLAIM, "无。", "No.").severity == "minor"
    assert it_stays_open(CLAIM, "无。", "No.").verdict == "untestable"


def test_numbers_are_written_short() -> None:
    assert [number(50.0), number(71.4), number(-0.5)] == ["50", "71.4", "−0.5"]
    assert percent(63.636) == "63.6%"


def test_a_text_without_claims_of_a_kind_says_so_once() -> None:
    assert [each.verdict for each in none_entered([], "名单", "lists")] == ["untestable"]
    assert list(none_entered([CLAIM], "名单", "lists")) == []
