from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest

from parkindex.sample.parks import Park, draw_parks
from parkindex.sample.survey import (
    DEVELOPMENT_MODES,
    DOWNSTREAM,
    LOCATION_FEATURES,
    OPERATORS,
    PROFIT_SOURCES,
    THEMES,
    City,
    answers_csv,
    draw_cities,
    investment_answer,
    park_answers,
)

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def parks() -> tuple[Park, ...]:
    return draw_parks(800, np.random.default_rng(21))


@pytest.fixture(scope="module")
def towns(parks: tuple[Park, ...]) -> tuple[City, ...]:
    return draw_cities(parks, np.random.default_rng(22))


@pytest.fixture(scope="module")
def answers(parks: tuple[Park, ...], towns: tuple[City, ...]) -> Rows:
    return list(csv.DictReader(answers_csv(parks, towns, np.random.default_rng(23)).splitlines()))


def test_every_park_answers_every_question(parks: tuple[Park, ...], answers: Rows) -> None:
    asked = defaultdict(set)
    for row in answers:
        asked[row["variable"]].add(row["subject"])
    codes = {park.code for park in parks}
    single = {"opened", "area", "investment", "occupancy", "development_mode", "operator", "downstream"}
    ranks = {f"institutions_{rank}" for rank in ("national", "provincial", "municipal")}
    for variable in single | ranks | {"location", "profit_source", "theme"}:
        assert asked[variable] == codes
    counts = Counter((row["subject"], row["variable"]) for row in answers if row["variable"] in single)
    assert set(counts.values()) == {1}


def test_cities_are_described_once(towns: tuple[City, ...], answers: Rows) -> None:
    universities = {row["subject"]: row["value"] for row in answers if row["variable"] == "universities"}
    assert universities == {town.spot.code: str(town.universities) for town in towns}
    assert all(town.universities >= 1 and town.high_tech_firms >= 20 for town in towns)
    assert all(town.computing_students >= 500 * town.universities for town in towns)


@pytest.mark.parametrize(
    ("variable", "chances"),
    [("development_mode", DEVELOPMENT_MODES), ("operator", OPERATORS), ("downstream", DOWNSTREAM)],
)
def test_single_answers_come_about_as_often_as_meant(variable: str, chances: dict[str, float], answers: Rows) -> None:
    counts = Counter(row["value"] for row in answers if row["variable"] == variable)
    for option, chance in chances.items():
        assert counts[option] / counts.total() == pytest.approx(chance / sum(chances.values()), abs=0.06)


@pytest.mark.parametrize(
    ("variable", "chances"), [("location", LOCATION_FEATURES), ("profit_source", PROFIT_SOURCES), ("theme", THEMES)]
)
def test_multiple_answers_name_known_options_and_each_once(
    variable: str, chances: dict[str, float], answers: Rows
) -> None:
    ticked = [(row["subject"], row["value"]) for row in answers if row["variable"] == variable and not row["status"]]
    assert len(set(ticked)) == len(ticked)
    assert {value for _, value in ticked} == set(chances)
    assert len(ticked) > len({subject for subject, _ in ticked})


def test_kinds_of_missing_are_kept_apart(answers: Rows) -> None:
    kinds = Counter((row["variable"], row["status"]) for row in answers if row["status"])
    assert set(kinds) == {
        ("investment", "not_answered"),
        ("investment", "estimated"),
        ("occupancy", "not_applicable"),
        ("profit_source", "not_asked"),
    }
    assert all((row["value"] == "") == (row["status"] not in {"", "estimated"}) for row in answers)


def test_a_park_under_construction_has_no_occupancy(parks: tuple[Park, ...]) -> None:
    park = replace(parks[0], age=-0.5, opened=(2019, 11))
    rows = {row[1]: row for row in park_answers(park, np.random.default_rng(1))}
    assert rows["occupancy"][2:4] == ("", "not_applicable")
    assert rows["opened"][2] == "2019-11"
    assert "Planned" in rows["opened"][5]


@pytest.mark.parametrize(("luck", "status"), [(0.01, "not_answered"), (0.07, "estimated"), (0.5, "")])
def test_investment_may_be_refused_or_estimated(luck: float, status: str, parks: tuple[Park, ...]) -> None:
    row = investment_answer(parks[0], luck)
    assert row[3] == status
    assert (row[2] == "") == (status == "not_answered")
