"""Real places of China with their GB/T 2260 codes, in which the synthetic parks are put.

The table is package data in the format of an edition's ``places.csv``: provinces, cities and a few districts of each.
Longitudes and latitudes are degrees, rounded to two decimals: good enough for a point map, not for surveying.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from parkindex.sample.folder import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADER = "code,gbt2260,name_zh,name_en,level,parent,region,longitude,latitude,coastal,note"


@dataclass(frozen=True, slots=True)
class Spot:
    """A division of the gazetteer; ``row`` is its line as stored."""

    code: str
    zh: str
    en: str
    level: str
    parent: str
    coastal: bool
    row: tuple[str, ...]


@cache
def spots() -> dict[str, Spot]:
    """Return every division by its code, in the order of the codes within country, province and city."""
    text = (files("parkindex.sample") / "data/gazetteer.csv").read_text(encoding="utf-8")
    lines = list(csv.DictReader(text.splitlines()))
    return {
        line["code"]: Spot(
            line["code"],
            line["name_zh"],
            line["name_en"],
            line["level"],
            line["parent"],
            line["coastal"] == "yes",
            tuple(line.values()),
        )
        for line in lines
    }


@cache
def cities() -> tuple[Spot, ...]:
    """Return the cities."""
    return tuple(spot for spot in spots().values() if spot.level == "city")


@cache
def districts(city: str) -> tuple[Spot, ...]:
    """Return the districts of a city; every city of the gazetteer has at least one."""
    return tuple(spot for spot in spots().values() if spot.parent == city and spot.level == "district")


def province_of(spot: Spot) -> Spot:
    """Return the province in which a city or district lies, or the province itself."""
    while spot.level != "province":
        spot = spots()[spot.parent]
    return spot


def places_csv(used: Iterable[Spot]) -> str:
    """Return ``places.csv`` with the given divisions and all that hold them."""
    wanted: set[str] = set()
    for spot in used:
        code = spot.code
        while code and code not in wanted:
            wanted.add(code)
            code = spots()[code].parent
    return csv_text(HEADER, (spot.row for code, spot in spots().items() if code in wanted))
