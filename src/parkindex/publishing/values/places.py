"""Values of units and places: who there is, how many stand where, how many at the coast."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from parkindex.analysis.census import Count, by_level, by_region, coastal_units, leading_groups
from parkindex.evidence.rows import PlaceLevel
from parkindex.publishing.values.lookup import Family, choose, entry, plain, whole, words
from parkindex.publishing.values.value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.edition import Edition
    from parkindex.evidence.rows import Unit


def names_of(units: Sequence[Unit]) -> Value:
    """Return units as a list of names, with their short names."""
    return Value("names", tuple(unit.name for unit in units), short=tuple(unit.short for unit in units))


def unit_names(edition: Edition, codes: Sequence[str]) -> Value:
    """Return units by their codes as a list of names."""
    return names_of([edition.dataset.unit(code) for code in codes])


def unit_name(edition: Edition, names: tuple[str, ...]) -> Value:
    """``unit.CODE``: the name of a unit."""
    (code,) = words(names, 1)
    unit = entry({each.code: each for each in edition.dataset.units}, code)
    return Value("name", unit.name, short=unit.short)


def place_name(edition: Edition, names: tuple[str, ...]) -> Value:
    """``place.CODE``: the name of a place."""
    (code,) = words(names, 1)
    return Value("name", entry({each.code: each for each in edition.dataset.places}, code).name)


def _members(edition: Edition, code: str) -> tuple[Unit, ...]:
    """Return the units of a place or region."""
    regions = {each.group: each for each in by_region(edition.dataset)}
    if code in regions:
        return tuple(edition.dataset.unit(unit) for unit in regions[code].members)
    known = {place.code: place for place in edition.dataset.places} | dict.fromkeys(
        (place.region for place in edition.dataset.places if place.region), None
    )
    entry(known, code)
    return edition.dataset.units_within(code)


def _inside(edition: Edition, names: tuple[str, ...]) -> Value:
    """``units.in.PLACE``: how many stand in a place or region."""
    (code,) = words(names, 1)
    return Value("count", len(_members(edition, code)))


def _share(edition: Edition, names: tuple[str, ...]) -> Value:
    """``units.share.PLACE``: their share of all units."""
    (code,) = words(names, 1)
    return share(len(_members(edition, code)), len(edition.dataset.units))


def _named(edition: Edition, names: tuple[str, ...]) -> Value:
    """``units.names.PLACE``: their names."""
    (code,) = words(names, 1)
    return names_of(_members(edition, code))


def _coast(edition: Edition, *, at_coast: bool) -> int:
    at, known = coastal_units(edition.dataset)
    return len(at) if at_coast else known - len(at)


def share(count: int, base: int) -> Value:
    """Return a count as a share of its base, with its n."""
    return Value("percent", 100 * count / base if base else float("nan"), n=base, decimals=1)


def _groups(edition: Edition, level: str) -> tuple[Count, ...]:
    if level == "region":
        return by_region(edition.dataset)
    levels: dict[str, PlaceLevel] = {name: name for name in get_args(PlaceLevel)}
    return by_level(edition.dataset, entry(levels, level))


def _top(edition: Edition, names: tuple[str, ...]) -> Value:
    """``units.top.LEVEL.N[.names|units|share]``: the N places that hold most units, and what they hold."""
    level, number, what = words(names, 2, 3)
    return _holding(edition, _groups(edition, level)[: whole(number)], what or "names")


def _majority(edition: Edition, names: tuple[str, ...]) -> Value:
    """``units.majority.LEVEL[.names|count|units|share]``: the fewest places that hold half of all units."""
    level, what = words(names, 1, 2)
    return _holding(edition, leading_groups(_groups(edition, level)), what or "names")


def _holding(edition: Edition, groups: Sequence[Count], what: str) -> Value:
    held = sum(group.count for group in groups)
    answers = {
        "names": lambda: Value("names", tuple(edition.dataset.place(group.group).name for group in groups)),
        "count": lambda: Value("count", len(groups)),
        "units": lambda: Value("count", held),
        "share": lambda: share(held, len(edition.dataset.units)),
    }
    return entry(answers, what)()


def _number_of(level: str) -> Family:
    return plain(lambda edition: Value("count", len(_groups(edition, level))))


UNITS: Family = choose(
    {
        "count": plain(lambda edition: Value("count", len(edition.dataset.units))),
        "in": _inside,
        "share": _share,
        "names": _named,
        "cities": _number_of("city"),
        "provinces": _number_of("province"),
        "regions": _number_of("region"),
        "coastal": plain(lambda edition: Value("count", _coast(edition, at_coast=True))),
        "inland": plain(lambda edition: Value("count", _coast(edition, at_coast=False))),
        "coastal_share": plain(
            lambda edition: share(_coast(edition, at_coast=True), coastal_units(edition.dataset)[1])
        ),
        "coastal_names": plain(lambda edition: unit_names(edition, coastal_units(edition.dataset)[0])),
        "top": _top,
        "majority": _majority,
    }
)
"""``units.count``, ``units.in.330000``, ``units.top.city.3.share`` …"""
