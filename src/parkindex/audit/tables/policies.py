"""One policy in several tables: its dates, titles, places, and the amounts that it grants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from parkindex.analysis.policies import PolicyRecord, policy_records
from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.likeness import bare
from parkindex.audit.naming import money_text, place_name, related, table_name
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plural
from parkindex.evidence.amounts import money
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import PolicyMention, Scheme

Pair = tuple[PolicyRecord, "PolicyMention", "PolicyMention"]

GRANTED = ("补", "奖", "贷", "基金", "扶持", "资助")
"""Words that make an amount in a summary one that is granted, not one that is planned or spent."""

AMOUNT = re.compile(r"\d+(?:\.\d+)?\s*(?:[亿万]元?|元)")
PIECE = re.compile(r"[，；。,;]")
NO_PAIRS = (
    "无法检验：没有政策在两处刊载。",
    "This cannot be tested: no policy is printed in two places.",
)


def _mentioned(dataset: Dataset) -> list[PolicyRecord]:
    return [record for record in policy_records(dataset) if len(record.mentions) > 1]


def _differing(records: list[PolicyRecord], differ: Callable[[PolicyMention, PolicyMention], bool]) -> list[Pair]:
    """Return for each policy the first two mentions that differ."""
    found = []
    for record in records:
        pair = next((pair for pair in combinations(record.mentions, 2) if differ(*pair)), None)
        if pair is not None:
            found.append((record, *pair))
    return found


def _two_tables(dataset: Dataset, one: PolicyMention, other: PolicyMention) -> tuple[Text, Text]:
    return table_name(dataset, one.source, one.table), table_name(dataset, other.source, other.table)


def dates(publication: Publication) -> Iterator[Outcome]:
    """Compare the dates of a policy in all its mentions; a year agrees with a month of it."""
    dataset = publication.evidence
    records = _mentioned(dataset)
    if not records:
        yield untestable(*NO_PAIRS)
        return

    def differ(one: PolicyMention, other: PolicyMention) -> bool:
        if one.date is None or other.date is None:
            return False
        return one.date.last < other.date.first or other.date.last < one.date.first

    found = _differing(records, differ)
    for record, one, other in found:
        title, (a, b) = record.first.title, _two_tables(dataset, one, other)
        if one.date is None or other.date is None:
            continue
        yield fails(
            "moderate",
            f"《{title.zh}》的时间，{a.zh}印作{one.date.of('zh')}，{b.zh}印作{other.date.of('zh')}。",
            f"“{title.en}” is dated {one.date.of('en')} in {a.en} and {other.date.of('en')} in {b.en}.",
            *(row_cell(_of(title, "时间", "date"), str(each.date), each.source, each.where) for each in (one, other)),
            subject=record.policy,
            dates=[str(one.date), str(other.date)],
        )
    yield from _rest_agrees(records, found, "时间", "dates")


def titles(publication: Publication) -> Iterator[Outcome]:
    """Compare the titles of a policy in all its mentions, spaces and punctuation aside."""
    dataset = publication.evidence
    records = _mentioned(dataset)
    if not records:
        yield untestable(*NO_PAIRS)
        return
    found = _differing(records, lambda one, other: bare(one.title.zh) != bare(other.title.zh))
    for record, one, other in found:
        a, b = _two_tables(dataset, one, other)
        yield fails(
            "minor",
            f"同一政策，{a.zh}题为《{one.title.zh}》，{b.zh}题为《{other.title.zh}》。",
            f"One policy is titled “{one.title.en}” in {a.en} and “{other.title.en}” in {b.en}.",
            *(
                row_cell(_of(one.title, "标题", "title"), each.title.zh, each.source, each.where)
                for each in (one, other)
            ),
            subject=record.policy,
        )
    yield from _rest_agrees(records, found, "标题", "titles")


def places(publication: Publication) -> Iterator[Outcome]:
    """Compare the places of a policy in all its mentions; a place agrees with those in it."""
    dataset = publication.evidence
    records = _mentioned(dataset)
    if not records:
        yield untestable(*NO_PAIRS)
        return
    found = _differing(records, lambda one, other: not related(dataset, one.place, other.place))
    for record, one, other in found:
        title, (a, b) = record.first.title, _two_tables(dataset, one, other)
        first, second = place_name(dataset, one.place), place_name(dataset, other.place)
        yield fails(
            "moderate",
            f"《{title.zh}》的地区，{a.zh}为{first.zh}，{b.zh}为{second.zh}。",
            f"“{title.en}” is a policy of {first.en} in {a.en} and of {second.en} in {b.en}.",
            row_cell(_of(title, "地区", "place"), first.zh, one.source, one.where),
            row_cell(_of(title, "地区", "place"), second.zh, other.source, other.where),
            subject=record.policy,
        )
    spelt = _differing([each for each in records if each not in [one for one, *_ in found]], _spelt_apart)
    yield from _spelling(dataset, spelt)
    yield from _rest_agrees(records, [*found, *spelt], "地区", "places")


def _spelt_apart(one: PolicyMention, other: PolicyMention) -> bool:
    """Tell whether two printed names of one place differ in a single letter: an abbreviation leaves letters out."""
    first, second = bare(one.place_as_printed), bare(other.place_as_printed)
    if one.place != other.place or len(first) != len(second):
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _spelling(dataset: Dataset, found: list[Pair]) -> Iterator[Outcome]:
    """Say once for every two spellings which policies two tables print them for."""
    groups: dict[tuple[str, ...], list[Pair]] = {}
    for pair in found:
        one, other = pair[1:]
        groups.setdefault((one.table, one.place_as_printed, other.table, other.place_as_printed), []).append(pair)
    for pairs in groups.values():
        _, one, other = pairs[0]
        names = [record.first.title for record, *_ in pairs]
        (a, b), count = _two_tables(dataset, one, other), len(pairs)
        yield fails(
            "minor",
            f"{'、'.join(f'《{name.zh}》' for name in names)}的地区，{a.zh}印作“{one.place_as_printed}”，"
            f"{b.zh}印作“{other.place_as_printed}”，相差一字。",
            f"The place of {plural(count, 'policy', 'policies')} ({'; '.join(f'“{name.en}”' for name in names)}) is "
            f"printed “{one.place_as_printed}” in {a.en} and “{other.place_as_printed}” in {b.en}, one character "
            "apart.",
            *(
                row_cell(_of(record.first.title, "地区", "place"), each.place_as_printed, each.source, each.where)
                for record, *mentions in pairs
                for each in mentions
            ),
            subject="/".join(record.policy for record, *_ in pairs),
        )


def _rest_agrees(records: list[PolicyRecord], found: list[Pair], zh: str, en: str) -> Iterator[Outcome]:
    n = len(records) - len(found)
    if n:
        yield holds(
            f"{'其余' if found else ''}{n}项在两处刊载的政策，{zh}一致。",
            f"The {en} of {plural(n, 'policy', 'policies')} printed twice agree.",
            n=n,
        )


def _of(title: Text, zh: str, en: str) -> Text:
    return Text(zh=f"{title.zh}，{zh}", en=f"{title.en}, {en}")


def lists(publication: Publication) -> Iterator[Outcome]:
    """Compare the policies of every two tables: one list may be part of the other, but not each miss some of it."""
    dataset = publication.evidence
    tables: dict[str, dict[str, PolicyMention]] = {}
    for mention in dataset.policies:
        tables.setdefault(mention.table, {}).setdefault(mention.policy, mention)
    if len(tables) < 2:
        yield untestable("无法检验：只有一张政策表。", "This cannot be tested: policies are printed in one table only.")
    for (_, first), (_, second) in combinations(tables.items(), 2):
        yield _lists(dataset, first, second)


def _lists(dataset: Dataset, first: dict[str, PolicyMention], second: dict[str, PolicyMention]) -> Outcome:
    only = ([m for p, m in first.items() if p not in second], [m for p, m in second.items() if p not in first])
    one, other = next(iter(first.values())), next(iter(second.values()))
    a, b = _two_tables(dataset, one, other)
    cities = {_city(dataset, mention.place) for mention in (*first.values(), *second.values())}
    data: dict[str, Any] = {
        "both": len(first.keys() & second.keys()),
        "only": [[mention.policy for mention in each] for each in only],
    }
    if not all(only):
        return holds(
            f"{a.zh}与{b.zh}没有各缺对方所列的政策。",
            f"Of {a.en} and {b.en}, one holds all policies of the other.",
            **data,
        )
    named = [listed([place_name(dataset, place) for place in dict.fromkeys(m.place for m in each)]) for each in only]
    return fails(
        "minor",
        f"{a.zh}有{len(only[0])}项政策（{named[0].zh}）不见于{b.zh}，后者有{len(only[1])}项（{named[1].zh}）不见于前者；"
        f"两表合计{len(first.keys() | second.keys())}项、{len(cities)}个城市。",
        f"{plural(len(only[0]), 'policy', 'policies')} of {a.en} ({named[0].en}) "
        f"{'are' if len(only[0]) > 1 else 'is'} not in {b.en}, and {len(only[1])} of the latter ({named[1].en}) not in "
        f"the former; together they hold {len(first.keys() | second.keys())} policies of {len(cities)} cities.",
        *(_mention(mention) for each in only for mention in each[:5]),
        subject=f"{one.table}/{other.table}",
        cities=len(cities),
        **data,
    )


def _mention(mention: PolicyMention) -> Exhibit:
    return row_cell(mention.title, str(mention.date or mention.title.zh), mention.source, mention.where)


def _city(dataset: Dataset, place: str) -> str:
    city = dataset.at_level(place, "city") if dataset.has_place(place) else None
    return place if city is None else city.code


def amounts(publication: Publication) -> Iterator[Outcome]:
    """Look for the amounts that a policy is said to grant in its row of the support matrix."""
    dataset = publication.evidence
    compared = 0
    found: list[Outcome] = []
    for scheme in dataset.schemes:
        held = _held(dataset, scheme)
        for mention in dataset.policies:
            if mention.policy not in scheme.policies or mention.summary is None or not held:
                continue
            granted = _granted(mention.summary.zh)
            compared += bool(granted)
            absent = [words for words, yuan in granted.items() if yuan not in held]
            if absent:
                found.append(_absent(dataset, scheme, mention, absent))
    yield from found
    if not compared:
        yield untestable(
            "无法检验：没有既在政策表写明数额、又在扶持对比表列出的政策。",
            "This cannot be tested: no policy has amounts both in a table of policies and in the matrix of support.",
        )
    elif compared > len(found):
        n = compared - len(found)
        yield holds(
            f"{n}项政策在政策表所写的数额都见于扶持对比表。",
            f"The amounts of {plural(n, 'policy', 'policies')} are all found in the matrix of support.",
            n=n,
        )


def _absent(dataset: Dataset, scheme: Scheme, mention: PolicyMention, absent: list[str]) -> Outcome:
    a = table_name(dataset, mention.source, mention.table)
    b = table_name(dataset, scheme.source, "support")
    what = "、".join(absent)
    yuan = [money(words) for words in absent]
    en = ", ".join(money_text(amount).en for amount in yuan if amount is not None)
    return fails(
        "minor",
        f"{a.zh}写明《{mention.title.zh}》给予的{what}，不见于{b.zh}的“{scheme.name.zh}”一行。",
        f"{a.en[0].upper()}{a.en[1:]} says that “{mention.title.en}” grants {en}; the row “{scheme.name.en}” of {b.en} "
        f"does not hold {'it' if len(absent) == 1 else 'them'}.",
        row_cell(_of(mention.title, "主要内容", "contents"), what, mention.source, mention.where),
        row_cell(scheme.name, scheme.name.zh, scheme.source, scheme.where),
        subject=mention.policy,
        yuan=yuan,
    )


def _granted(summary: str) -> dict[str, float]:
    """Return the amounts that a summary says are granted, as written, in yuan."""
    pieces = [piece for piece in PIECE.split(summary) if any(word in piece for word in GRANTED)]
    found = {words: money(words.replace(" ", "")) for piece in pieces for words in AMOUNT.findall(piece)}
    return {words: yuan for words, yuan in found.items() if yuan is not None}


def _held(dataset: Dataset, scheme: Scheme) -> set[float]:
    """Return every amount in the row of a scheme, in yuan."""
    clauses = [clause for cell in dataset.cells_of(scheme.scheme) for clause in cell.clauses]
    found = [(clause.least, clause.most, clause.threshold) for clause in clauses]
    return {amount for each in found for amount in each if amount is not None}
