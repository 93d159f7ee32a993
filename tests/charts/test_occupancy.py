"""Occupancy and vacancy from raw answers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.answers import numbers
from parkindex.charts import occupancy
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_2019_prints_no_occupancy_of_any_park(report_2019: Edition, en: Setting) -> None:
    result = report_2019.result()
    found = [
        occupancy.occupancy_age(result, en),
        occupancy.occupancy_top(result, en),
        occupancy.vacancy_by_age(report_2019.dataset, en),
        occupancy.vacancy_by_place(report_2019.dataset, en),
    ]
    said = ["neither of them for single parks", "no occupancy", "no vacancy", "no vacancy"]
    assert all(isinstance(each, Unavailable) for each in found)
    assert all(
        words in each.reason.en for each, words in zip(found, said, strict=True) if isinstance(each, Unavailable)
    )


def test_occupancy_against_age(sample_22: Edition, en: Setting) -> None:
    chart = occupancy.occupancy_age(sample_22.result(), en)
    assert isinstance(chart, Chart)
    points = chart.data["points"]
    assert f"n = {len(points)}" in chart.subtitle
    medians = {line["axis"]: line["value"] for line in chart.data["lines"]}
    assert medians["x"] == pytest.approx(np.median([point["x"] for point in points]))
    assert medians["y"] == pytest.approx(np.median([point["y"] for point in points]))
    assert {point["tier"] for point in points} <= {1, 2, 3}
    assert chart.title.startswith("The longer a park has operated, the fuller it is")


def test_the_three_fullest(sample_22: Edition, zh: Setting) -> None:
    chart = occupancy.occupancy_top(sample_22.result(), zh)
    assert isinstance(chart, Chart)
    *best, median = chart.data["rows"]
    rates = sorted(value for value in occupancy.occupancy_rates(sample_22.dataset).values() if not math.isnan(value))
    assert [row["value"] for row in best] == rates[::-1][: len(best)]
    assert len(best) >= 3
    assert median["value"] == pytest.approx(np.median(rates))
    assert median["label"] == "全部园区的中位数"


def test_vacancy_by_age_class(sample_22: Edition, en: Setting) -> None:
    chart = occupancy.vacancy_by_age(sample_22.dataset, en)
    assert isinstance(chart, Chart)
    rows = {row["label"]: row for row in chart.data["rows"]}
    ages = numbers(sample_22.dataset, "age", cut_off=sample_22.about.cut_off)
    rates = numbers(sample_22.dataset, "vacancy")
    young = [rates[unit] for unit, age in ages.items() if age < 1 and not math.isnan(rates[unit])]
    assert rows["Under 1 year"]["value"] == pytest.approx(np.median(young))
    assert rows["Under 1 year"]["note"] == f"n = {len(young)}"


def test_vacancy_by_place(sample_22: Edition, en: Setting) -> None:
    chart = occupancy.vacancy_by_place(sample_22.dataset, en)
    assert isinstance(chart, Chart)
    labels = [row["label"] for row in chart.data["rows"]]
    assert labels[:2] == ["Coastal cities", "Other cities"]
    regions = [row["value"] for row in chart.data["rows"][2:]]
    assert regions == sorted(regions, reverse=True)
    assert "coast" in chart.title


def test_occupancy_is_read_from_vacancy_where_only_that_is_known(sample_22: Edition) -> None:
    known = {unit: rate for unit, rate in occupancy.occupancy_rates(sample_22.dataset).items() if not math.isnan(rate)}
    assert all(0 <= rate <= 100 for rate in known.values())
    assert len(known) >= 15
