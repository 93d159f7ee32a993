"""Shares: how the units spread over the answers of a question.

From raw answers or, failing these, from printed shares.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parkindex.analysis.answers import READ_FROM, choices, find_variable, numbers
from parkindex.analysis.bases import Base, Derivation, PrintedShare, derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from parkindex.evidence.model import Dataset, PartialDate, Statistic, Variable, VariableClass
    from parkindex.evidence.rows import Relation

Origin = Literal["answers", "statistics"]


@dataclass(frozen=True, slots=True)
class ClassShare:
    """One answer: its share in percent (NaN where none is printed), and the count behind it where it is known.

    ``union`` marks a class that contains other classes of the question, so that shares overlap. ``remainder`` marks a
    share that is not printed, but is what the others leave of 100.
    """

    code: str
    option: VariableClass | None
    share: float
    relation: Relation = "="
    count: int | None = None
    union: bool = False
    remainder: bool = False
    as_printed: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Distribution:
    """The shares of one question with their base.

    ``derivation`` says how n was found where the shares are printed ones.
    """

    variable: Variable
    rows: tuple[ClassShare, ...]
    origin: Origin
    multiple: bool
    n: int | None
    derivation: Derivation | None = None
    stated_n: int | None = None
    sources: tuple[str, ...] = ()

    @property
    def exclusive(self) -> tuple[ClassShare, ...]:
        """The rows that do not contain one another."""
        return tuple(row for row in self.rows if not row.union)

    def row(self, code: str) -> ClassShare | None:
        """Return the row of a class."""
        return next((row for row in self.rows if row.code == code), None)


def distribution(dataset: Dataset, code: str, *, cut_off: PartialDate | None = None) -> Distribution | None:
    """Return how the units spread over the classes or options of a question; None when nothing says so."""
    variable = find_variable(dataset, code)
    if variable is None:
        return None
    return from_answers(dataset, variable, code, cut_off=cut_off) or from_statistics(dataset, variable)


def from_answers(
    dataset: Dataset, variable: Variable, code: str, *, cut_off: PartialDate | None = None
) -> Distribution | None:
    """Count raw answers; n is the number of units that answered."""
    chosen = _classified(dataset, variable, code, cut_off)
    if not chosen:
        return None
    multiple = variable.kind == "multiple"
    unions = _unions(variable.classes)
    rows = []
    for option in variable.classes:
        members = tuple(unit for unit, options in chosen.items() if option.code in options)
        if option.code not in unions:
            rows.append(
                ClassShare(option.code, option, 100 * len(members) / len(chosen), "=", len(members), members=members)
            )
    sources = answer_sources(dataset, (variable.code, *READ_FROM.get(code, ())), chosen)
    return Distribution(variable, tuple(rows), "answers", multiple, len(chosen), sources=sources)


def answer_sources(dataset: Dataset, codes: Sequence[str], units: Iterable[str]) -> tuple[str, ...]:
    """Return the source addresses of what these units answered to these questions, each once."""
    rows = (row for unit in units for code in codes for row in dataset.answers_of(unit, code))
    return tuple(dict.fromkeys(address for row in rows for address in row.source))


def _classified(
    dataset: Dataset, variable: Variable, code: str, cut_off: PartialDate | None
) -> Mapping[str, tuple[str, ...]]:
    """Return the classes that each unit belongs to; units without an answer are left out."""
    if variable.kind != "number":
        return choices(dataset, code)
    found = numbers(dataset, code, cut_off=cut_off)
    unions = _unions(variable.classes)
    classes = [option for option in variable.classes if option.code not in unions]
    chosen: dict[str, tuple[str, ...]] = {}
    for unit, value in found.items():
        option = next((each for each in classes if each.holds(value)), None)
        if option is not None and not math.isnan(value):
            chosen[unit] = (option.code,)
    return chosen


def _unions(classes: Sequence[VariableClass]) -> frozenset[str]:
    """Return the classes of numbers that contain another class."""
    bounds = {
        option.code: (
            -math.inf if option.least is None else option.least,
            math.inf if option.below is None else option.below,
        )
        for option in classes
        if option.least is not None or option.below is not None
    }
    return frozenset(
        code
        for code, (low, high) in bounds.items()
        if any(low <= other[0] and other[1] <= high and other != (low, high) for other in bounds.values())
    )


def from_statistics(dataset: Dataset, variable: Variable) -> Distribution | None:
    """Take printed shares, with the base that can be derived from them."""
    printed = [
        row for row in dataset.statistics if row.question == variable.code and row.unit == "percent" and row.category
    ]
    if not printed:
        return None
    options = {option.code: option for option in variable.classes}
    unions = _unions(variable.classes)
    multiple = variable.kind == "multiple" or any(row.answer == "multiple" for row in printed)
    derivation = derive_base(printed, limit=len(dataset.units), unions=unions, multiple=multiple)
    stated = {row.stated_n for row in printed if row.stated_n is not None}
    stated_n = stated.pop() if len(stated) == 1 else None
    base = _chosen(derivation, stated_n)
    exact = any(row.relation == "=" for row in _numbered(printed))
    n = base.n if base else None if exact else stated_n
    counts = dict(zip((row.code for row in _numbered(printed)), base.counts, strict=True)) if base else {}
    rows = [
        ClassShare(
            row.category, options.get(row.category), row.value, row.relation, counts.get(row.code),
            union=row.category in unions, as_printed=row.as_printed,
        )
        for row in sorted(printed, key=lambda row: _position(row, variable))
    ]  # fmt: skip
    sources = tuple(dict.fromkeys(address for row in printed for address in row.source))
    rows = _with_remainder(rows, variable, unions, n, multiple=multiple)
    return Distribution(variable, tuple(rows), "statistics", multiple, n, derivation, stated_n, sources)


def _chosen(derivation: Derivation, stated_n: int | None) -> Base | None:
    """Return the base to go by: the stated one where the shares allow it, else the only one possible."""
    agreeing = next((base for base in derivation.bases if base.n == stated_n), None)
    return agreeing or derivation.unique


def _with_remainder(
    rows: list[ClassShare], variable: Variable, unions: frozenset[str], n: int | None, *, multiple: bool
) -> list[ClassShare]:
    """Add the one class whose share is not printed, when all others of a single answer are printed exactly."""
    held = {row.code for row in rows}
    absent = [option for option in variable.classes if option.code not in held | unions]
    apart = [row for row in rows if not row.union]
    left = 100 - sum(row.share for row in apart)
    exact = all(row.relation == "=" and not math.isnan(row.share) for row in apart)
    if multiple or variable.kind != "number" or len(absent) != 1 or not exact or left <= 0:
        return rows
    counts = [row.count for row in apart if row.count is not None]
    count = n - sum(counts) if n is not None and len(counts) == len(apart) else None
    option = absent[0]
    added = [*rows, ClassShare(option.code, option, left, "=", count, remainder=True)]
    codes = [each.code for each in variable.classes]
    return sorted(added, key=lambda row: codes.index(row.code) if row.code in codes else len(codes))


def derive_base(
    printed: Sequence[Statistic], *, limit: int, unions: frozenset[str] = frozenset(), multiple: bool = False
) -> Derivation:
    """Derive the base of one question's printed shares; those that contain others are not added up."""
    numbered = _numbered(printed)
    shares = [PrintedShare.of(row.value, row.relation) for row in numbered]
    apart = [row.value for row in numbered if row.category not in unions]
    whole = not multiple and len(apart) == len(numbered) and 99 <= sum(apart) <= 101
    return derive(shares, limit=limit, whole=whole)


def _numbered(printed: Sequence[Statistic]) -> list[Statistic]:
    """Return the rows that print a number."""
    return [row for row in printed if not math.isnan(row.value)]


def _position(row: Statistic, variable: Variable) -> int:
    """Return where a row's class stands in its question; unknown classes come last."""
    codes = [option.code for option in variable.classes]
    return codes.index(row.category) if row.category in codes else len(codes)
