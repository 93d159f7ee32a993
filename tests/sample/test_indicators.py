from __future__ import annotations

import csv

import numpy as np
import pytest

from parkindex.sample.finance import draw_funds
from parkindex.sample.indicators import INDICATORS, World, observations_csv
from parkindex.sample.parks import draw_parks
from parkindex.sample.policies import draw_policies
from parkindex.sample.sample import draw_general_policies
from parkindex.sample.survey import draw_cities

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def world() -> World:
    generator = np.random.default_rng(31)
    parks = draw_parks(300, generator)
    return World(
        parks,
        draw_cities(parks, generator),
        draw_policies(parks, generator),
        draw_funds(parks, generator),
        draw_general_policies(parks, generator),
    )


@pytest.fixture(scope="module")
def rows(world: World) -> Rows:
    return list(csv.DictReader(observations_csv(world, np.random.default_rng(32)).splitlines()))


def values(rows: Rows, node: str) -> dict[str, float]:
    return {row["subject"]: float(row["value"]) for row in rows if row["node"] == node and row["value"]}


def test_every_indicator_has_a_row_for_each_of_its_subjects(world: World, rows: Rows) -> None:
    subjects = {
        "park": {park.code for park in world.parks},
        "district": {park.district.code for park in world.parks},
        "city": {park.city.code for park in world.parks},
    }
    for node in INDICATORS:
        found = [row["subject"] for row in rows if row["node"] == node]
        assert len(found) == len(set(found))
        assert set(found) in subjects.values()


def test_policies_are_counted_and_dated_from_the_first(world: World, rows: Rows) -> None:
    counts, years = values(rows, INDICATOR["count"]), values(rows, INDICATOR["duration"])
    for district, count in counts.items():
        own = [policy for policy in world.policies if policy.district.code == district]
        assert count == len(own)
        assert (years[district] == 0) == (not own)
    assert sum(counts.values()) == len(world.policies)
    assert max(years.values()) < 12


def test_funds_add_up_by_city(world: World, rows: Rows) -> None:
    totals = values(rows, INDICATOR["funds"])
    assert sum(totals.values()) == pytest.approx(sum(fund.amount for fund in world.funds))
    assert set(totals) == {city.spot.code for city in world.cities}


def test_missing_values_are_of_several_kinds(rows: Rows) -> None:
    kinds = {row["status"] for row in rows}
    assert kinds == {"", "not_answered", "not_asked", "not_applicable"}
    missing = sum(row["status"] != "" for row in rows)
    assert 0 < missing < 0.1 * len(rows)
    assert all((row["value"] == "") == (row["status"] != "") for row in rows)


def test_finance_has_outliers_and_ties(rows: Rows) -> None:
    raised = np.array(list(values(rows, INDICATOR["financing"]).values()))
    assert raised.max() > 10 * np.median(raised)
    assert len(np.unique(raised)) < len(raised)


INDICATOR = {"count": "policy_count", "duration": "policy_duration", "funds": "fund_total", "financing": "financing"}
