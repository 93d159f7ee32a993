"""Values of policies, support schemes and funds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.concentration import effective_number, herfindahl, top_share
from parkindex.analysis.policies import PolicyRecord, benefiting_units, policy_records
from parkindex.analysis.support import breadth_and_stars, categories_served, scheme_supports
from parkindex.publishing.values.lookup import Family, choose, entry, plain, whole, words
from parkindex.publishing.values.places import unit_names
from parkindex.publishing.values.value import Value

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.evidence.rows import Place

YUAN = "yuan"


def policy(edition: Edition, names: tuple[str, ...]) -> Value:
    """``policy.CODE[.date|units]``: the title of a policy, its date where it is first printed, how many units gain."""
    code, what = words(names, 1, 2)
    record = entry({each.policy: each for each in policy_records(edition.dataset)}, code)
    answers = {
        "": lambda: Value("name", record.first.title),
        "date": lambda: Value("date", record.first.date),
        "units": lambda: Value("count", len(record.units)),
    }
    return entry(answers, what)()


def _cities(edition: Edition, records: tuple[PolicyRecord, ...]) -> tuple[Place, ...]:
    """Return the cities that issued policies, in the order of the table."""
    found = (edition.dataset.at_level(record.first.place, "city") for record in records)
    return tuple({city.code: city for city in found if city is not None}.values())


def _benefiting(edition: Edition) -> tuple[PolicyRecord, ...]:
    return tuple(record for record in policy_records(edition.dataset) if record.beneficiaries)


def _names(places: tuple[Place, ...]) -> Value:
    return Value("names", tuple(place.name for place in places))


def _extreme(edition: Edition, *, latest: bool) -> Value:
    dates = sorted(m.date for m in edition.dataset.policies if m.date is not None)
    return Value("date", dates[-1 if latest else 0] if dates else None)


POLICIES: Family = choose(
    {
        "count": plain(lambda edition: Value("count", len(policy_records(edition.dataset)))),
        "mentions": plain(lambda edition: Value("count", len(edition.dataset.policies))),
        "cities": plain(lambda edition: Value("count", len(_cities(edition, policy_records(edition.dataset))))),
        "city_names": plain(lambda edition: _names(_cities(edition, policy_records(edition.dataset)))),
        "benefiting": plain(lambda edition: Value("count", len(_benefiting(edition)))),
        "benefiting_cities": plain(lambda edition: Value("count", len(_cities(edition, _benefiting(edition))))),
        "units": plain(lambda edition: Value("count", len(benefiting_units(edition.dataset)))),
        "unit_names": plain(lambda edition: unit_names(edition, tuple(benefiting_units(edition.dataset)))),
        "first": plain(lambda edition: _extreme(edition, latest=False)),
        "latest": plain(lambda edition: _extreme(edition, latest=True)),
        "date_conflicts": plain(
            lambda edition: Value("count", sum(record.dates_disagree for record in policy_records(edition.dataset)))
        ),
        "title_conflicts": plain(
            lambda edition: Value("count", sum(record.titles_disagree for record in policy_records(edition.dataset)))
        ),
    }
)
"""``policies.count`` (each policy once), ``policies.units`` (units of this edition that gain) …"""

GUIDANCE: Family = choose(
    {
        "count": plain(lambda edition: Value("count", len({row.place for row in edition.dataset.guidance}))),
        "names": plain(
            lambda edition: _names(tuple(edition.dataset.place(row.place) for row in edition.dataset.guidance))
        ),
    }
)
"""``guidance.count``: the provinces that are named with a guidance policy."""


def scheme(edition: Edition, names: tuple[str, ...]) -> Value:
    """``scheme.CODE[.breadth|stars|amounts|elsewhere]``: a row of the support matrix."""
    code, what = words(names, 1, 2)
    found = entry({each.scheme.scheme: each for each in scheme_supports(edition.dataset)}, code)
    answers = {
        "": lambda: Value("name", found.scheme.name),
        "breadth": lambda: Value("count", found.breadth),
        "stars": lambda: Value("count", found.stars or 0),
        "amounts": lambda: Value("count", found.with_amount),
        "elsewhere": lambda: Value("count", found.elsewhere),
    }
    return entry(answers, what)()


def _best(edition: Edition, measure: str) -> Value:
    """Return the names of the schemes that are broadest or have most stars, ties included."""
    rows = scheme_supports(edition.dataset)
    sizes = {row.scheme.scheme: getattr(row, measure) or 0 for row in rows}
    most = max(sizes.values(), default=0)
    return Value("names", tuple(row.scheme.name for row in rows if sizes[row.scheme.scheme] == most))


def _extent(edition: Edition, measure: str, *, most: bool) -> Value:
    sizes = [getattr(row, measure) or 0 for row in scheme_supports(edition.dataset)]
    return Value("count", (max if most else min)(sizes, default=0))


SUPPORT: Family = choose(
    {
        "schemes": plain(lambda edition: Value("count", len(edition.dataset.schemes))),
        "categories": plain(lambda edition: Value("count", len(categories_served(edition.dataset)))),
        "cells": plain(lambda edition: Value("count", len(edition.dataset.support))),
        "broadest": plain(lambda edition: _best(edition, "breadth")),
        "breadth_most": plain(lambda edition: _extent(edition, "breadth", most=True)),
        "breadth_least": plain(lambda edition: _extent(edition, "breadth", most=False)),
        "best_starred": plain(lambda edition: _best(edition, "stars")),
        "stars_most": plain(lambda edition: _extent(edition, "stars", most=True)),
        "correlation": plain(
            lambda edition: Value("number", breadth_and_stars(scheme_supports(edition.dataset)), decimals=2)
        ),
    }
)
"""``support.schemes``, ``support.broadest`` (names), ``support.correlation`` (of breadth and stars, Spearman) …"""


def fund(edition: Edition, names: tuple[str, ...]) -> Value:
    """``fund.CODE[.name|park]``: the amount of a fund, its name, or the park as it is printed."""
    code, what = words(names, 1, 2)
    row = entry({each.fund: each for each in edition.dataset.funds}, code)
    answers = {
        "": lambda: Value("money", row.yuan, unit=YUAN, sources=row.source),
        "name": lambda: Value("name", row.name),
    }
    return entry(answers, what)()


def _amounts(edition: Edition) -> list[float]:
    return [row.yuan for row in edition.dataset.funds]


def _top_share(edition: Edition, names: tuple[str, ...]) -> Value:
    """``funds.top_share.N``: what the N largest funds hold of the total, in percent."""
    (number,) = words(names, 1)
    return Value("percent", 100 * top_share(_amounts(edition), whole(number)), decimals=1)


def _share_of(edition: Edition, names: tuple[str, ...]) -> Value:
    """``funds.share.STATISTIC``: the total as a share of a printed total, in percent."""
    (code,) = words(names, 1)
    rows = {row.code: row for row in edition.dataset.statistics if row.unit == "yuan_100m"}
    return Value("percent", 100 * sum(_amounts(edition)) / (entry(rows, code).value * 1e8), decimals=1)


FUNDS: Family = choose(
    {
        "count": plain(lambda edition: Value("count", len(edition.dataset.funds))),
        "total": plain(lambda edition: Value("money", sum(_amounts(edition)), unit=YUAN)),
        "largest": plain(lambda edition: Value("name", max(edition.dataset.funds, key=lambda row: row.yuan).name)),
        "largest_amount": plain(lambda edition: Value("money", max(_amounts(edition)), unit=YUAN)),
        "top_share": _top_share,
        "share": _share_of,
        "concentration": plain(lambda edition: Value("number", herfindahl(_amounts(edition)), decimals=2)),
        "effective": plain(lambda edition: Value("number", effective_number(_amounts(edition)), decimals=1)),
        "units": plain(lambda edition: Value("count", len({row.unit for row in edition.dataset.funds if row.unit}))),
    }
)
"""``funds.count``, ``funds.total``, ``funds.top_share.1``, ``funds.effective`` (how many equal funds) …"""
