"""The tree of places, and the units in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

_BREADTH = {"country": 0, "province": 1, "city": 2, "district": 3, "zone": 4}


def place_codes(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find an official division whose code is not its code of GB/T 2260."""
    for place in dataset.places:
        if place.level != "zone" and place.code != place.gbt2260:
            message = f"{place.level} '{place.code}' has GB/T 2260 code {place.gbt2260}; expected the same code"
            hint = f"write {place.gbt2260} as its code, or make it a zone"
            yield Finding("places.code", f"{place.where} column 'code'", message, hint)


def place_tree(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find orphans, cycles, and a parent that is no wider than its child."""
    for place in dataset.places:
        where = f"{place.where} column 'parent'"
        if not place.parent:
            if place.level != "country":
                message = f"{place.level} '{place.code}' has no parent"
                yield Finding("places.orphan", where, message, "write the code of the place that it lies in")
            continue
        if not dataset.has_place(place.parent):
            continue
        line = dataset.line(place.code)
        if line[-1].parent == place.code:
            path = " → ".join(step.code for step in (*line, place))
            message = f"'{place.code}' lies in itself: {path}"
            yield Finding("places.cycle", where, message, "write the code of a wider place as the parent")
            continue
        parent = dataset.place(place.parent)
        if _BREADTH[parent.level] > _BREADTH[place.level] or (parent.level == place.level and place.level != "zone"):
            message = f"{place.level} '{place.code}' lies in {parent.level} '{parent.code}'; expected a wider place"
            yield Finding("places.level", where, message, "change the level or the parent")


def unit_places(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find units outside any city or province, and what the maps and shares need of their places but is not there."""
    asked: set[str] = set()
    for unit in dataset.units:
        if not dataset.has_place(unit.place):
            continue
        city, province = dataset.city_of(unit.code), dataset.province_of(unit.code)
        if city is None:
            message = f"unit '{unit.code}' lies outside any city (its place is '{unit.place}')"
            hint = "give it a city or district, or give its place a city as parent"
            yield Finding("units.no-city", f"{unit.where} column 'place'", message, hint)
        elif city.code not in asked:
            asked.add(city.code)
            lacking = [name for name in ("longitude", "latitude", "coastal") if getattr(city, name) is None]
            if lacking:
                message = f"city '{city.code}' has units but no {', '.join(lacking)}"
                hint = "fill the cells in: maps and coastal shares need them"
                yield Finding("places.incomplete", city.where, message, hint, "warning")
        if province is not None and not dataset.region_of(unit.code) and province.code not in asked:
            asked.add(province.code)
            message = f"province '{province.code}' has units but no region"
            yield Finding("places.incomplete", province.where, message, "name its region, as east_china", "warning")
