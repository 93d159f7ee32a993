"""Raw values of the third-level indicators, taken from the draws; those with a rubric are left to the rubric."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.sample.folder import csv_text
from parkindex.sample.gazetteer import Spot, province_of
from parkindex.sample.parks import CUT_OFF, Park
from parkindex.sample.survey import SURVEY, City

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy as np

    from parkindex.sample.finance import Fund
    from parkindex.sample.policies import Policy

HEADER = "subject,node,value,status,source,note"


@dataclass(frozen=True, slots=True)
class World:
    """Everything that was drawn. ``guidance`` maps a province to the number of its general policies."""

    parks: tuple[Park, ...]
    cities: tuple[City, ...]
    policies: tuple[Policy, ...]
    funds: tuple[Fund, ...]
    general_policies: Mapping[str, int]


Row = tuple[str, str, str, str]
"""Subject, value, status, source."""


def observations_csv(world: World, generator: np.random.Generator) -> str:
    """Return ``observations.csv``; about one company count in thirty is not answered, one sum of finance not asked."""
    rows: list[Sequence[str]] = []
    for node, values in INDICATORS.items():
        rows += (
            (subject, node, value, status, source, "") for subject, value, status, source in values(world, generator)
        )
    return csv_text(HEADER, rows)


def policy_count(world: World, _generator: np.random.Generator) -> Iterator[Row]:
    """Count the special policies of each district, none included."""
    for district in _districts(world):
        count = sum(policy.district.code == district for policy in world.policies)
        yield district, str(count), "", "policy-file#policies"


def policy_duration(world: World, _generator: np.random.Generator) -> Iterator[Row]:
    """Count the years since a district's first special policy; none: zero years."""
    for district in _districts(world):
        issued = [policy.issued for policy in world.policies if policy.district.code == district]
        year, month = min(issued, default=CUT_OFF)
        years = ((CUT_OFF[0] - year) * 12 + CUT_OFF[1] - month) / 12
        yield district, f"{years:.2f}", "", "policy-file#policies"


def other_policy_count(world: World, _generator: np.random.Generator) -> Iterator[Row]:
    """Give the number of general policies in force in each district."""
    for district, spot in _districts(world).items():
        count = world.general_policies[province_of(spot).code] + world.general_policies[spot.code]
        yield district, str(count), "", "policy-file#policies"


def resident_firms(world: World, generator: np.random.Generator) -> Iterator[Row]:
    """Give the number of blockchain firms in each park."""
    for park in world.parks:
        yield _park_value(park, str(park.firms), "not_answered", 0.03, generator)


def leading_firms(world: World, generator: np.random.Generator) -> Iterator[Row]:
    """Give the number of leading firms in each park."""
    for park in world.parks:
        yield _park_value(park, str(park.leading_firms), "not_answered", 0.02, generator)


def talent(world: World, _generator: np.random.Generator) -> Iterator[Row]:
    """Give the number of computing students of each city."""
    for city in world.cities:
        yield city.spot.code, str(city.computing_students), "", "city-table#cities"


def fund_total(world: World, _generator: np.random.Generator) -> Iterator[Row]:
    """Sum the government funds of each city, in 100 million yuan; none: zero."""
    for city in world.cities:
        total = sum(fund.amount for fund in world.funds if fund.park.city.code == city.spot.code)
        yield city.spot.code, f"{total:g}", "", "fund-register#funds"


def financing(world: World, generator: np.random.Generator) -> Iterator[Row]:
    """Give what the firms of each park have raised, in 100 million yuan; a park under construction has none to tell."""
    for park in world.parks:
        if park.building:
            yield park.code, "", "not_applicable", SURVEY
        else:
            yield _park_value(park, f"{park.financing:g}", "not_asked", 0.03, generator)


INDICATORS: dict[str, Callable[[World, np.random.Generator], Iterator[Row]]] = {
    "resident_firms": resident_firms,
    "leading_firms": leading_firms,
    "financing": financing,
    "policy_count": policy_count,
    "policy_duration": policy_duration,
    "other_policy_count": other_policy_count,
    "talent": talent,
    "fund_total": fund_total,
}
"""Every indicator without a rubric, with how its values are taken from the draws."""


def _districts(world: World) -> dict[str, Spot]:
    homes = {park.district.code: park.district for park in world.parks}
    return dict(sorted(homes.items()))


def _park_value(park: Park, value: str, missing: str, chance: float, generator: np.random.Generator) -> Row:
    if generator.random() < chance:
        return park.code, "", missing, SURVEY
    return park.code, value, "", SURVEY
