"""Values that compare: the two methods of an edition, and how alike the units' profiles are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.comparison import Comparison, compare
from parkindex.analysis.profiles import Homogeneity, homogeneity, pillar_profiles
from parkindex.publishing.values.lookup import Family, choose, entry, plain, words
from parkindex.publishing.values.places import unit_names
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition


def comparison(edition: Edition) -> Comparison:
    """Return the default and the second method side by side; `UnknownValueError` where there is no second."""
    if edition.about.second_method is None:
        raise UnknownValueError("agreement")
    return compare(edition.result(), edition.result(edition.about.second_method))


def _largest(edition: Edition, *, rise: bool) -> Value:
    """Return who rises (or falls) furthest under the second method, ties included."""
    moved = [each for each in comparison(edition).shifts if each.shift and (each.shift > 0) == rise]
    most = max((abs(each.shift or 0) for each in moved), default=0)
    return unit_names(edition, [each.unit for each in moved if abs(each.shift or 0) == most])


def _places(edition: Edition) -> Value:
    return Value("count", max((abs(each.shift or 0) for each in comparison(edition).shifts), default=0))


def shift(edition: Edition, names: tuple[str, ...]) -> Value:
    """``shift.UNIT``: places that a unit gains under the second method; ``shift.largest[.places]``."""
    first, what = words(names, 1, 2)
    if first == "largest":
        moved = comparison(edition).moved
        most = abs(moved[0].shift or 0) if moved else 0
        answers = {
            "": lambda: unit_names(edition, [each.unit for each in moved if abs(each.shift or 0) == most]),
            "places": lambda: Value("count", most),
        }
        return entry(answers, what)()
    found = entry({each.unit: each.shift for each in comparison(edition).shifts}, first)
    return Value("number", float("nan")) if found is None else Value("count", found)


AGREEMENT: Family = choose(
    {
        "kendall": plain(lambda edition: Value("number", comparison(edition).kendall, decimals=3)),
        "spearman": plain(lambda edition: Value("number", comparison(edition).spearman, decimals=3)),
        "moved": plain(lambda edition: Value("count", len(comparison(edition).moved))),
        "tier_changes": plain(lambda edition: Value("count", len(comparison(edition).tier_changes))),
        "tier_change_names": plain(
            lambda edition: unit_names(edition, [each.unit for each in comparison(edition).tier_changes])
        ),
        "mean_shift": plain(lambda edition: Value("number", comparison(edition).mean_shift, decimals=1)),
        "largest_shift": plain(_places),
        "largest_rise": plain(lambda edition: _largest(edition, rise=True)),
        "largest_fall": plain(lambda edition: _largest(edition, rise=False)),
    }
)
"""``agreement.kendall``, ``agreement.moved``, ``agreement.largest_rise`` (names) …: default against second method."""


def _alike(edition: Edition) -> Homogeneity:
    return homogeneity(pillar_profiles(edition.result()))


SIMILARITY: Family = choose(
    {
        "difference": plain(lambda edition: Value("number", _alike(edition).difference, decimals=1)),
        "close": plain(lambda edition: Value("percent", _alike(edition).close, n=_alike(edition).pairs, decimals=1)),
        "pairs": plain(lambda edition: Value("count", _alike(edition).pairs)),
    }
)
"""``similarity.difference`` (median over pairs, points of percent of the best), ``similarity.close`` …"""
