"""One share stated in several sentences, or for what reads like the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from parkindex.analysis.bases import PrintedShare
from parkindex.audit.evidence_cells import exact_text, row_cell
from parkindex.audit.likeness import likeness
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.percentages.intervals import interval
from parkindex.audit.percentages.questions import (
    MOST_TRIED,
    RELATIONS,
    Question,
    alone,
    bases_listed,
    countable,
    questions,
    says_nearly,
    share_text,
)
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Relation, Statistic

SAME_SENTENCE = 0.5
"""Likeness from which two sentences without their shares read alike: half of their pairs of letters agree.

In a report of some 30 shares those of different things reach 0.49 at most.
"""

SHARE = re.compile(r"\d+(?:\.\d+)?\s*[%％]|[一二两三四五六七八九]成[一二三四五六七八九]?")
QUANTITY = re.compile(r"\d+(?:\.\d+)?\s*[^\W\d]+?\b|\d+(?:\.\d+)?\s*[^\W\d]")
ABOUT = 0.1
"""A number given as about so many can be a tenth more."""

SURVEYED = ("调研", "受访", "问卷", "答卷", "surveyed", "respondents", "answered")
"""Words in the name of a count that make it the number of units that were asked."""


@dataclass(frozen=True)
class Statement:
    """A share as one sentence gives it."""

    value: float
    relation: Relation
    nearly: bool
    text: Text
    exhibit: Exhibit


def restated(publication: Publication) -> Iterator[Outcome]:
    """Compare all sentences that state one share with each other."""
    groups = {what: found for what, found in _statements(publication.evidence).items() if len(found) > 1}
    if not groups:
        yield untestable(
            "无法检验：没有份额在两处以上提到。", "This cannot be tested: no share is stated in two or more sentences."
        )
        return
    differing = [found for each in groups.items() if (found := _compared(*each)) is not None]
    yield from differing
    agreeing = len(groups) - len(differing)
    if agreeing:
        yield holds(
            f"{agreeing}个份额在两处以上提到，彼此相容。",
            f"{agreeing} share{'s are' if agreeing > 1 else ' is'} stated in two or more sentences that agree.",
            n=agreeing,
        )


def _statements(dataset: Dataset) -> Mapping[str, list[Statement]]:
    """Return what is said of each share: by the row of the statistic first, then by sentences."""
    found: dict[str, list[Statement]] = {}
    for question in questions(dataset):
        for row in question.rows:
            said = Statement(row.value, row.relation, says_nearly(row), share_text(row), question.cell(row))
            found[f"statistic:{row.code}"] = [said]
    for claim in dataset.claims:
        if claim.kind == "share":
            zh, en = RELATIONS[claim.relation]
            written = f"{exact_text(claim.value)}%"
            text = Text(zh=zh + written, en=en + written)
            said = Statement(claim.value, claim.relation, False, text, Exhibit(claim.says, text.zh, claim.source))
            found.setdefault(claim.what, []).append(said)
    return found


def _compared(what: str, statements: list[Statement]) -> Outcome | None:
    """Return the first two statements of a share that differ, None where all agree."""
    for one, other in combinations(statements, 2):
        ranges = [interval(each.value, each.relation, nearly=each.nearly) for each in (one, other)]
        contrary = not ranges[0].meets(ranges[1])
        stronger = one.value == other.value and {one.relation, other.relation} in STRONGER
        if contrary or stronger:
            first = one.exhibit.what
            return fails(
                "moderate" if contrary else "minor",
                f"同一份额的两处说法不同：一处为{one.text.zh}，一处为{other.text.zh}（{first.zh}）。",
                f"One share is stated in two ways, as {one.text.en} and as {other.text.en} ({first.en}).",
                one.exhibit,
                other.exhibit,
                subject=what.removeprefix("statistic:"),
                values=[one.value, other.value],
                relations=[one.relation, other.relation],
            )
    return None


STRONGER = ({"≈", ">"}, {"≈", "<"}, {"=", ">"}, {"=", "<"})
"""Relations that say different things of the same number."""


def alike(publication: Publication) -> Iterator[Outcome]:
    """Compare the shares of different questions whose sentences read alike and name the same quantity."""
    asked = questions(publication.evidence)
    pairs = [
        (one, first, other, second)
        for one, other in combinations(asked, 2)
        for first in one.rows
        for second in other.rows
        if _reads_alike(first, second)
    ]
    if not pairs:
        yield holds(
            "没有两个问题的份额以相近的文字说同一件事。", "No two questions have shares in sentences that read alike."
        )
    for one, first, other, second in pairs:
        yield _pair(one, first, other, second)


def _pair(one: Question, first: Statistic, other: Question, second: Statistic) -> Outcome:
    a, b = share_text(first), share_text(second)
    exhibits = (
        row_cell(one.cell(first).what, first.as_printed, first.source, first.where),
        row_cell(other.cell(second).what, second.as_printed, second.source, second.where),
    )
    subject = f"{first.code}/{second.code}"
    if (first.value, first.relation) == (second.value, second.relation):
        return holds(
            f"两句相近的话都印作{a.zh}。",
            f"Two sentences that read alike both print {a.en}.",
            *exhibits,
            subject=subject,
        )
    limit = min(one.limit, MOST_TRIED)
    common = [n for n in alone(first, limit) if countable(PrintedShare.of(second.value, second.relation), n)]
    data = {"likeness": likeness(_bare(first), _bare(second)), "common_bases": common, "limit": limit}
    zh = f"“{first.as_printed}”与“{second.as_printed}”文字相近而份额不同"
    en = f"Two sentences that read alike print {a.en} (“{one.name.en}”) and {b.en} (“{other.name.en}”)"
    if common:
        return untestable(
            f"无法检验：{zh}；两者可有共同的基数{bases_listed(common).zh}。",
            f"This cannot be tested: {en[0].lower()}{en[1:]}; both can come from a base of {bases_listed(common).en}.",
            *exhibits, subject=subject, **data,
        )  # fmt: skip
    return fails(
        "minor",
        f"{zh}，且没有不超过{limit}的共同基数。",
        f"{en}, and no base up to {limit} gives both.",
        *exhibits,
        subject=subject,
        **data,
    )


def _reads_alike(first: Statistic, second: Statistic) -> bool:
    a, b = _bare(first), _bare(second)
    same = {each.casefold() for each in QUANTITY.findall(a)} & {each.casefold() for each in QUANTITY.findall(b)}
    return bool(same) and likeness(a, b) >= SAME_SENTENCE


def _bare(row: Statistic) -> str:
    """Return the printed words without the share itself."""
    return SHARE.sub("", row.as_printed)


def sample(publication: Publication) -> Iterator[Outcome]:
    """Compare the number of units that were surveyed with the bases that are stated with shares."""
    dataset = publication.evidence
    names = {(v.code, option.code): option.name for v in dataset.variables for option in v.classes}
    counts = [
        row
        for row in dataset.statistics
        if row.unit == "count" and row.value == row.value
        if any(
            word in f"{names.get((row.question, row.category), '')} {row.as_printed}".casefold() for word in SURVEYED
        )
    ]
    stated: dict[int, list[Statistic]] = {}
    for row in dataset.statistics:
        if row.stated_n is not None:
            stated.setdefault(row.stated_n, []).append(row)
    if not counts or not stated:
        yield untestable(
            "无法检验：没有同时刊载接受调研的数量与份额的基数。",
            "This cannot be tested: the number surveyed and the base of shares are not both printed.",
        )
        return
    for row in counts:
        about = row.relation == "≈" and not says_nearly(row)
        most = row.value * (1 + ABOUT) if about else row.value
        over = {n: rows for n, rows in stated.items() if n > most and row.relation in {"=", "<", "<=", "≈"}}
        yield _sample(row, over, stated)


def _sample(row: Statistic, over: Mapping[int, list[Statistic]], stated: Mapping[int, list[Statistic]]) -> Outcome:
    number = exact_text(row.value)
    zh, en = ("近", "nearly ") if says_nearly(row) else RELATIONS[row.relation]
    what = Text(zh="接受调研的数量", en="The number surveyed")
    cell = row_cell(what, row.as_printed or number, row.source, row.where)
    if not over:
        return holds(
            f"接受调研的为{zh}{number}家，份额的基数不多于此。",
            f"{en.capitalize()}{number} were surveyed, and no share has a greater base.",
            cell,
            surveyed=row.value,
            stated=sorted(stated),
        )
    n = max(over)
    rows = over[n]
    base = Text(zh="份额的基数", en="Base of a share")
    return fails(
        "moderate",
        f"接受调研的为{zh}{number}家，而{len(rows)}个份额以{n}家为基数。",
        f"{en.capitalize()}{number} were surveyed, but {len(rows)} share{'s' if len(rows) > 1 else ''} "
        f"{'are' if len(rows) > 1 else 'is'} said to be of {n}.",
        cell,
        *(row_cell(base, f"{each.as_printed}（{n}）", each.source, each.where) for each in rows[:10]),
        surveyed=row.value,
        stated=sorted(stated),
        shares=len(rows),
    )
