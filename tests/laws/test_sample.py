"""Laws of the synthetic edition: whatever is asked for, the tables fit together."""

from __future__ import annotations

import csv

from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.sample.sample import draw_files

NUMBERS = {"units": st.integers(1, 80), "seed": st.integers(0, 2**63)}


def rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files[name].splitlines()))


@given(**NUMBERS)
@settings(max_examples=30, deadline=None)
def test_the_same_request_gives_the_same_files(units: int, seed: int) -> None:
    assert draw_files(units, seed) == draw_files(units, seed)


@given(**NUMBERS)
@settings(max_examples=30, deadline=None)
def test_every_reference_has_what_it_refers_to(units: int, seed: int) -> None:
    files = draw_files(units, seed)
    places = {row["code"] for row in rows(files, "places.csv")}
    parks = {row["code"] for row in rows(files, "units.csv")}
    assert len(parks) == units
    assert all(row["parent"] in places for row in rows(files, "places.csv") if row["level"] != "country")
    assert {row["place"] for row in rows(files, "units.csv")} <= places
    for table in ("observations", "answers"):
        assert {row["subject"] for row in rows(files, f"evidence/{table}.csv")} <= parks | places
    policies = {row["policy"] for row in rows(files, "evidence/policies.csv")}
    assert {row["policy"] for row in rows(files, "evidence/beneficiaries.csv")} == policies
    assert {row["unit"] for row in rows(files, "evidence/beneficiaries.csv")} <= parks
    assert {row["unit"] for row in rows(files, "evidence/funds.csv")} <= parks
    schemes = {row["scheme"] for row in rows(files, "evidence/schemes.csv")}
    assert {row["scheme"] for row in rows(files, "evidence/support.csv")} == schemes


@given(**NUMBERS)
@settings(max_examples=30, deadline=None)
def test_a_value_is_there_exactly_when_its_status_has_one(units: int, seed: int) -> None:
    files = draw_files(units, seed)
    for table in ("observations", "answers"):
        for row in rows(files, f"evidence/{table}.csv"):
            assert (row["value"] != "") == (row["status"] in {"", "estimated"})
