"""Questions with the shares that are printed of them, and the bases from which these can come."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from parkindex.analysis.bases import ROUNDINGS, Derivation, PrintedShare, Rounding, derive
from parkindex.audit.evidence_cells import exact_text, row_cell
from parkindex.audit.wording import listed, plain
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.outcome import Exhibit
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.declared import Variable
    from parkindex.evidence.rows import Relation, Statistic

MOST_TRIED = 200
"""Bases are listed up to this size: from 100 on every share of whole percents has a count, so that nothing is told."""

MOST_BASES = 8
"""Bases up to which a sentence lists them all."""

RELATIONS: Mapping[Relation, tuple[str, str]] = {
    "=": ("", ""),
    ">": ("超过", "over "),
    "<": ("不足", "under "),
    ">=": ("不少于", "at least "),
    "<=": ("至多", "at most "),
    "≈": ("约", "about "),
}
"""Relation -> the words before a number, in Chinese and English."""

NEARLY = ("近", "接近", "将近", "不到", "nearly", "almost", "just under")
"""Words before a number that put it just below."""


@dataclass(frozen=True)
class Question:
    """A question with its printed shares in percent; ``limit`` is the greatest base that the publication knows of."""

    variable: Variable
    rows: tuple[Statistic, ...]
    limit: int

    @property
    def code(self) -> str:
        """The code of the question."""
        return self.variable.code

    @property
    def name(self) -> Text:
        """The name of the question."""
        return self.variable.name

    @cached_property
    def unions(self) -> frozenset[str]:
        """The classes that contain other classes."""
        from parkindex.analysis.shares import _unions

        return _unions(self.variable.classes)

    @property
    def single(self) -> bool:
        """Whether each unit gives one answer."""
        return self.variable.kind != "multiple" and all(row.answer != "multiple" for row in self.rows)

    @property
    def apart(self) -> tuple[Statistic, ...]:
        """The shares of classes that do not contain others."""
        return tuple(row for row in self.rows if row.category not in self.unions)

    @property
    def whole(self) -> bool:
        """Whether the printed shares are those of all answers, of which each unit gives one."""
        asked = {option.code for option in self.variable.classes} - self.unions
        return self.single and len(asked) > 1 and asked == {row.category for row in self.apart}

    @property
    def counted(self) -> bool:
        """Whether the shares are of units: not averages (of something measured in %), nor of places or money."""
        measure = self.variable.unit_of_measure
        averaged = self.variable.kind != "number" and measure is not None and measure.en.strip() in {"%", "percent"}
        return self.variable.level == "park" and not averaged

    @property
    def exact(self) -> tuple[Statistic, ...]:
        """The shares printed as such, not as bounds or nearly."""
        return tuple(row for row in self.rows if row.relation == "=")

    @property
    def stated(self) -> tuple[int, ...]:
        """The bases that are stated with the shares, each once."""
        return tuple(dict.fromkeys(row.stated_n for row in self.rows if row.stated_n is not None))

    def bases(
        self, *, least: int = 1, limit: int | None = None, roundings: Sequence[Rounding] = ROUNDINGS
    ) -> Derivation:
        """Return the bases from which all shares of the question can have been printed."""
        most = min(self.limit, MOST_TRIED) if limit is None else limit
        whole = self.whole and not self.unions and all(row.relation == "=" for row in self.rows)
        return derive(shares_of(self.rows), limit=most, least=least, whole=whole, roundings=tuple(roundings))

    def option(self, row: Statistic) -> Text:
        """Return the name of a row's answer."""
        found = next((option.name for option in self.variable.classes if option.code == row.category), None)
        return found or Text(zh=row.category, en=row.category)

    def cell(self, row: Statistic) -> Exhibit:
        """Return a printed share as an exhibit: a bound or nearly in its own words."""
        option = self.option(row)
        what = Text(zh=f"{self.name.zh}，{option.zh}", en=f"{self.name.en}, {option.en}")
        printed = share_text(row).zh if row.relation == "=" or not row.as_printed else row.as_printed
        return row_cell(what, printed, row.source, row.where)

    def cells(self, rows: Sequence[Statistic] | None = None) -> tuple[Exhibit, ...]:
        """Return the shares as exhibits, ten at most."""
        return tuple(self.cell(row) for row in (self.rows if rows is None else rows)[:10])


