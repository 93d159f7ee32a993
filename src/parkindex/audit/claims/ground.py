"""The ground that claims are tested on: rows of the ranking by place, tier and coast, and numbers by unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.publication import TOTAL, Column, Publication, Ranking
from parkindex.evidence import claim_words
from parkindex.evidence.regions import region_name
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from parkindex.audit.outcome import Exhibit
    from parkindex.engine.arrays import FloatArray
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import PlaceLevel

MOST_EXHIBITS = 10
"""Cells that one outcome shows at most; the count is said in its sentence."""


@dataclass(frozen=True)
class Group:
    """Rows of the ranking that a claim speaks of; ``absent`` are named places in which no ranked unit stands.

    ``uncertain`` are places of which it is not known whether a ranked unit stands there: a unit is placed only in a
    division above them. ``parts`` are the named places, each with its own rows.
    """

    rows: tuple[int, ...]
    name: Text
    named: bool = False
    absent: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    parts: tuple[tuple[Text, tuple[int, ...]], ...] = ()


@dataclass(frozen=True)
class Ground:
    """A publication with the look-ups that claims need."""

    publication: Publication

    @property
    def ranking(self) -> Ranking:
        """The printed ranking."""
        return self.publication.ranking

    @property
    def evidence(self) -> Dataset:
        """What was printed around it."""
        return self.publication.evidence

    @cached_property
    def rows_in(self) -> Mapping[str, tuple[int, ...]]:
        """Place -> the rows of the units inside it."""
        found: dict[str, list[int]] = {}
        for row, line in enumerate(self.ranking.places):
            for place in line:
                found.setdefault(place, []).append(row)
        return {place: tuple(rows) for place, rows in found.items()}

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Unit -> its row."""
        return {unit: row for row, unit in enumerate(self.ranking.units)}

    @cached_property
    def rows_of_tier(self) -> Mapping[int, tuple[int, ...]]:
        """Printed tier -> its rows."""
        found: dict[int, list[int]] = {}
        for row, tier in enumerate(self.ranking.tiers):
            if tier is not None:
                found.setdefault(tier, []).append(row)
        return {tier: tuple(rows) for tier, rows in sorted(found.items())}

    @property
    def every_row(self) -> tuple[int, ...]:
        """All rows."""
        return tuple(range(len(self.ranking.units)))

    def scope(self, word: str) -> tuple[int, ...]:
        """Return the rows of ``all`` or ``tier:N``."""
        return self.every_row if word == "all" else self.rows_of_tier.get(int(word.partition(":")[2]), ())

    def at_level(self, row: int, level: PlaceLevel) -> str:
        """Return the place of this level in which a unit stands, empty where none is known."""
        for code in self.ranking.places[row] if self.ranking.places else ():
            if self.evidence.has_place(code) and self.evidence.place(code).level == level:
                return code
        return ""

    def counted(self, level: PlaceLevel) -> Mapping[str, tuple[int, ...]]:
        """Return the rows of every place of a level, the place with the most units first."""
        found: dict[str, list[int]] = {}
        for row in self.every_row:
            place = self.at_level(row, level)
            if place:
                found.setdefault(place, []).append(row)
        return {place: tuple(rows) for place, rows in sorted(found.items(), key=lambda item: -len(item[1]))}

    @cached_property
    def cities(self) -> tuple[str, ...]:
        """City of each row, empty where it is not known."""
        return tuple(self.at_level(row, "city") for row in self.every_row)

    def place_name(self, code: str) -> Text:
        """Return the name of a place; of one that no table holds, its code."""
        if self.evidence.has_place(code):
            return self.evidence.place(code).name
        return self.ranking.place_names.get(code, Text(zh=code, en=code))

    def without_unit(self, places: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the places without a ranked unit, and those of which that is not known."""
        empty = [place for place in places if place not in self.rows_in]
        above = {line[0] for line in self.ranking.places if line}
        unknown = [place for place in empty if any(step.code in above for step in self.evidence.ancestors(place))]
        return tuple(place for place in empty if place not in unknown), tuple(unknown)

    def column(self, node: str) -> Column | None:
        """Return the printed column of a node, the totals for the index; None where nothing is printed of it."""
        framework = self.publication.framework
        code = TOTAL if framework is not None and node == framework.root.code else node
        if code == TOTAL:
            return self.ranking.total
        return next((column for column in self.ranking.columns if column.code == code), None)

    def node_name(self, node: str) -> Text:
        """Return the name of a node or question, without a framework that of its column."""
        framework = self.publication.framework
        if framework is not None and node in framework.codes:
            return framework.node(node).name
        known = {variable.code: variable.name for variable in self.evidence.variables}
        column = self.column(node)
        return known.get(node, Text(zh=node, en=node) if column is None else column.name)

    def answers(self, question: str) -> FloatArray:
        """Return a number that units answered (units,), NaN where there is none."""
        return np.array([self.evidence.number(unit, question) for unit in self.ranking.units])

    @cached_property
    def coast(self) -> tuple[tuple[int, ...], ...]:
        """The rows in coastal cities under each reading of the word (see `coast.coastal_rows`)."""
        from parkindex.audit.claims.coast import coastal_rows

        return coastal_rows(self)

    def group(
        self, word: str, scope: tuple[int, ...], beside: Sequence[tuple[int, ...]] = (), *, reading: int = 0
    ) -> Group:
        """Return the rows that a member of ``between`` names.

        ``beside`` are the other groups, for ``others``; ``reading`` is the one of the word coastal that counts.
        """
        read = claim_words.group(word)
        within = set(scope)
        if read.form == "others":
            taken = {row for rows in beside for row in rows}
            return Group(tuple(row for row in scope if row not in taken), Text(zh="其余各家", en="all others"))
        if read.form == "all":
            return Group(scope, Text(zh="全部", en="all units"))
        if read.form == "tier:N":
            rows = [row for tier in read.codes for row in self.rows_of_tier.get(int(tier), ())]
            return Group(_kept(rows, within), tier_name(*map(int, read.codes)))
        if read.form == "units:A+B":
            rows = [self.row_of[unit] for unit in read.codes if unit in self.row_of]
            return Group(_kept(rows, within), joined([self.unit_name(unit) for unit in read.codes]), named=True)
        if read.form == "places:A+B":
            rows = [row for place in read.codes for row in self.rows_in.get(place, ())]
            absent, uncertain = self.without_unit(read.codes)
            names = joined([self.place_name(place) for place in read.codes])
            parts = [(self.place_name(place), _kept(self.rows_in.get(place, ()), within)) for place in read.codes]
            return Group(_kept(rows, within), names, absent=absent, uncertain=uncertain, parts=tuple(parts))
        return self._by_setting(read, within, reading)

    def _by_setting(self, read: claim_words.Word, within: set[int], reading: int) -> Group:
        """Return the group of a region or a coast."""
        if read.form == "region:CODE":
            named = [place.code for place in self.evidence.places if place.region == read.codes[0]]
            rows = [row for place in named for row in self.rows_in.get(place, ())]
            return Group(_kept(rows, within), region_name(read.codes[0]))
        coastal = set(self.coast[reading])
        if read.form == "coastal":
            return Group(_kept(sorted(coastal), within), Text(zh="沿海", en="coastal units"))
        inland = [row for row in self.every_row if row not in coastal]
        return Group(_kept(inland, within), Text(zh="内陆", en="inland units"))

    def unit_name(self, unit: str) -> Text:
        """Return the name of a unit, its code where it is nowhere printed."""
        if unit in self.row_of:
            return self.ranking.names[self.row_of[unit]]
        return self.evidence.unit(unit).name if self.evidence.has_unit(unit) else Text(zh=unit, en=unit)

    def cells(self, rows: Iterable[int], column: Column | None = None) -> tuple[Exhibit, ...]:
        """Return the printed cells of rows, the first ten; without a column their totals, else the first column."""
        shown = list(rows)[:MOST_EXHIBITS]
        held = column or self.ranking.total or next(iter(self.ranking.columns), None)
        return () if held is None else tuple(self.ranking.cell(row, held) for row in shown)

    def tier_cells(self, rows: Iterable[int]) -> tuple[Exhibit, ...]:
        """Return the printed tiers of rows, the first ten."""
        return tuple(self.ranking.tier_cell(row) for row in list(rows)[:MOST_EXHIBITS])


_ORDINALS_ZH = "一二三四五六七八九"
_ORDINALS_EN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def tier_name(*tiers: int) -> Text:
    """Return the name of a tier, or of several together."""
    zh = "、".join(f"第{_ORDINALS_ZH[tier - 1]}" if tier <= 9 else f"第{tier}" for tier in tiers)
    en = " and ".join(f"the {_ORDINALS_EN[tier - 1]}" if tier <= 9 else f"tier {tier}" for tier in tiers)
    return Text(zh=f"{zh}梯队", en=f"{en} {'tier' if len(tiers) == 1 else 'tiers'}" if max(tiers) <= 9 else en)


MOST_NAMED = 12
"""Names up to which a sentence lists them all; of more it says how many there are."""


def joined(names: Sequence[Text], counter: str = "家") -> Text:
    """Join names as a list: ``甲、乙和丙``; of many the first, and how many there are with their Chinese counter."""
    if not names:
        return Text(zh="无", en="none")
    shown, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    zh, en = [name.zh for name in shown], [name.en for name in shown]
    if more > 0:
        return Text(zh=f"{'、'.join(zh)}等{len(names)}{counter}", en=f"{', '.join(en)} and {more} more")
    if len(zh) == 1:
        return Text(zh=zh[0], en=en[0])
    return Text(zh=f"{'、'.join(zh[:-1])}和{zh[-1]}", en=f"{', '.join(en[:-1])} and {en[-1]}")


def _kept(rows: Iterable[int], within: set[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row for row in rows if row in within))
