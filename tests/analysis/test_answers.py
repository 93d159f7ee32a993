"""Answers as numbers, dates and choices, and the two questions that are read from others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import pytest

from parkindex.analysis.answers import choices, dates, find_variable, numbers, place_numbers
from parkindex.evidence.model import Answer, Dataset, PartialDate, Place, Status, Unit, Variable
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition

NAME = Text(zh="名", en="Name")
Kind = Literal["number", "category", "multiple", "date"]


def variable(code: str, kind: Kind = "number") -> Variable:
    return Variable(code=code, name=NAME, level="park", kind=kind)


def dataset(variables: tuple[Variable, ...], *answers: Answer) -> Dataset:
    city = Place("330100", "330100", NAME, "city", longitude=120.0, latitude=30.0)
    units = (Unit("a", NAME, NAME, "330100"), Unit("b", NAME, NAME, "330100"))
    return Dataset(places=(city,), units=units, variables=variables, answers=answers)


def test_another_name_of_a_question_is_understood() -> None:
    held = dataset((variable("profit_sources", "multiple"),))
    found = find_variable(held, "profit_source")
    assert found is not None
    assert found.code == "profit_sources"
    assert find_variable(held, "area") is None


def test_vacancy_is_read_from_occupancy_and_only_where_it_is_not_asked() -> None:
    answers = (Answer("a", "occupancy", "70"), Answer("b", "occupancy", "", Status.NOT_ANSWERED))
    found = numbers(dataset((variable("occupancy"),), *answers), "vacancy")
    assert found["a"] == 30
    assert math.isnan(found["b"])
    asked = dataset((variable("occupancy"), variable("vacancy")), *answers, Answer("a", "vacancy", "20"))
    assert numbers(asked, "vacancy")["a"] == 20


def test_age_is_counted_from_the_opening_to_the_cut_off() -> None:
    held = dataset((variable("opened", "date"),), Answer("a", "opened", "2017-11"), Answer("b", "opened", "2018"))
    ages = numbers(held, "age", cut_off=PartialDate(2019, 5))
    assert ages == {"a": pytest.approx(1.5), "b": 1.0}
    assert numbers(held, "age") == {}


def test_a_unit_takes_the_answer_of_its_city() -> None:
    held = dataset((variable("universities"),), Answer("330100", "universities", "12"))
    assert numbers(held, "universities") == {"a": 12, "b": 12}
    assert place_numbers(held, "universities") == {"330100": 12}


def test_choices_keep_every_answer_and_leave_out_who_did_not_answer() -> None:
    answers = (
        Answer("a", "location", "metro"),
        Answer("a", "location", "hub"),
        Answer("b", "location", "", Status.NOT_ASKED),
    )
    held = dataset((variable("location", "multiple"),), *answers)
    assert choices(held, "location") == {"a": ("metro", "hub")}
    assert choices(held, "theme") == {}


def test_dates_keep_their_precision() -> None:
    held = dataset((variable("opened", "date"),), Answer("a", "opened", "2018-03"))
    assert dates(held, "opened") == {"a": PartialDate(2018, 3)}


def test_2019_has_no_raw_answers(report_2019: Edition) -> None:
    for code in ("occupancy", "vacancy", "age", "area", "universities"):
        assert all(math.isnan(value) for value in numbers(report_2019.dataset, code).values())
        assert place_numbers(report_2019.dataset, code) == {}


def test_the_sample_answers_every_question(sample_22: Edition) -> None:
    cut_off = sample_22.about.cut_off
    for code in ("occupancy", "vacancy", "age", "area", "investment"):
        found = numbers(sample_22.dataset, code, cut_off=cut_off)
        assert sum(not math.isnan(value) for value in found.values()) >= 15, code
    values = list(place_numbers(sample_22.dataset, "universities").values())
    assert values == sorted(values, reverse=True)
    occupancy, vacancy = numbers(sample_22.dataset, "occupancy"), numbers(sample_22.dataset, "vacancy")
    assert all(
        occupancy[unit] + vacancy[unit] == pytest.approx(100) for unit in occupancy if not math.isnan(occupancy[unit])
    )
