"""Values about how scores stand to each other: within a tier, against the nominal weights, shared by several units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.publishing.values.lookup import entry, whole, words
from parkindex.publishing.values.places import unit_names
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.values.results import ResultFamily


def in_tier(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``in_tier.N.NODE.median|lowest|highest|range|leader|last``: the scores of one tier's units at a node."""
    number, code, what = words(names, 3)
    members = result.tier_members(whole(number, range(1, result.tier_count + 1)))
    scores = {unit: own for unit in members if not np.isnan(own := result.score(unit, _node(result, code)))}
    if not scores:
        raise UnknownValueError(number, tuple(str(tier) for tier in range(1, result.tier_count + 1)))
    low, high = min(scores.values()), max(scores.values())
    ends = {"leader": high, "last": low}
    if what in ends:
        return unit_names(edition, [unit for unit, own in scores.items() if own == ends[what]])
    measures = {"lowest": low, "highest": high, "range": high - low, "median": float(np.median(list(scores.values())))}
    return _points(result, entry(measures, what))


def points(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``points.PILLAR.share|over|nominal``: what a pillar really counts, beside what its weight says.

    ``share`` is its part of all points given to all units, in percent; ``over`` how many units have more points in it
    than its nominal weight; ``nominal`` that weight in points of a total of 100.
    """
    code, what = words(names, 2)
    pillars = {pillar.code: result.column(pillar.code) for pillar in edition.framework.pillars}
    own = entry(pillars, code)
    node = edition.framework.node(code)
    if node.weight is None:
        raise UnknownValueError(code)
    stated = sum(pillar.weight or 0.0 for pillar in edition.framework.pillars)
    nominal = 100 * node.weight / stated
    everything = sum(float(np.nansum(column)) for column in pillars.values())
    answers = {
        "share": Value("percent", 100 * float(np.nansum(own)) / everything if everything else np.nan, decimals=1),
        "over": Value("count", int(np.count_nonzero(own > nominal))),
        "nominal": Value("number", nominal),
    }
    return entry(answers, what)


def distinct(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:  # noqa: ARG001 - one shape for all
    """``distinct.NODE``: how many different scores the units have at a node."""
    (code,) = words(names, 1)
    column = result.column(_node(result, code))
    return Value("count", len(np.unique(column[~np.isnan(column)])))


def tied(edition: Edition, result: Result, names: tuple[str, ...]) -> Value:
    """``tied.UNIT.NODE``: the other units with exactly the score of this one at a node."""
    code, node = words(names, 2)
    unit = entry({each: each for each in result.units}, code)
    own = result.score(unit, _node(result, node))
    return unit_names(edition, [o for o in result.units if o != unit and result.score(o, node) == own])


STANDINGS: Mapping[str, ResultFamily] = {"in_tier": in_tier, "points": points, "distinct": distinct, "tied": tied}


def _node(result: Result, code: str) -> str:
    return entry({node: node for node in result.nodes}, code)


def _points(result: Result, number: float) -> Value:
    decimals = result.method.method.decimals
    return Value("number", number, decimals=2 if decimals is None else decimals)
