from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.rows import Answer
from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework


def codes(things: object) -> list[str]:
    return [thing.code for thing in things]  # type: ignore[attr-defined]


def test_things_are_found_by_their_code(folder: Folder) -> None:
    dataset = folder.dataset
    assert dataset.unit("xixi").name.en == "Xixi Valley Blockchain Park"
    assert dataset.place("320507-gtxc").name.zh == "高铁新城"
    assert dataset.variable("occupancy").kind == "number"
    assert (dataset.has_unit("330106"), dataset.has_place("330106")) == (False, True)
    for find in (dataset.unit, dataset.place, dataset.variable):
        with pytest.raises(KeyError):
            find("nothing")


def test_the_line_of_a_place_runs_up_to_the_country(folder: Folder) -> None:
    dataset = folder.dataset
    assert codes(dataset.line("320507-gtxc")) == ["320507-gtxc", "320507", "320500", "320000", "100000"]
    assert codes(dataset.ancestors("330100")) == ["330000", "100000"]
    assert dataset.line("999999") == ()


def test_a_cycle_of_places_ends(folder: Folder) -> None:
    dataset = folder.change(
        "places.csv", "320500,320500,苏州,Suzhou,city,320000", "320500,320500,苏州,Suzhou,city,320507"
    ).dataset
    assert codes(dataset.line("320507")) == ["320507", "320500"]


def test_a_unit_lies_in_a_city_a_province_and_a_region(folder: Folder) -> None:
    dataset = folder.dataset
    cities, provinces = dataset.city_of("suzhou"), dataset.province_of("suzhou")
    assert cities is not None
    assert provinces is not None
    assert (cities.code, provinces.code, dataset.region_of("suzhou")) == ("320500", "320000", "east_china")
    assert [dataset.coastal(unit.code) for unit in dataset.units] == [True, True, False]


def test_the_units_within_a_place(folder: Folder) -> None:
    dataset = folder.dataset
    assert codes(dataset.units_within("330100")) == ["xixi", "xiaoshan"]
    assert codes(dataset.units_within("100000")) == ["xixi", "xiaoshan", "suzhou"]
    assert codes(dataset.units_within("330106")) == ["xixi"]
    assert dataset.units_within("999999") == ()


def test_sources_have_addresses(folder: Folder) -> None:
    assert folder.dataset.source_addresses == {"report", "report#ranking-table", "report#funds-table", "survey"}


def test_answers_are_found_by_subject_and_question(folder: Folder) -> None:
    answers = (
        Answer("xixi", "occupancy", "62.5"),
        Answer("suzhou", "occupancy", "", Status.NOT_ANSWERED),
        Answer("xixi", "profit", "rent"),
        Answer("xixi", "profit", "equity"),
    )
    dataset = replace(folder.dataset, answers=answers)
    assert [answer.value for answer in dataset.answers_of("xixi", "profit")] == ["rent", "equity"]
    assert dataset.number("xixi", "occupancy") == 62.5
    assert math.isnan(dataset.number("suzhou", "occupancy"))
    assert math.isnan(dataset.number("xiaoshan", "occupancy"))


def test_what_yaml_declares_has_an_address(folder: Folder) -> None:
    dataset = folder.dataset
    assert dataset.where("source", "survey") == "evidence/sources.yaml:9"
    assert dataset.where("source", "nothing", "evidence/sources.yaml") == "evidence/sources.yaml"


def test_the_published_parks_stand_where_the_report_says(published: tuple[Framework, Dataset]) -> None:
    _, dataset = published
    assert len(dataset.units) == 22
    assert len(dataset.units_within("330000")) == 5
    assert len(dataset.units_within("440000")) == 4
    assert sum(dataset.coastal(unit.code) is True for unit in dataset.units) == 14
    assert {dataset.region_of(unit.code) for unit in dataset.units} <= {
        "east_china", "south_china", "central_china", "north_china", "northeast_china", "southwest_china",
    }  # fmt: skip
