"""Claims of a count or a share, against what can be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from parkindex.audit.claims import amounts, counting, policies
from parkindex.audit.claims.bounds import Counted, NotCounted, verdict
from parkindex.audit.claims.ground import Ground
from parkindex.audit.claims.saying import RELATION_WORDS, it_fails, it_holds, it_stays_open, none_entered, number
from parkindex.evidence import claim_words
from parkindex.evidence.claims import Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkindex.audit.claims.bounds import Kind
    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Publication

MEASURES: Mapping[str, Callable[[Ground, claim_words.Word, Kind], Counted | NotCounted]] = {
    **counting.COUNTS,
    **policies.COUNTS,
    **amounts.AMOUNTS,
}
"""Form of a measure -> the function that counts it; every form of `claim_words.MEASURES` has one."""

PRINTED_ONLY = ("statistic:CODE", "series:CODE:YEAR")
"""Measures that are themselves printed figures: a claim that repeats one is no second witness."""


def counts(publication: Publication) -> Iterator[Outcome]:
    """Test every count that the text states against what the tables hold."""
    yield from _of_kind(publication, "count", "计数的说法", "claims of a count")


def shares(publication: Publication) -> Iterator[Outcome]:
    """Test every share that the text states against the units behind it."""
    yield from _of_kind(publication, "share", "份额的说法", "claims of a share")


def _of_kind(publication: Publication, kind: Kind, zh: str, en: str) -> Iterator[Outcome]:
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, Measure) and claim.kind == kind]
    yield from none_entered(claims, zh, en)
    for claim in claims:
        yield measured(ground, claim)


def measured(ground: Ground, claim: Measure) -> Outcome:
    """Return the one outcome of a claim of a count or share."""
    word = claim_words.measure(claim.what)
    counted = MEASURES[word.form](ground, word, claim.kind)
    printed = as_printed(claim)
    if isinstance(counted, NotCounted):
        zh, en = counted.because.zh, counted.because.en
        return it_stays_open(claim, f"无法检验：{zh}。", f"This cannot be tested: {en}.", printed=printed)
    if word.form in PRINTED_ONLY and "n" not in counted.data:
        return _printed_figure(ground, claim, word, counted)
    found = verdict(claim.kind, claim.relation, claim.value, counted)
    zh, en = counted.facts.zh, counted.facts.en
    data = {"value": claim.value, "relation": claim.relation, "counted": float(counted.least), **counted.data}
    if found == "holds":
        return it_holds(claim, zh, en, printed=printed, **data)
    if found == "fails":
        return it_fails("moderate", claim, zh, en, *counted.exhibits, printed=printed, **data)
    why = _open(counted)
    return it_stays_open(claim, zh + why[0], f"{en} {why[1]}", printed=printed, **data)


def _open(counted: Counted) -> tuple[str, str]:
    """Say why what was counted decides nothing."""
    if counted.partial:
        return "表可能只是节选，因而不能判断。", "The table may be a selection, so this decides nothing."
    if counted.least != counted.most:
        return "因而不能判断。", "This leaves it open."
    return "是否算“约”或“近”，没有标准。", "Whether that is “about” or “nearly” is not defined."


def _printed_figure(ground: Ground, claim: Measure, word: claim_words.Word, counted: Counted) -> Outcome:
    """Compare a claim with a figure that is itself only printed.

    What follows from a figure printed elsewhere holds. A figure that contradicts it is left to the checks of
    percentages and growth, which own such figures.
    """
    printed = as_printed(claim)
    family, zh, en = ("growth", "增长率", "growth") if word.form.startswith("series") else OF_SHARES
    row = next((each for each in ground.evidence.statistics if [each.code] == list(word.codes)), None)
    same = row is None or (row.relation, row.value) == (claim.relation, claim.value)
    facts = counted.facts
    if not same and verdict(claim.kind, claim.relation, claim.value, counted) == "holds":
        told = f"{facts.zh}由此成立。", f"{facts.en} It follows from that."
        return it_holds(claim, *told, printed=printed, **counted.data)
    if not same:
        why = f"{facts.zh}两处说法由“{zh}”一族比较。", f"{facts.en} The checks of {en} compare the two."
    elif claim.kind == "count" and family == "percentages":
        why = "只刊载了数字，没有可供核对的原始数据。", "The figure is only printed, without the data behind it."
    else:
        why = (
            f"只刊载了数字，没有可供核对的原始数据；其是否自洽由“{zh}”一族检验。",
            f"The figure is only printed, without the data behind it; the checks of {en} test it.",
        )
    return it_stays_open(claim, *why, *counted.exhibits, printed=printed, family=family, **counted.data)


OF_SHARES = ("percentages", "百分比", "percentages")
"""The family that owns printed shares, and its name in both languages."""


def as_printed(claim: Measure) -> str:
    """Return the number of a claim with its relation, as an exhibit shows it."""
    sign = "%" if claim.kind == "share" else ""
    return f"{RELATION_WORDS[claim.relation].zh}{number(claim.value)}{sign}"
