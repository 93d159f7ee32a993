"""Radars, tracks of cards, and the matrix of similarity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.strengths import positions
from parkindex.charts.chart import Chart
from parkindex.charts.profiles import card_chart, profile_similarity, tier_radar
from parkindex.charts.setting import Unavailable

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition
    from parkindex.index import Result


def card_of(result: Result, setting: Setting, unit: str) -> Chart:
    """Draw the track of one unit as its card does."""
    return card_chart(result, setting, unit, positions(result, unit), "来源：甲")


@pytest.mark.parametrize(("tier", "count"), [(1, 6), (2, 6), (3, 10)])
def test_every_park_of_a_tier_has_its_radar(report_2019: Edition, tier: int, count: int, zh: Setting) -> None:
    chart = tier_radar(report_2019.result(), zh, tier)
    assert isinstance(chart, Chart)
    assert len(chart.data["units"]) == count
    assert f"n = {count}" in chart.subtitle
    assert [axis["label"] for axis in chart.data["axes"]] == ["政策扶持", "招商运营能力", "科研实力", "资本支持"]
    for unit in chart.data["units"]:
        assert all(0 < value <= 100 for value in unit["values"])
        assert unit["tier"] == tier
        assert unit["median"] == chart.data["units"][0]["median"]


def test_titles_say_where_a_tier_stands(report_2019: Edition, en: Setting) -> None:
    result = report_2019.result()
    first, third = (tier_radar(result, en, tier) for tier in (1, 3))
    assert isinstance(first, Chart)
    assert isinstance(third, Chart)
    above = "Tier 1 is nowhere below the median of all; it is furthest above it in “Recruitment and operation”"
    assert first.title == f"{above} (15.4 percentage points)"
    below = "Tier 3 is nowhere above the median of all; it is furthest below it in “Capital support”"
    assert third.title == f"{below} (18.8 percentage points)"


def test_a_tier_that_does_not_exist(report_2019: Edition, en: Setting) -> None:
    found = tier_radar(report_2019.result(), en, 4)
    assert isinstance(found, Unavailable)
    assert "no tier 4" in found.reason.en


def test_the_track_of_a_card(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = card_of(report_2019.result(), zh, "yimi")
    assert (chart.name, chart.kind) == ("card-yimi", "dots")
    policy = chart.data["rows"][0]
    assert (policy["minimum"], policy["maximum"], policy["value"], policy["text"]) == (10.23, 30.61, 30.61, "30.61")
    assert policy["median"] == pytest.approx(23.85)
    assert policy["tier_median"] == pytest.approx(25.99)
    assert chart.data["tier"] == 1
    assert "政策扶持30.61（1/22）" in chart.alt
    english = card_of(report_2019.result(), en, "yimi")
    assert "Policy support 30.61 (1/22)" in english.alt


def test_every_unit_has_a_track(sample_22: Edition, zh: Setting) -> None:
    result = sample_22.result()
    for unit in result.units:
        chart = card_of(result, zh, unit)
        assert len(chart.data["rows"]) == 4
        chart.to_json()


def test_similarity_of_profiles(report_2019: Edition, en: Setting) -> None:
    chart = profile_similarity(report_2019.result(), en)
    assert isinstance(chart, Chart)
    values, texts = chart.data["values"], chart.data["texts"]
    assert len(values) == len(chart.data["labels"]) == 22
    assert all(values[i][j] == values[j][i] <= 0 for i in range(22) for j in range(22))
    assert texts[3][0] == "5"
    assert chart.data["maximum"] == 0
    assert "231 pairs" in chart.subtitle
    assert "Ningbo Free Trade Zone" in chart.alt
