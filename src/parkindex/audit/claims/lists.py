"""Lists of names in the text against the tables: places, units and categories of support."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from parkindex.audit.claims.coast import coastal_cities
from parkindex.audit.claims.ground import Ground, joined
from parkindex.audit.claims.policies import cities_with_policy
from parkindex.audit.claims.saying import it_fails, it_holds, it_stays_open, none_entered, number
from parkindex.evidence import claim_words
from parkindex.evidence.claims import Names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Publication
    from parkindex.evidence.rows import PlaceLevel
    from parkindex.framework.text import Text


def names(publication: Publication) -> Iterator[Outcome]:
    """Test every list of names."""
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, Names)]
    yield from none_entered(claims, "名单", "lists of names")
    for claim in claims:
        yield LISTS[claim_words.listing(claim.list).form](ground, claim)


def with_parks(ground: Ground, claim: Names) -> Outcome:
    """Look for a ranked unit in every named place."""
    if not ground.rows_in:
        return it_stays_open(claim, "无法检验：没有各家所在地。", "This cannot be tested: no places are given.")
    absent, unknown = ground.without_unit(claim.places)
    if absent:
        found = joined([ground.place_name(place) for place in absent], "个")
        return it_fails(
            "moderate",
            claim,
            f"排名表{len(ground.every_row)}家中，没有一家在{found.zh}。",
            f"None of the {len(ground.every_row)} ranked units stands in {found.en}.",
            printed=found.zh,
            absent=list(absent),
            n=len(ground.every_row),
        )
    if unknown:
        return _unknown_places(ground, claim, unknown)
    counts = [f"{ground.place_name(place).zh}{len(ground.rows_in[place])}家" for place in claim.places]
    counts_en = [f"{ground.place_name(place).en} {len(ground.rows_in[place])}" for place in claim.places]
    return it_holds(claim, f"排名表中，{'、'.join(counts)}。", f"In the ranking: {', '.join(counts_en)}.")


def _unknown_places(ground: Ground, claim: Names, unknown: Sequence[str]) -> Outcome:
    found = joined([ground.place_name(place) for place in unknown], "个")
    return it_stays_open(
        claim,
        f"无法检验：不能确定{found.zh}有没有列入排名的园区。",
        f"This cannot be tested: whether a ranked unit stands in {found.en} is not known.",
    )


def _most(level: PlaceLevel, *, tied: bool) -> Callable[[Ground, Names], Outcome]:
    def test(ground: Ground, claim: Names) -> Outcome:
        return _with_most(ground, claim, level, tied=tied)

    return test


def _with_most(ground: Ground, claim: Names, level: PlaceLevel, *, tied: bool) -> Outcome:
    """Test whether no other place of a level has more units than the named ones, or all of them share the first place.

    A unit whose place of that level is not known leaves the count open.
    """
    counted = {place: len(rows) for place, rows in ground.counted(level).items()}
    if sum(counted.values()) < len(ground.every_row) or not counted:
        return it_stays_open(
            claim, "无法检验：各家所在地不全。", "This cannot be tested: the places of some units are not known."
        )
    named = {place: counted.get(place, 0) for place in claim.places}
    rest = {place: count for place, count in counted.items() if place not in named}
    shown = {**named, **{place: count for place, count in rest.items() if count >= min(named.values())}}
    zh = f"排名表中，{'、'.join(f'{ground.place_name(place).zh}{count}家' for place, count in shown.items())}。"
    en = f"In the ranking: {', '.join(f'{ground.place_name(place).en} {count}' for place, count in shown.items())}."
    first = max(counted.values())
    right = set(named.values()) == {first} if tied else min(named.values()) >= max(rest.values(), default=0)
    if right:
        return it_holds(claim, zh, en, counts=shown)
    rows = [row for place in shown for row in ground.rows_in.get(place, ())]
    return it_fails("moderate", claim, zh, en, *ground.cells(rows), counts=shown)


def with_guidance(ground: Ground, claim: Names) -> Outcome:
    """Look for the named places in the table of guidance; the sentence that made the table is no second witness."""
    rows = {each.place: each for each in ground.evidence.guidance}
    if not rows:
        return it_stays_open(
            claim, "无法检验：没有指导意见表。", "This cannot be tested: there is no table of guidance."
        )
    missing = [place for place in claim.places if place not in rows]
    if missing:
        return _not_listed(ground, claim, missing, "指导意见表", "the table of guidance")
    if all(claim.source in rows[place].source for place in claim.places):
        return it_stays_open(
            claim,
            "名单只刊载于此处，没有文件名称与日期可以核对。",
            "The list is printed only here, without titles or dates to check it by.",
        )
    return it_holds(claim, "指导意见表中都有。", "All of them are in the table of guidance.")


def with_policies(ground: Ground, claim: Names) -> Outcome:
    """Look for the named cities in the tables of policies."""
    served = cities_with_policy(ground)
    if not served:
        return it_stays_open(claim, "无法检验：没有政策表。", "This cannot be tested: there is no table of policies.")
    missing = [place for place in claim.places if place not in served]
    further = [city for city in served if city not in claim.places]
    if missing:
        return _not_listed(ground, claim, missing, "各政策表", "the tables of policies")
    more = joined([ground.place_name(city) for city in further], "个")
    if claim.complete and further:
        return it_fails(
            "moderate", claim, f"各政策表还有{more.zh}。", f"The tables of policies also hold {more.en}.",
            further=further,
        )  # fmt: skip
    tail = (f"；表中另有{more.zh}。", f"; the tables also hold {more.en}.") if further else ("。", ".")
    return it_holds(
        claim, f"各政策表中都有{tail[0]}", f"All of them are in the tables of policies{tail[1]}", further=further
    )


def _not_listed(ground: Ground, claim: Names, missing: Sequence[str], zh: str, en: str) -> Outcome:
    found = joined([ground.place_name(place) for place in missing], "个")
    return it_fails(
        "moderate", claim, f"{zh}中没有{found.zh}。", f"{found.en} cannot be found in {en}.", printed=found.zh,
        missing=list(missing),
    )  # fmt: skip


def planning(_ground: Ground, claim: Names) -> Outcome:
    """Say that plans leave nothing to test."""
    return it_stays_open(
        claim, "无法检验：没有筹建园区的数据。", "This cannot be tested: there are no data on planned parks."
    )


def coastal(ground: Ground, claim: Names) -> Outcome:
    """Look up the named cities; without a printed definition a city on no sea decides nothing."""
    marked = coastal_cities(ground)
    outside = [place for place in claim.places if place not in marked]
    if not marked:
        return it_stays_open(
            claim, "无法检验：没有说明哪些城市沿海。", "This cannot be tested: no city is marked as coastal."
        )
    if not outside:
        return it_holds(claim, "地点表都标为沿海。", "The table of places marks all of them as coastal.")
    found = joined([ground.place_name(place) for place in outside], "个")
    return it_stays_open(
        claim,
        f"地点表不把{found.zh}算作沿海；正文没有说明“沿海”的口径，因而不能判断。",
        f"The table of places does not mark {found.en} as coastal; the text does not say what it counts as coastal.",
        outside=outside,
    )


def categories(ground: Ground, claim: Names) -> Outcome:
    """Look for a scheme that grants something in each named category."""
    cells = ground.evidence.support
    if not cells:
        return it_stays_open(
            claim, "无法检验：没有扶持对比表。", "This cannot be tested: there is no matrix of support."
        )
    granted = {
        category: sum(cell.category == category and cell.status.has_value for cell in cells)
        for category in claim.categories
    }
    options = {option.code: option.name for each in ground.evidence.variables for option in each.classes}
    told = {category: options[category] for category in granted if category in options}
    zh = "、".join(f"{told[category].zh}{granted[category]}" for category in told)
    en = ", ".join(f"{told[category].en} {granted[category]}" for category in told)
    schemes = len(ground.evidence.schemes)
    zh, en = (
        f"对比表{schemes}行中，有该项的行数：{zh}。",
        f"Of {schemes} rows of the matrix, those that grant it: {en}.",
    )
    missing = [category for category, count in granted.items() if not count]
    if missing:
        return it_fails("moderate", claim, zh, en, missing=missing, counts=granted)
    return it_holds(claim, zh, en, counts=granted)


def beyond(ground: Ground, claim: Names) -> Outcome:
    """Compare the printed values of the named units with the bound, and of all others where the list is complete."""
    word = claim_words.listing(claim.list)
    column = ground.column(word.codes[0])
    bound = word.number or Decimal(0)
    name = ground.node_name(word.codes[0])
    if column is None or not column.present:
        return it_stays_open(
            claim,
            f"无法检验：各家的“{name.zh}”未刊载。",
            f"This cannot be tested: no values of “{name.en}” are printed by unit.",
        )
    sign = 1 if word.form == "NODE>NUMBER" else -1
    held = {ground.ranking.units[row]: row for row in column.present}
    over = [row for row in column.present if sign * (column.cells[row] or 0) > sign * bound]
    wrong = [held[unit] for unit in claim.units if unit in held and held[unit] not in over]
    named = {held[unit] for unit in claim.units if unit in held}
    further = [row for row in over if row not in named] if claim.complete else []
    told = _beyond_words(ground, name, over, bound, sign)
    data: dict[str, Any] = {"bound": float(bound), "units": [ground.ranking.units[row] for row in over]}
    if wrong or further:
        rows = [*wrong, *further]
        return it_fails("moderate", claim, *told, *ground.cells(rows, column), **data)
    return it_holds(claim, *told, *ground.cells(over, column), **data)


def _beyond_words(ground: Ground, name: Text, over: Sequence[int], bound: Decimal, sign: int) -> tuple[str, str]:
    units = joined([ground.ranking.names[row] for row in over])
    side = ("高于", "above") if sign > 0 else ("低于", "below")
    limit = number(float(bound))
    return (
        f"{name.zh}{side[0]}{limit}的有{len(over)}家：{units.zh}。",
        f"{len(over)} {'is' if len(over) == 1 else 'are'} {side[1]} {limit} in {name.en}: {units.en}.",
    )


LISTS: Mapping[str, Callable[[Ground, Names], Outcome]] = {
    "cities-with-parks": with_parks,
    "cities-with-most-parks": _most("city", tied=False),
    "provinces-with-most-parks": _most("province", tied=False),
    "provinces-tied-for-most-parks": _most("province", tied=True),
    "provinces-with-guidance": with_guidance,
    "cities-with-special-policies": with_policies,
    "cities-planning-parks": planning,
    "coastal-cities": coastal,
    "support-categories": categories,
    "NODE>NUMBER": beyond,
    "NODE<NUMBER": beyond,
}
"""Form of a list -> how it is tested; every form of `claim_words.LISTS` has one."""
