"""Answers of the synthetic survey: one row per park or city and question, kinds of missing among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.sample.folder import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parkindex.sample.gazetteer import Spot
    from parkindex.sample.parks import Park

HEADER = "subject,variable,value,status,source,note"
SURVEY, CITY_TABLE = "survey#answers", "city-table#cities"

DEVELOPMENT_MODES = {"government_led": 0.68, "enterprise_led": 0.32}
OPERATORS = {
    "local_government": 0.18,
    "zone_committee": 0.27,
    "enterprise": 0.3,
    "association": 0.08,
    "state_owned_enterprise": 0.12,
    "public_institution": 0.05,
}
LOCATION_FEATURES = {"highway": 0.7, "transport_hub": 0.62, "metro": 0.43, "main_urban_area": 0.33}
DOWNSTREAM = {"unsupported": 0.6, "finance": 0.18, "logistics": 0.13, "port": 0.09}
PROFIT_SOURCES = {"government_subsidy": 0.72, "rent": 0.62, "equity_investment": 0.5, "property_management": 0.48}
THEMES = {
    "finance": 0.45,
    "government_affairs": 0.3,
    "traceability": 0.35,
    "logistics": 0.25,
    "healthcare": 0.15,
    "energy": 0.1,
}


@dataclass(frozen=True, slots=True)
class City:
    """What the synthetic city table says of a city: counts of universities, high-tech firms and computing students."""

    spot: Spot
    universities: int
    high_tech_firms: int
    computing_students: int


def draw_cities(parks: Sequence[Park], generator: np.random.Generator) -> tuple[City, ...]:
    """Draw the city table for the cities that hold a park; larger cities have more of everything."""
    found = sorted({park.city.code: park.city for park in parks}.values(), key=lambda spot: spot.code)
    size = generator.normal(0, 0.7, len(found)) + np.array([0.3 if spot.coastal else 0.0 for spot in found])
    universities = 1 + generator.poisson(np.exp(1.5 + 0.7 * size))
    firms = np.round(np.exp(6.6 + size + generator.normal(0, 0.3, len(found))), -1) + 20
    students = np.round(universities * generator.uniform(700, 1500, len(found)), -2)
    return tuple(City(spot, int(universities[i]), int(firms[i]), int(students[i])) for i, spot in enumerate(found))


def answers_csv(parks: Sequence[Park], towns: Sequence[City], generator: np.random.Generator) -> str:
    """Return ``answers.csv``: what every park and city answered."""
    rows: list[Sequence[str]] = []
    for park in parks:
        rows += park_answers(park, generator)
    for town in towns:
        rows.append((town.spot.code, "universities", str(town.universities), "", CITY_TABLE, ""))
        rows.append((town.spot.code, "high_tech_firms", str(town.high_tech_firms), "", CITY_TABLE, ""))
    return csv_text(HEADER, rows)


def park_answers(park: Park, generator: np.random.Generator) -> Iterator[Sequence[str]]:
    """Yield the answers of one park.

    One park in twenty does not tell its investment, one in twenty only estimates it; a park under construction has no
    occupancy to tell; one in twenty-five was not asked about its profit sources.
    """

    def row(variable: str, value: str = "", status: str = "", note: str = "") -> Sequence[str]:
        return (park.code, variable, value, status, SURVEY, note)

    yield row("opened", f"{park.opened[0]}-{park.opened[1]:02d}", note="计划 | Planned" if park.building else "")
    yield row("area", f"{park.area:g}")
    yield investment_answer(park, generator.random())
    if park.building:
        yield row("occupancy", status="not_applicable", note="在建 | Under construction")
    else:
        yield row("occupancy", str(park.occupancy))
    yield row("development_mode", _one(DEVELOPMENT_MODES, generator))
    yield row("operator", _one(OPERATORS, generator))
    yield row("downstream", _one(DOWNSTREAM, generator))
    for feature in _several(LOCATION_FEATURES, generator):
        yield row("location", feature)
    if generator.random() < 0.04:
        yield row("profit_source", status="not_asked")
    else:
        yield from (row("profit_source", source) for source in _several(PROFIT_SOURCES, generator))
    for theme in _several(THEMES, generator):
        yield row("theme", theme)
    for rank, mean in (("national", 0.2), ("provincial", 0.6), ("municipal", 0.9)):
        yield row(f"institutions_{rank}", str(generator.poisson(mean * np.exp(0.4 * park.quality))))


def investment_answer(park: Park, luck: float) -> Sequence[str]:
    """Return the investment of a park as told, estimated or not answered, by a draw from 0 to 1."""
    value = f"{park.investment:g}"
    if luck < 0.05:
        return (park.code, "investment", "", "not_answered", SURVEY, "")
    if luck < 0.1:
        return (park.code, "investment", value, "estimated", SURVEY, "运营方估计 | Estimate of the operator")
    return (park.code, "investment", value, "", SURVEY, "")


def _one(chances: dict[str, float], generator: np.random.Generator) -> str:
    shares = np.array(list(chances.values()))
    return str(generator.choice(list(chances), p=shares / shares.sum()))


def _several(chances: dict[str, float], generator: np.random.Generator) -> list[str]:
    """Return the options that are ticked, each by its own chance; at least one."""
    luck = generator.random(len(chances))
    ticked = [name for name, chance, drawn in zip(chances, chances.values(), luck, strict=True) if drawn < chance]
    return ticked or [next(iter(chances))]