def questions(dataset: Dataset) -> tuple[Question, ...]:
    """Return every question of which shares are printed, in the order of the first."""
    known = {variable.code: variable for variable in dataset.variables}
    rows: dict[str, list[Statistic]] = {}
    for row in dataset.statistics:
        if row.unit == "percent" and row.category and not math.isnan(row.value) and row.question in known:
            rows.setdefault(row.question, []).append(row)
    stated = [row.stated_n for row in dataset.statistics if row.stated_n is not None]
    limit = max([len(dataset.units), *stated])
    return tuple(Question(known[code], tuple(found), limit) for code, found in rows.items())


def shares_of(rows: Sequence[Statistic]) -> list[PrintedShare]:
    """Return printed shares as exact decimals."""
    return [PrintedShare.of(row.value, row.relation) for row in rows]


def countable(share: PrintedShare, n: int) -> bool:
    """Tell whether some count over ``n`` is printed as this share, rounded to the nearest or cut off.

    A tie may have been rounded either way. A bound or an approximate share is not tested.
    """
    if share.relation != "=":
        return True
    value, unit = Fraction(share.value), Fraction(1, 10**share.decimals)
    first, last = math.ceil((value - unit / 2) * n / 100), math.floor((value + unit / 2) * n / 100)
    cut_off = math.ceil(value * n / 100)
    return first <= last or Fraction(100 * cut_off, n) < value + unit


def alone(row: Statistic, limit: int) -> tuple[int, ...]:
    """Return the bases up to ``limit`` that can produce one share."""
    share = PrintedShare.of(row.value, row.relation)
    return tuple(n for n in range(1, min(limit, MOST_TRIED) + 1) if countable(share, n))


def neighbours(row: Statistic, n: int) -> tuple[tuple[int, Fraction], ...]:
    """Return the counts over ``n`` whose shares lie next to a printed one, with these shares in percent."""
    below = math.floor(Fraction(repr(row.value)) * n / 100)
    return tuple((count, Fraction(100 * count, n)) for count in (below, below + 1) if 0 <= count <= n)


def percent(share: Fraction, decimals: int = 1) -> str:
    """Write a share in percent."""
    return f"{plain(float(share), decimals)}%"


def share_text(row: Statistic) -> Text:
    """Write a printed share with its relation: 71.4%, over 60%."""
    (zh, en), written = RELATIONS[row.relation], f"{exact_text(row.value)}%"
    return (
        Text(zh=f"近{written}", en=f"nearly {written}") if says_nearly(row) else Text(zh=zh + written, en=en + written)
    )


def shares_listed(rows: Sequence[Statistic]) -> Text:
    """Join printed shares."""
    return listed([share_text(row) for row in rows])


def bases_listed(bases: Sequence[int]) -> Text:
    """Join bases as what is possible, of many the first: ``5、10或20``, ``5, 10 or 20``."""
    shown = [str(n) for n in bases[:MOST_BASES]]
    if len(bases) > len(shown):
        return Text(zh=f"{'、'.join(shown)}等", en=f"{', '.join(shown)} and others")
    if len(shown) < 2:
        return Text(zh="".join(shown) or "无", en="".join(shown) or "none")
    return Text(zh=f"{'、'.join(shown[:-1])}或{shown[-1]}", en=f"{', '.join(shown[:-1])} or {shown[-1]}")


def says_nearly(row: Statistic) -> bool:
    """Tell whether the printed words put a share just below its number: 近七成, nearly 70%."""
    return row.relation == "≈" and any(word in row.as_printed.casefold() for word in NEARLY)
