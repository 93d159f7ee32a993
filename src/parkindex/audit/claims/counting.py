"""Counts and shares of the ranked units, by place, tier and coast."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.claims.bounds import Counted, NotCounted
from parkindex.audit.claims.coast import called_coastal, coastal_cities
from parkindex.audit.claims.ground import joined, tier_name
from parkindex.audit.claims.policies import cities_with_policy
from parkindex.audit.claims.saying import percent
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from parkindex.audit.claims.bounds import Kind
    from parkindex.audit.claims.ground import Ground
    from parkindex.evidence.claim_words import Word


def all_units(ground: Ground, _word: Word, kind: Kind) -> Counted:
    """Count the ranked units."""
    rows = ground.every_row
    return Counted(_size(len(rows), len(rows), kind), _size(len(rows), len(rows), kind), _in_table(len(rows)))


def in_tier(ground: Ground, word: Word, kind: Kind) -> Counted | NotCounted:
    """Count the units of a tier."""
    rows = ground.rows_of_tier.get(word.tier or 0, ())
    if not ground.rows_of_tier:
        return NotCounted(NO_TIERS)
    return _of_rows(ground, rows, ground.every_row, kind, tier_name(word.tier or 0))


def in_places(ground: Ground, word: Word, kind: Kind) -> Counted | NotCounted:
    """Count the units in the named places, and at most the next largest places that are not named."""
    if not ground.rows_in:
        return NotCounted(NO_PLACES)
    rows = sorted({row for place in word.codes for row in ground.rows_in.get(place, ())})
    name = joined([ground.place_name(place) for place in word.codes], "个")
    found = _of_rows(ground, rows, ground.every_row, kind, name)
    _, unknown = ground.without_unit(word.codes)
    above = {step.code for place in word.codes for step in ground.evidence.ancestors(place)}
    held_rows = set(rows)
    nearby = [
        row for row, line in enumerate(ground.ranking.places) if row not in held_rows and line and line[0] in above
    ]
    if unknown or nearby:
        return _or_more(ground, found, len(rows), len(nearby), kind)
    further = [held for held in ground.counted("city").values() if not set(held) & held_rows]
    if word.number is None:
        return found
    return _or_more(ground, found, len(rows), sum(len(held) for held in further[: int(word.number)]), kind)


def _or_more(ground: Ground, found: Counted, count: int, more: int, kind: Kind) -> Counted:
    """Widen a count by units that may belong to it as well."""
    n = len(ground.every_row)
    most = percent(100 * (count + more) / n) if n else "0%"
    return Counted(
        found.least,
        _size(count + more, n, kind),
        Text(
            zh=f"{found.facts.zh.removesuffix('。')}；连同没有点名或地点不详的，至多{count + more}家（{most}）。",
            en=f"{found.facts.en.removesuffix('.')}; with those not named, or whose place is not known, "
            f"at most {count + more} ({most}).",
        ),
        found.exhibits,
        data={**found.data, "at_most": count + more},
    )


def by_coast(ground: Ground, word: Word, kind: Kind) -> Counted | NotCounted:
    """Count the coastal or inland units, of all or of a tier, under each reading of what is coastal."""
    if not coastal_cities(ground):
        return NotCounted(Text(zh="没有说明哪些城市沿海", en="no city is marked as coastal"))
    pool = ground.every_row if word.tier is None else ground.rows_of_tier.get(word.tier, ())
    inland = word.form.endswith("inland")
    readings = [set(rows) for rows in ground.coast]
    counts = [sum((row in coastal) != inland for row in pool) for coastal in readings]
    rows = [row for row in pool if (row in readings[0]) != inland]
    where = Text(zh="在内陆", en="inland") if inland else Text(zh="沿海", en="coastal")
    name = Text(zh="全部", en="all") if word.tier is None else tier_name(word.tier)
    n, count = len(pool), len(rows)
    if not n:
        return NotCounted(NO_TIERS)
    zh = f"按地点表的口径，{name.zh}{n}家中{count}家{where.zh}（{percent(100 * count / n)}）"
    en = f"By the table of places {count} of {n} units in {name.en} are {where.en} ({percent(100 * count / n)})"
    disputed = [city for city in called_coastal(ground) if city not in coastal_cities(ground)]
    cities = {ground.cities[row] for row in pool}
    disputed = [city for city in disputed if city in cities]
    if disputed and counts[1] != counts[0]:
        places = joined([ground.place_name(city) for city in disputed], "个")
        share = percent(100 * counts[1] / n)
        zh += f"；正文把{places.zh}也称作沿海，照此为{counts[1]}家（{share}）"
        en += f"; the text calls {places.en} coastal too, which makes {counts[1]} ({share})"
    elif len(set(counts)) > 1:
        zh += f"；正文没有说明沿海的口径，从宽计为{counts[2]}家"
        en += f"; the text does not say what it counts as coastal, in the widest sense {counts[2]}"
    outside = [row for row in pool if (row in readings[0]) == inland]
    exhibits = ground.cells(outside if len(outside) < len(rows) else rows)
    data = {"n": n, "counts": counts, "units": [ground.ranking.units[row] for row in rows]}
    ends = [_size(each, n, kind) for each in counts]
    return Counted(min(ends), max(ends), Text(zh=f"{zh}。", en=f"{en}."), exhibits, data=data)


def with_policy(ground: Ground, word: Word, kind: Kind) -> Counted | NotCounted:
    """Count the units of a tier whose city has a special policy in a printed table."""
    pool = ground.rows_of_tier.get(word.tier or 0, ())
    if not pool or not ground.evidence.policies:
        return NotCounted(NO_TIERS if not pool else Text(zh="没有政策表", en="no table of policies is in evidence"))
    served = cities_with_policy(ground)
    rows = [row for row in pool if ground.cities[row] in served]
    without = [row for row in pool if ground.cities[row] not in served]
    name = tier_name(word.tier or 0)
    rest = joined([ground.ranking.names[row] for row in without])
    zh = f"{name.zh}{len(pool)}家中，{len(rows)}家所在城市有专项政策见于政策表"
    en = f"Of the {len(pool)} units in {name.en}, {len(rows)} stand in cities with a special policy in the tables"
    zh += f"，{rest.zh}没有。" if without else "。"
    en += f"; {rest.en} {'does' if len(without) == 1 else 'do'} not." if without else "."
    size = _size(len(rows), len(pool), kind)
    data = {"n": len(pool), "units": [ground.ranking.units[row] for row in rows]}
    return Counted(size, size, Text(zh=zh, en=en), ground.tier_cells(without), data=data)


def _of_rows(ground: Ground, rows: Sequence[int], pool: Sequence[int], kind: Kind, name: Text) -> Counted:
    """Count rows of the table, and name the units where they are few."""
    n, count = len(pool), len(rows)
    share = f"（{percent(100 * count / n)}）" if n else ""
    names = joined([ground.ranking.names[row] for row in rows]) if 0 < count <= 6 else None
    zh = f"排名表{n}家中，{name.zh}有{count}家{share}"
    en = f"Of {n} ranked units {count} {'is' if count == 1 else 'are'} in {name.en} ({percent(100 * count / n)})"
    facts = Text(zh=f"{zh}：{names.zh}。" if names else f"{zh}。", en=f"{en}: {names.en}." if names else f"{en}.")
    size = _size(count, n, kind)
    units = [ground.ranking.units[row] for row in rows]
    return Counted(size, size, facts, ground.cells(rows), data={"n": n, "count": count, "units": units})


def _in_table(count: int) -> Text:
    return Text(zh=f"排名表有{count}家。", en=f"The ranking table holds {count} units.")


def _size(count: int, n: int, kind: Kind) -> Fraction:
    """Return a count as such, or in percent of n."""
    return Fraction(count) if kind == "count" else Fraction(100 * count, n or 1)


NO_TIERS = Text(zh="没有刊载该梯队的成员", en="no members of that tier are printed")
NO_PLACES = Text(zh="没有各家所在地", en="no places of the units are given")

COUNTS: Mapping[str, Callable[[Ground, Word, Kind], Counted | NotCounted]] = {
    "units": all_units,
    "units:coastal": by_coast,
    "units:inland": by_coast,
    "units:tier:N": in_tier,
    "units:tier:N:coastal": by_coast,
    "units:tier:N:inland": by_coast,
    "units:tier:N:special-policy": with_policy,
    "units:PLACE+PLACE:and:N": in_places,
    "units:PLACE+PLACE": in_places,
}
"""Form of a measure -> how units are counted."""
