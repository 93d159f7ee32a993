"""What is stated beside a table: weights, cut-offs, the full mark, the column of places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING

from parkindex.audit.reading.numbers import read_number
from parkindex.audit.reading.words import plain
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.audit.reading.columns import Field

Weights = Sequence[Decimal] | Mapping[str, Decimal]
"""One weight a column in their order, or by the heads of the columns."""


@dataclass(frozen=True)
class Stated:
    """What is known of a table that it does not print: nothing of it has to be stated."""

    weights: Weights = ()
    cut_offs: tuple[Decimal, ...] = ()
    place: str | None = None
    full_mark: Decimal | None = None
    sheet: str | None = None


def read_weights(words: str) -> Weights:
    """Read ``25,45,15,15`` or ``policy=25,operation=45``; `UsageError` with every part that is no number."""
    parts = [part.strip() for part in words.replace("，", ",").split(",")]
    named = [part.rpartition("=") for part in parts]
    if len({bool(equals) for _, equals, _ in named}) > 1:
        message = f"--weights takes numbers, or NAME=NUMBER for each (got both in '{words}')"
        raise UsageError(Finding("usage.weights", "", message, "for example --weights 25,45,15,15"))
    numbers = _decimals("weights", [number for _, _, number in named])
    findings = [
        Finding("usage.weights", "", f"a weight is never negative (got {number})", "leave a column out instead")
        for number in numbers
        if number < 0
    ]
    heads = [head.strip() for head, _, _ in named]
    findings += [
        Finding("usage.weights", "", f"'{head}' has {heads.count(head)} weights", "give it one")
        for head in dict.fromkeys(heads)
        if head and heads.count(head) > 1
    ]
    if not sum(numbers) and not findings:
        message = f"the weights sum to 0 (got '{words}')"
        findings.append(Finding("usage.weights", "", message, "at least one column must count"))
    if findings:
        raise UsageError(findings)
    return dict(zip(heads, numbers, strict=True)) if any(heads) else tuple(numbers)


def read_cut_offs(words: str) -> tuple[Decimal, ...]:
    """Read ``95,87``: the totals at which tiers start, the highest first."""
    numbers = _decimals("tiers", words.replace("，", ",").split(","))
    if any(upper <= lower for upper, lower in pairwise(numbers)):
        message = f"--tiers takes the totals at which tiers start, each lower than the one before (got '{words}')"
        ordered = ",".join(str(number) for number in sorted(set(numbers), reverse=True))
        raise UsageError(Finding("usage.tiers", "", message, f"for example --tiers {ordered}"))
    return tuple(numbers)


def read_full_mark(number: float) -> Decimal:
    """Take a full mark; `UsageError` where it is no finite number above 0."""
    if not 0 < number < float("inf"):
        message = f"--full-mark takes a number above 0 (got {number:g})"
        raise UsageError(Finding("usage.full-mark", "", message, "for example --full-mark 100"))
    return Decimal(int(number)) if number.is_integer() else Decimal(repr(number))


def _decimals(option: str, parts: Sequence[str]) -> list[Decimal]:
    numbers = [(part.strip(), read_number(part)) for part in parts]
    example = {"weights": "25,45,15,15", "tiers": "95,87"}[option]
    findings = [
        Finding(f"usage.{option}", "", f"--{option} takes numbers (got '{part}')", f"for example --{option} {example}")
        for part, number in numbers
        if number is None
    ]
    if findings:
        raise UsageError(findings)
    return [number.value for _, number in numbers if number is not None]


def heads_of(fields: Sequence[Field], words: Sequence[str], option: str) -> tuple[list[str], list[Finding]]:
    """Return the heads that are meant, in any case and width; an unknown one is a finding with those that there are."""
    known = {plain(each.head): each.head for each in fields}
    found, findings = [], []
    for word in words:
        head = known.get(plain(word))
        if head is not None:
            found.append(head)
            continue
        near = get_close_matches(plain(word), list(known), n=1)
        hint = f"did you mean '{known[near[0]]}'? " if near else ""
        hint += f"columns: {', '.join(known.values())}"
        message = f"--{option} names a column that the table does not have (got '{word}')"
        findings.append(Finding(f"usage.{option}", "", message, hint))
    return found, findings


def weights_of(scores: Sequence[Field], weights: Weights) -> tuple[tuple[Decimal | None, ...], list[Finding]]:
    """Return the weight of every column of scores, in their order; a count that does not fit is a finding."""
    if isinstance(weights, Mapping):
        by_head = {plain(head): weight for head, weight in weights.items()}
        return tuple(by_head.get(plain(each.head)) for each in scores), []
    if not weights:
        return (None,) * len(scores), []
    if len(weights) != len(scores):
        message = f"--weights gives {len(weights)} weights for {len(scores)} columns of scores"
        hint = f"one for each of {', '.join(each.head for each in scores)}; or name them: --weights NAME=NUMBER,…"
        return (None,) * len(scores), [Finding("usage.weights", "", message, hint)]
    return tuple(weights), []
