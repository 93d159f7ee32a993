"""Values of how far ranks can be trusted: what is firm, intervals, probabilities, what moves the ranks, weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from parkindex.analysis.trust import WITHIN
from parkindex.analysis.uncertainty.sensitivity import MEAN_SHIFT, TIER_CHANGES
from parkindex.charts.assumption_names import assumption_name
from parkindex.charts.sensitivity import leading, nearest_change
from parkindex.charts.uncertainty import LEVEL
from parkindex.framework.text import Text
from parkindex.publishing.values.lookup import Family, choose, entry, plain, whole, words
from parkindex.publishing.values.places import share, unit_names
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkindex.analysis.uncertainty.dominance import Dominance
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.edition import Edition

Analysis = TypeVar("Analysis")


def _held(found: Analysis | None) -> Analysis:
    """Return an analysis; `UnknownValueError` where nothing about the method is uncertain."""
    if found is None:
        raise UnknownValueError("")
    return found


def _uncertainty(edition: Edition) -> Uncertainty:
    return _held(edition.uncertainty())


def _firm(units: Callable[[Uncertainty], tuple[str, ...]]) -> Family:
    """Return the family of what is firm: how many, who, and their share."""
    return choose(
        {
            "count": plain(lambda edition: Value("count", len(units(_uncertainty(edition))))),
            "names": plain(lambda edition: unit_names(edition, _by_rank(edition, units(_uncertainty(edition))))),
            "share": plain(lambda edition: share(len(units(_uncertainty(edition))), _ranked(edition))),
        }
    )


def _by_rank(edition: Edition, units: tuple[str, ...]) -> list[str]:
    return [unit for unit in edition.result().order() if unit in units]


def _ranked(edition: Edition) -> int:
    return int(np.count_nonzero(~np.isnan(edition.result().ranks)))


FIRM: Family = choose(
    {
        "level": plain(lambda _edition: Value("percent", 100 * LEVEL)),
        "ranks": _firm(lambda found: found.firm_ranks(LEVEL)),
        "tiers": _firm(lambda found: found.firm_tiers(LEVEL)),
    }
)
"""``firm.ranks.count|names|share``, ``firm.tiers.…``: as published in ``firm.level`` of the draws or more."""


def interval(edition: Edition, names: tuple[str, ...]) -> Value:
    """``interval.UNIT``: the ranks that hold 90 % of the draws; ``interval.widest[.places]``: whose is widest."""
    code, what = words(names, 1, 2)
    found = _uncertainty(edition)
    intervals = found.rank_interval(LEVEL)
    if code == "widest":
        width = intervals[:, 1] - intervals[:, 0]
        most = float(np.nanmax(width))
        widest = tuple(unit for unit, own in zip(found.units, width, strict=True) if own == most)
        answers = {
            "": lambda: unit_names(edition, _by_rank(edition, widest)),
            "places": lambda: Value("count", int(most)),
        }
        return entry(answers, what)()
    entry({"": ""}, what)
    low, high = intervals[entry({unit: row for row, unit in enumerate(found.units)}, code)]
    if np.isnan(low):
        return Value("number", float("nan"))
    if low == high:
        return Value("text", Text(zh=f"第{low:.0f}名", en=f"{low:.0f}"))
    return Value("text", Text(zh=f"第{low:.0f}至{high:.0f}名", en=f"{low:.0f} to {high:.0f}"))


def probability(edition: Edition, names: tuple[str, ...]) -> Value:
    """``probability.rank|tier|first.UNIT``: of the published rank or tier, or rank 1; ``probability.top.N.UNIT``."""
    found, result = _uncertainty(edition), edition.result()
    what, *rest = words(names, 2, 3)
    if what == "top":
        best, code = whole(rest[0]), rest[1]
        entry({str(place): place for place in range(1, len(found.units) + 1)}, rest[0])
        shares = found.probability_top(best)
    else:
        code = rest[0]
        entry({"rank": "", "tier": "", "first": ""}, what)
        shares = found.probability_first
    row = entry({unit: row for row, unit in enumerate(found.units)}, code)
    own = float(shares[row])
    if what == "rank":
        rank = result.rank(code)
        own = float("nan") if rank is None else float(found.rank_probabilities[row, rank - 1])
    if what == "tier":
        tier, tiers = result.tier(code), found.tier_probabilities
        own = float("nan") if tier is None or tiers is None else float(tiers[row, tier - 1])
    return Value("percent", 100 * own, n=found.scored, decimals=0)


DRAWS: Family = choose(
    {
        "count": plain(lambda edition: Value("count", _uncertainty(edition).draws)),
        "failed": plain(lambda edition: Value("count", _uncertainty(edition).tally.failed)),
    }
)
"""``draws.count``, ``draws.failed``."""

ASSUMED: Family = choose(
    {
        "count": plain(lambda edition: Value("count", len(_held(edition.assumptions())))),
        "names": plain(
            lambda edition: Value(
                "names", tuple(assumption_name(one, edition.framework) for one in edition.assumptions())
            )
        ),
    }
)
"""``assumptions.count``, ``assumptions.names``."""

PAIRS: Family = choose(
    {
        "count": plain(lambda edition: Value("count", _ranked(edition) * (_ranked(edition) - 1) // 2)),
        "level": plain(lambda edition: Value("count", len(_uncertainty(edition).level_pairs(LEVEL)))),
    }
)
"""``pairs.count``; ``pairs.level``: pairs in which neither is ahead in 90 per cent of the draws."""


def driver(edition: Edition, names: tuple[str, ...]) -> Value:
    """``driver.ranks|tiers[.share]``: what moves them most, all that cannot be told apart, and the greatest index."""
    target, what = words(names, 1, 2)
    found = _held(edition.sensitivity())
    indices = entry(found.targets, {"ranks": MEAN_SHIFT, "tiers": TIER_CHANGES}.get(target, target))
    if np.isnan(indices.total).all():
        return Value("number", float("nan"))
    places = leading(indices)
    named = (assumption_name(edition.assumptions()[place], edition.framework) for place in places)
    answers = {
        "": lambda: Value("names", tuple(Text(zh=name.zh, en=name.en[:1].lower() + name.en[1:]) for name in named)),
        "share": lambda: Value("percent", 100 * float(indices.total[places[0]]), decimals=0),
    }
    return entry(answers, what)()


def stability(edition: Edition, names: tuple[str, ...]) -> Value:
    """``stability.NODE.leader|top|tiers.low|high``: how far a weight can go; ``stability.nearest.leader[.low|high|…]``.

    ``nearest`` is the weight whose end lies nearest: its name, its stated weight (``stated``) and that end (``end``).
    """
    code, what, end = words(names, 2, 3)
    intervals = entry(_held(edition.stability()), what)
    if code == "nearest":
        nearest = nearest_change(intervals)
        if nearest is None:
            return Value("number", float("nan"))
        own, limit = nearest
        answers = {
            "": lambda: Value("name", edition.framework.node(own.code).name),
            "stated": lambda: Value("percent", 100 * own.stated),
            "end": lambda: Value("percent", 100 * limit, decimals=1),
        }
        return entry(answers, end)()
    found = entry({each.code: each for each in intervals}, code)
    return Value("percent", 100 * entry({"low": found.low, "high": found.high}, end), decimals=1)


def _dominance(edition: Edition) -> tuple[Dominance, Dominance]:
    return _held(edition.dominance())


DOMINANCE: Family = choose(
    {
        "pairs": plain(lambda edition: Value("count", len(_dominance(edition)[0].pairs()))),
        "near": plain(lambda edition: Value("count", len(_dominance(edition)[1].pairs()))),
        "within": plain(lambda _edition: Value("percent", 100 * WITHIN)),
        "always_behind": plain(lambda edition: Value("count", int(np.count_nonzero(_dominance(edition)[0].best > 1)))),
    }
)
"""``dominance.pairs``, ``dominance.near``: pairs that stand whatever the weights, or with each within ``.within``.

``dominance.always_behind``: units with another that is never behind them, whatever the weights.
"""
