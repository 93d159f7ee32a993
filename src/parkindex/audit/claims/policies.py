"""Places with policies, guidance or stars of support, counted from the printed tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.claims.bounds import Counted, NotCounted
from parkindex.audit.claims.ground import MOST_EXHIBITS, joined, tier_name
from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.outcome import Exhibit
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from parkindex.audit.claims.bounds import Kind
    from parkindex.audit.claims.ground import Ground
    from parkindex.evidence.claim_words import Word
    from parkindex.evidence.rows import PolicyMention


def cities_with_policy(ground: Ground) -> Mapping[str, tuple[PolicyMention, ...]]:
    """Return the cities in which a printed policy holds, by the city of its place, with its mentions."""
    found: dict[str, list[PolicyMention]] = {}
    for mention in ground.evidence.policies:
        city = ground.evidence.at_level(mention.place, "city")
        if city is not None:
            found.setdefault(city.code, []).append(mention)
    return {city: tuple(mentions) for city, mentions in found.items()}


def stars_of_cities(ground: Ground) -> Mapping[str, tuple[int, ...]]:
    """Return the stars of the schemes of each city, the most first."""
    found: dict[str, list[int]] = {}
    for scheme in ground.evidence.schemes:
        city = ground.evidence.at_level(scheme.place, "city")
        if city is not None and scheme.stars is not None:
            found.setdefault(city.code, []).append(scheme.stars)
    return {city: tuple(sorted(stars, reverse=True)) for city, stars in found.items()}


def policy_exhibits(mentions: Iterable[PolicyMention]) -> tuple[Exhibit, ...]:
    """Return mentions of policies as exhibits: title, date and place in the source."""
    shown = list(mentions)[:MOST_EXHIBITS]
    return tuple(
        row_cell(
            Text(zh=f"《{each.title.zh}》", en=each.title.en),
            "" if each.date is None else str(each.date),
            each.source,
            each.where,
        )
        for each in shown
    )


def policy_cities(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the cities with a special policy in any printed table."""
    served = cities_with_policy(ground)
    if not served:
        return NotCounted(NO_POLICIES)
    names = joined([ground.place_name(city) for city in served], "个")
    facts = Text(
        zh=f"各政策表合计有{len(served)}个城市：{names.zh}。",
        en=f"The tables of policies together hold {len(served)} cities: {names.en}.",
    )
    size = Fraction(len(served))
    exhibits = policy_exhibits(mentions[0] for mentions in served.values())
    return Counted(size, size, facts, exhibits, partial=True, data={"cities": list(served)})


def policy_cities_of_tier(ground: Ground, word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the cities of a tier’s units that have a special policy in a printed table."""
    rows = ground.rows_of_tier.get(word.tier or 0, ())
    served = cities_with_policy(ground)
    if not served or not rows:
        return NotCounted(NO_POLICIES if rows else Text(zh="没有刊载该梯队的成员", en="no members of it are printed"))
    cities = list(dict.fromkeys(ground.cities[row] for row in rows if ground.cities[row]))
    having = [city for city in cities if city in served]
    name = tier_name(word.tier or 0)
    names = joined([ground.place_name(city) for city in having], "个")
    every = len(having) == len(cities)
    part = "都" if every else f"其中{len(having)}个"
    facts = Text(
        zh=f"{name.zh}各家分布在{len(cities)}个城市，{part}见于政策表：{names.zh}。",
        en=f"Units of {name.en} stand in {len(cities)} cities, {'all' if every else len(having)} of them in the tables "
        f"of policies: {names.en}.",
    )
    size = Fraction(len(having))
    exhibits = policy_exhibits(served[city][0] for city in having)
    return Counted(size, size, facts, exhibits, partial=True, data={"cities": cities, "with_policy": having})


def beneficiary_cities(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the cities of the policies in the table of beneficiaries."""
    named = {each.policy for each in ground.evidence.beneficiaries}
    served = cities_with_policy(ground).items()
    cities = [city for city, mentions in served if {each.policy for each in mentions} & named]
    if not named:
        return NotCounted(NO_BENEFICIARIES)
    names = joined([ground.place_name(city) for city in cities], "个")
    facts = Text(
        zh=f"受益表中有{len(cities)}个城市：{names.zh}。",
        en=f"The table of beneficiaries holds {len(cities)} cities: {names.en}.",
    )
    size = Fraction(len(cities))
    return Counted(size, size, facts, partial=True, data={"cities": cities})


def beneficiary_parks(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the distinct parks in the table of beneficiaries, ranked or not."""
    rows = ground.evidence.beneficiaries
    if not rows:
        return NotCounted(NO_BENEFICIARIES)
    parks = list(dict.fromkeys(each.unit or each.name_as_printed for each in rows))
    others = {each.name_as_printed: each.name_en or each.name_as_printed for each in rows if not each.unit}
    zh = f"受益表中有{len(parks)}个不同的名称"
    en = f"The table of beneficiaries holds {len(parks)} distinct names"
    if others:
        zh += f"，其中{len(others)}个不在排名表中（{'、'.join(others)}）"
        en += f", {len(others)} of them not ranked ({', '.join(others.values())})"
    size = Fraction(len(parks))
    return Counted(size, size, Text(zh=f"{zh}。", en=f"{en}."), partial=True, data={"parks": parks})


def guidance_places(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the places that are named as having issued guidance."""
    places = list(dict.fromkeys(each.place for each in ground.evidence.guidance))
    if not places:
        return NotCounted(Text(zh="没有指导意见表", en="no table of guidance is in evidence"))
    names = joined([ground.place_name(place) for place in places], "个")
    facts = Text(zh=f"点名的有{len(places)}个：{names.zh}。", en=f"Those named are {len(places)}: {names.en}.")
    size = Fraction(len(places))
    return Counted(size, size, facts, partial=True, data={"places": places})


def first_year(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Return the year of the earliest policy in the printed tables."""
    dated = [each for each in ground.evidence.policies if each.date is not None]
    if not dated:
        return NotCounted(NO_POLICIES)
    earliest = min(dated, key=lambda each: str(each.date))
    date = earliest.date
    facts = Text(zh=f"各政策表中最早的一项为{date}。", en=f"The earliest in the tables of policies is of {date}.")
    year = Fraction(date.year if date is not None else 0)
    return Counted(year, year, facts, policy_exhibits([earliest]), data={"policy": earliest.policy})


def documents(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the national documents and speeches that are quoted."""
    count = len(ground.evidence.background)
    if not count:
        return NotCounted(Text(zh="没有引用文件", en="no document is quoted"))
    facts = Text(zh=f"文中引用了{count}件。", en=f"{count} are quoted.")
    return Counted(Fraction(count), Fraction(count), facts, data={"documents": count})


NO_POLICIES = Text(zh="没有政策表", en="no table of policies is in evidence")
NO_BENEFICIARIES = Text(zh="没有受益表", en="no table of beneficiaries is in evidence")

COUNTS: Mapping[str, Callable[[Ground, Word, Kind], Counted | NotCounted]] = {
    "cities:special-policy": policy_cities,
    "cities:special-policy:tier:N": policy_cities_of_tier,
    "cities:beneficiaries": beneficiary_cities,
    "parks:beneficiaries": beneficiary_parks,
    "places:guidance": guidance_places,
    "policies:first-year": first_year,
    "documents": documents,
}
"""Form of a measure -> how places and policies are counted."""
