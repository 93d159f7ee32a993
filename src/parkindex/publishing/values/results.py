"""Values of a result: scores, ranks, leaders and tiers. The same names serve the default and the second method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from parkindex.analysis.gaps import Gap, Spread, between, within
from parkindex.framework.text import Text
from parkindex.publishing.values.lookup import Family, entry, whole, words
from parkindex.publishing.values.places import share, unit_names
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.index import Result

ResultFamily: TypeAlias = Callable[["Edition", "Result", tuple[str, ...]], Value]
HAN = "一二三四五六七八九十"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NOTHING = float("nan")
USUAL_TIERS = 3
"""How many tiers a page may speak of even where so few units make fewer."""


def _node(result: Result, code: str) -> str:
    return entry({node: node for node in result.nodes}, code or result.nodes[0])


def _decimals(result: Result) -> int:
    decimals = result.method.method.decimals
    return 2 if decimals is None else decimals


def _points(result: Result, number: float) -> Value:
    return Value("number", number, decimals=_decimals(result))


def score(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``score.UNIT[.NODE]``: a score, of the index where no node is named."""
    unit, node = words(names, 1, 2)
    entry({each.code: each for each in edition.dataset.units}, unit)
    return _points(result, result.score(unit, _node(result, node)))


def rank(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``rank.UNIT[.NODE]``: a rank; 1 is best."""
    unit, node = words(names, 1, 2)
    entry({each.code: each for each in edition.dataset.units}, unit)
    place = result.rank(unit) if not node else result.node_ranks(_node(result, node))[result.row(unit)]
    return _whole(place)


def _whole(number: float | None) -> Value:
    return Value("number", NOTHING) if number is None or np.isnan(number) else Value("count", int(number))


def leader(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``leader.NODE[.score]``: who is highest in a node (all of them where they tie), or the score."""
    return _extreme(edition, result, names, highest=True)


def lowest(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``lowest.NODE[.score]``: who is lowest in a node, or the score."""
    return _extreme(edition, result, names, highest=False)


def _extreme(edition: Edition, result: Result, names: tuple[str, ...], *, highest: bool) -> Value:
    code, what = words(names, 1, 2)
    scores = result.column(_node(result, code))
    if np.isnan(scores).all():
        return Value("names", ())
    best = float(np.nanmax(scores) if highest else np.nanmin(scores))
    if what == "score":
        return _points(result, best)
    entry({"": "", "score": ""}, what)
    return unit_names(edition, [unit for unit, own in zip(result.units, scores, strict=True) if own == best])


def summary(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:  # noqa: ARG001 - one shape for all
    """``scores.NODE.median|mean|highest|lowest|range``: all units' scores at a node in one number."""
    code, what = words(names, 2)
    scores = result.column(_node(result, code))
    present = scores[~np.isnan(scores)]
    if not present.size:
        return Value("number", NOTHING)
    low, high = float(present.min()), float(present.max())
    found = {"lowest": low, "highest": high, "range": high - low}
    found |= {"median": float(np.median(present)), "mean": float(present.mean())}
    return _points(result, entry(found, what))


def above(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``above.NUMBER[.names]``: how many units score more than a number, or who."""
    limit, what = words(names, 1, 2)
    found = [unit for unit in result.order() if result.score(unit) > whole(limit)]
    answers = {"": lambda: Value("count", len(found)), "names": lambda: unit_names(edition, found)}
    return entry(answers, what)()


def tier(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``tier.N[.count|share|members|cities|lowest|highest|median|mean|range|cut_off]``; alone it is the tier's name."""
    number, what = words(names, 1, 2)
    return entry(TIERS, what)(edition, result, _possible(number, result))


def _possible(number: str, result: Result) -> int:
    """Return the number of a tier that the method can make, though it may be empty; else `UnknownValueError`."""
    stated = result.method.method.tiers.parameters
    most = max(result.tier_count, stated.get("count", 0), len(stated.get("at", ())) + 1, USUAL_TIERS)
    known = range(1, most + 1)
    place = whole(number, known)
    if place not in known:
        raise UnknownValueError(number, tuple(str(tier) for tier in known))
    return place


def tier_count(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:  # noqa: ARG001 - one shape for all
    """``tiers.count``: how many tiers there are."""
    (what,) = words(names, 1)
    return Value("count", entry({"count": result.tier_count}, what))


def tier_of(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``tier_of.UNIT``: the name of the tier that a unit is in."""
    (unit,) = words(names, 1)
    entry({each.code: each for each in edition.dataset.units}, unit)
    found = result.tier(unit)
    return Value("number", NOTHING) if found is None else Value("text", tier_name(found))


def tier_name(number: int) -> Text:
    """Return what a tier is called: 第一梯队, first tier."""
    if number > len(ORDINALS):
        return Text(zh=f"第{number}梯队", en=f"tier {number}")
    return Text(zh=f"第{HAN[number - 1]}梯队", en=f"{ORDINALS[number - 1]} tier")


def _spreads(result: Result) -> tuple[Spread, ...]:
    return within(result.column(), result.tiers)


def _spread(measure: str) -> Callable[[Edition, Result, int], Value]:
    def look_up(edition: Edition, result: Result, number: int) -> Value:  # noqa: ARG001 - one shape for all
        found = next((spread for spread in _spreads(result) if spread.tier == number), None)
        return _points(result, NOTHING if found is None else getattr(found, measure))

    return look_up


def _tier_cities(edition: Edition, result: Result, number: int) -> Value:
    cities = (edition.dataset.city_of(unit) for unit in result.tier_members(number))
    return Value("names", tuple({city.code: city.name for city in cities if city is not None}.values()))


def _cut_off(edition: Edition, result: Result, number: int) -> Value:  # noqa: ARG001 - one shape for all
    """Return the score from which a tier begins, where the method states it."""
    stated = result.method.method.tiers.parameters.get("at")
    if not isinstance(stated, list | tuple) or number > len(stated):
        raise UnknownValueError("cut_off")
    return Value("number", float(stated[number - 1]))


TIERS: Mapping[str, Callable[[Edition, Result, int], Value]] = {
    "": lambda _edition, _result, number: Value("text", tier_name(number)),
    "name": lambda _edition, _result, number: Value("text", tier_name(number)),
    "count": lambda _edition, result, number: Value("count", len(result.tier_members(number))),
    "share": lambda _edition, result, number: share(
        len(result.tier_members(number)), int(np.count_nonzero(~np.isnan(result.tiers)))
    ),
    "members": lambda edition, result, number: unit_names(edition, result.tier_members(number)),
    "cities": _tier_cities,
    "lowest": _spread("lowest"),
    "highest": _spread("highest"),
    "median": _spread("median"),
    "mean": _spread("mean"),
    "range": _spread("range"),
    "cut_off": _cut_off,
}


def gap(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:  # noqa: ARG001 - one shape for all
    """``gap.1.2[.step|means|medians]``: what lies between a tier and the next; else of the medians."""
    upper, lower, what = words(names, 2, 3)
    gaps: dict[tuple[int, int], Gap] = {(each.upper, each.lower): each for each in between(_spreads(result))}
    found = gaps.get((_possible(upper, result), _possible(lower, result)))
    measure = entry({"": "medians", "step": "step", "means": "means", "medians": "medians"}, what)
    return _points(result, NOTHING if found is None else getattr(found, measure))


RESULTS: Mapping[str, ResultFamily] = {
    "score": score,
    "scores": summary,
    "rank": rank,
    "leader": leader,
    "lowest": lowest,
    "above": above,
    "tier": tier,
    "tiers": tier_count,
    "tier_of": tier_of,
    "gap": gap,
}


def of_default(family: ResultFamily) -> Family:
    """Return the family asked of the edition's default method."""
    return lambda edition, names: family(edition, edition.result(), names)


def of_second(edition: Edition, names: tuple[str, ...]) -> Value:
    """``second.FAMILY…``: any of these families, asked of the edition's second method."""
    if edition.about.second_method is None:
        raise UnknownValueError("second")
    if not names:
        raise UnknownValueError("", tuple(RESULTS))
    return entry(RESULTS, names[0])(edition, edition.result(edition.about.second_method), names[1:])
