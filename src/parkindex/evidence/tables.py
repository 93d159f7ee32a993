"""Tables: what each CSV file of an edition holds, column by column.

A table names the row it makes and a parser for every field. A field whose row has a default may be left empty, and its
column may be left out. ``BILINGUAL`` takes two columns, ``name_zh`` and ``name_en``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cached_property
from typing import Any, Literal

from parkindex.evidence import cells, rows
from parkindex.evidence.cells import (
    addresses,
    boolean,
    choice,
    code,
    codes,
    date,
    division,
    integer,
    names,
    number,
    place_code,
    status,
    text,
    value,
    within,
    words,
)  # fmt: skip
from parkindex.evidence.regions import REGIONS

BILINGUAL: Literal["bilingual"] = "bilingual"
Parser = Callable[[str], Any]

LEVELS = ("country", "province", "city", "district", "zone")
RELATIONS = ("=", ">", "<", "≈", ">=", "<=")
STATISTIC_UNITS = ("percent", "count", "yuan_100m", "usd_100m")
MONEY_UNITS = ("亿元", "万元", "元")


@dataclass(frozen=True)
class Table:
    """A CSV file: the class of its rows, a parser for each field, and columns that are not called like their field."""

    row: type[rows.Row]
    parsers: Mapping[str, Parser | Literal["bilingual"]]
    headers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def defaults(self) -> Mapping[str, object]:
        """The fields that may be empty, and what they then hold."""
        return {item.name: item.default for item in fields(self.row) if item.default is not MISSING}

    def columns_of(self, name: str) -> tuple[str, ...]:
        """Return the columns that a field is read from."""
        header = self.headers.get(name, name)
        return (f"{header}_zh", f"{header}_en") if self.parsers[name] == BILINGUAL else (header,)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """All columns, in order."""
        return tuple(column for name in self.parsers for column in self.columns_of(name))

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(column for name in self.parsers if name not in self.defaults for column in self.columns_of(name))


_FOOT: dict[str, Parser] = {"source": addresses, "note": words}
_relation = choice(RELATIONS)

TABLES: dict[str, Table] = {
    "places.csv": Table(
        rows.Place,
        {
            "code": place_code, "gbt2260": division, "name": BILINGUAL, "level": choice(LEVELS), "parent": place_code,
            "region": choice(REGIONS), "longitude": within(-180, 180), "latitude": within(-90, 90), "coastal": boolean,
            "note": words,
        },
    ),
    "units.csv": Table(
        rows.Unit,
        {
            "code": code, "name": BILINGUAL, "short": BILINGUAL, "aliases": names, "place": place_code,
            "place_note": words, "note": words,
        },
    ),
    "evidence/observations.csv": Table(
        rows.Observation, {"subject": code, "node": code, "value": value, "status": status, **_FOOT, "year": integer}
    ),
    "evidence/answers.csv": Table(
        rows.Answer, {"subject": code, "variable": code, "value": words, "status": status, **_FOOT}
    ),
    "evidence/statistics.csv": Table(
        rows.Statistic,
        {
            "code": code, "question": code, "category": words, "relation": _relation, "value": value,
            "unit": choice(STATISTIC_UNITS), "stated_n": integer, "answer": choice(("single", "multiple")),
            "as_printed": words, **_FOOT,
        },
    ),
    "evidence/policies.csv": Table(
        rows.PolicyMention,
        {
            "policy": code, "table": code, "place": place_code, "date": date, "title": BILINGUAL, "summary": BILINGUAL,
            **_FOOT, "place_as_printed": words,
        },
    ),
    "evidence/beneficiaries.csv": Table(
        rows.Beneficiary, {"policy": code, "unit": code, "name_as_printed": text, "name_en": words, **_FOOT}
    ),
    "evidence/schemes.csv": Table(
        rows.Scheme,
        {
            "scheme": code, "name": BILINGUAL, "place": place_code, "stars": integer, "policies": codes, "units": codes,
            **_FOOT,
        },
    ),
    "evidence/support.csv": Table(
        rows.SupportCell,
        {"scheme": code, "category": code, "words": text, "words_en": words, "status": status, **_FOOT},
    ),
    "evidence/funds.csv": Table(
        rows.Fund,
        {
            "fund": code, "name": BILINGUAL, "unit": code, "park_as_printed": words, "park_en": words,
            "place": place_code, "amount": within(0, 1e9), "unit_of_measure": choice(MONEY_UNITS), **_FOOT,
        },
    ),
    "evidence/guidance.csv": Table(
        rows.Guidance, {"place": place_code, "date": date, "title": BILINGUAL, **_FOOT}
    ),
    "evidence/market.csv": Table(
        rows.MarketValue,
        {
            "series": code, "year": integer, "value": number, "unit": choice(("yuan_100m", "usd_100m")),
            "relation": _relation, "kind": choice(("observed", "forecast")), "as_printed": words, **_FOOT,
        },
    ),
    "evidence/growth.csv": Table(
        rows.GrowthRate,
        {"series": code, "first": integer, "last": integer, "rate": number, "as_printed": words, **_FOOT},
        headers={"first": "from", "last": "to"},
    ),
    "evidence/background.csv": Table(
        rows.Background,
        {"code": code, "date": date, "issuer": BILINGUAL, "title": BILINGUAL, "kind": code, "gist": BILINGUAL, **_FOOT},
    ),
    "evidence/orders.csv": Table(
        rows.OrderEntry, {"order": code, "position": integer, "place": place_code, "unit": code, **_FOOT}
    ),
    "evidence/published.csv": Table(
        rows.Published, {"unit": code, "node": code, "value": number, "rank": integer, "tier": integer, **_FOOT}
    ),
}  # fmt: skip
"""Every table of an edition, by its path."""

__all__ = ["BILINGUAL", "TABLES", "Table", "cells"]
