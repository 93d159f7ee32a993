"""Figures of survey questions, from printed shares and from raw answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.charts.survey import first_question_chart, question_chart

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def drawn(edition: Edition, setting: Setting, code: str, kind: str) -> Chart:
    chart = question_chart(edition.dataset, setting, name=f"of-{code.replace('_', '-')}", code=code, kind=kind)
    assert isinstance(chart, Chart)
    return chart


def rows(chart: Chart) -> dict[str, dict[str, Any]]:
    return {row["label"]: row for row in chart.data["rows"]}


def test_shares_with_derived_counts(report_2019: Edition, en: Setting) -> None:
    chart = drawn(report_2019, en, "location", "bars")
    assert [row["text"] for row in chart.data["rows"]] == ["71.4%", "61.9%", "42.8%", "33.3%"]
    assert rows(chart)["Near a motorway"]["note"] == "15/21"
    assert "do not add up to 100%" in chart.subtitle
    assert chart.data["maximum"] == 100


def test_bounds_are_drawn_open(report_2019: Edition, en: Setting) -> None:
    chart = rows(drawn(report_2019, en, "profit_source", "bars"))
    assert chart["Government subsidy"]["open"] == "at_least"
    assert chart["Government subsidy"]["text"] == ">70%"
    assert "open" not in chart["Equity investment and property management"]


def test_unions_and_remainders_are_told_apart(report_2019: Edition, en: Setting) -> None:
    chart = drawn(report_2019, en, "area", "columns")
    held = rows(chart)
    assert held["30,000–60,000 m²"]["text"] == "21%*"
    assert held["Under 30,000 m²"]["open"] == "at_most"
    assert "not printed: what the other classes leave" in chart.subtitle
    assert "a dashed class contains other classes" in chart.subtitle


def test_parts_of_a_whole_that_no_answer_accounts_for_are_missing(report_2019: Edition, en: Setting) -> None:
    (bar,) = drawn(report_2019, en, "established", "shares").data["bars"]
    first, second = bar["parts"]
    assert (first["value"], first["text"]) == (80, "80%")
    assert (second["value"], second["missing"]) == (20, True)


def test_parts_that_fill_the_whole_leave_nothing(report_2019: Edition, en: Setting) -> None:
    (bar,) = drawn(report_2019, en, "development_mode", "shares").data["bars"]
    assert [part["text"] for part in bar["parts"]] == ["≈70%", "30%"]


def test_classes_without_shares_are_named_in_the_reason(report_2019: Edition, zh: Setting) -> None:
    found = question_chart(report_2019.dataset, zh, name="operators", code="operator", kind="bars")
    assert isinstance(found, Unavailable)
    assert "事业单位" in found.reason.zh
    assert "Public institution" in found.reason.en


def test_an_unknown_question_says_so(report_2019: Edition, zh: Setting) -> None:
    found = question_chart(report_2019.dataset, zh, name="weather", code="weather", kind="bars")
    assert isinstance(found, Unavailable)
    assert "weather" in found.reason.en


def test_the_first_question_that_is_known_is_drawn(report_2019: Edition, sample_22: Edition, en: Setting) -> None:
    codes = ("established", "age")
    of_2019 = first_question_chart(report_2019.dataset, en, name="age-classes", codes=codes, kind="shares")
    of_sample = first_question_chart(sample_22.dataset, en, name="age-classes", codes=codes, kind="shares")
    assert isinstance(of_2019, Chart)
    assert isinstance(of_sample, Chart)
    assert of_2019.subtitle.startswith("Time since establishment")
    assert of_sample.subtitle.startswith("Operating age")


@pytest.mark.parametrize("code", ["age", "area", "investment", "development_mode", "operator", "vacancy", "location"])
def test_every_question_of_the_sample_is_drawn_from_answers(sample_22: Edition, code: str, zh: Setting) -> None:
    chart = drawn(sample_22, zh, code, "columns")
    assert all("/" in row["note"] for row in chart.data["rows"])
    assert "ParkIndex 计算" in chart.note
    assert "合成园区调查" in chart.note


def test_options_are_sorted_by_size_and_classes_are_not(sample_22: Edition, en: Setting) -> None:
    operators = [row["value"] for row in drawn(sample_22, en, "operator", "bars").data["rows"]]
    assert operators == sorted(operators, reverse=True)
    ages = [row["label"] for row in drawn(sample_22, en, "age", "columns").data["rows"]]
    assert ages == ["Under 1 year", "1–2 years", "2–3 years", "3 years and over"]
