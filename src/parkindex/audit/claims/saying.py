"""What every outcome about a claim is made of: the claim in a paraphrase, the facts, and the claim as first exhibit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from parkindex.audit.outcome import Exhibit, Outcome, Severity, fails, holds, untestable
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.evidence.claims import BaseClaim


class Words(NamedTuple):
    """A few words of both languages that may be empty, unlike a text."""

    zh: str
    en: str


RELATION_WORDS = {
    "=": Words("", ""),
    ">": Words("超过", "more than "),
    "<": Words("不足", "less than "),
    ">=": Words("不少于", "at least "),
    "<=": Words("不超过", "at most "),
    "≈": Words("约", "about "),
}
"""Relation -> how a number is introduced."""


LABEL = re.compile(r"(标题|图题|\w{0,4}表)(与正文)?：")
"""What a paraphrase begins with where it is not of running text: 标题：, 标题与正文：, 政策表："""


def stated(claim: BaseClaim) -> Text:
    """Return the claim as the beginning of a finding; a heading or a table says itself what it is."""
    labelled = LABEL.match(claim.says.zh) is not None
    return claim.says if labelled else Text(zh=f"正文：{claim.says.zh}", en=f"Text: {claim.says.en}")


def exhibit(claim: BaseClaim, printed: str = "") -> Exhibit:
    """Return the claim as an exhibit; ``printed`` is the number or word in it."""
    return Exhibit(claim.says, printed, claim.source)


def it_holds(claim: BaseClaim, zh: str, en: str, *exhibits: Exhibit, printed: str = "", **data: Any) -> Outcome:
    """Say that a claim holds, with the facts in a sentence of each language."""
    words = stated(claim)
    shown = (exhibit(claim, printed), *exhibits)
    return holds(words.zh + zh, f"{words.en} {en}", *shown, subject=claim.code, **data)


def it_fails(
    severity: Severity, claim: BaseClaim, zh: str, en: str, *exhibits: Exhibit, printed: str = "", **data: Any
) -> Outcome:
    """Say that a claim does not hold."""
    words = stated(claim)
    shown = (exhibit(claim, printed), *exhibits)
    return fails(severity, words.zh + zh, f"{words.en} {en}", *shown, subject=claim.code, **data)


def it_stays_open(claim: BaseClaim, zh: str, en: str, *exhibits: Exhibit, printed: str = "", **data: Any) -> Outcome:
    """Say that a claim cannot be tested, and why."""
    words = stated(claim)
    shown = (exhibit(claim, printed), *exhibits)
    return untestable(words.zh + zh, f"{words.en} {en}", *shown, subject=claim.code, **data)


def number(value: float) -> str:
    """Write a number of a claim as it was printed: 50, 71.4."""
    return f"{value:.10g}".replace("-", "−")


def percent(share: Decimal | float) -> str:
    """Write a computed share in percent with one decimal."""
    return f"{float(share):.1f}%"


def none_entered(claims: Iterable[BaseClaim], zh: str, en: str) -> Iterable[Outcome]:
    """Say once that the text makes no claim of a kind, where it makes none."""
    if not list(claims):
        yield untestable(f"无法检验：没有录入{zh}。", f"This cannot be tested: no {en} are entered.")
