"""Funds by fund, by city, and against the national total."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.charts import funds
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Dataset

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_totals_of_2019(report_2019: Edition) -> None:
    dataset = report_2019.dataset
    assert funds.total_yuan(dataset) == pytest.approx(173.5e8)
    national = funds.national_total(dataset)
    assert national is not None
    assert national.value == 400
    names = {dataset.place(code).name.zh: yuan for code, yuan in funds.by_city(dataset)}
    assert names["杭州"] == pytest.approx(101.5e8)
    assert names["长沙"] == pytest.approx(35e8)
    assert names["佛山"] == pytest.approx(6e8)


def test_bars_by_fund(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = funds.funds_chart(report_2019.dataset, zh)
    assert isinstance(chart, Chart)
    assert chart.title == "最大的一只基金（雄岸全球区块链创新基金）占基金总规模的57.6%"
    values = [row["value"] for row in chart.data["rows"]]
    assert values == sorted(values, reverse=True)
    assert [row["text"] for row in chart.data["rows"]][:3] == ["100亿元", "30亿元", "10亿元"]
    assert [row["emphasis"] for row in chart.data["rows"]].count(True) == 1
    english = funds.funds_chart(report_2019.dataset, en)
    assert isinstance(english, Chart)
    assert english.data["rows"][0]["text"] == "CNY 10 billion"


def test_bars_by_city(report_2019: Edition, en: Setting) -> None:
    chart = funds.funds_by_city_chart(report_2019.dataset, en)
    assert isinstance(chart, Chart)
    assert chart.title == "Hangzhou and Changsha hold 78.7% of the money"
    assert "n = 10 funds in 7 cities" in chart.subtitle
    assert chart.data["rows"][0]["note"] == "58.5%"


def test_share_of_the_national_total(report_2019: Edition, zh: Setting) -> None:
    chart = funds.national_share_chart(report_2019.dataset, zh)
    assert isinstance(chart, Chart)
    assert chart.title == "所列基金合计173.5亿元，约占全国产业基金的43.4%"
    (bar,) = chart.data["bars"]
    assert [part["value"] for part in bar["parts"]] == pytest.approx([173.5, 226.5])
    assert chart.data["total"] == 400


def test_a_total_smaller_than_its_parts_gives_no_share(report_2019: Edition, en: Setting) -> None:
    dataset = report_2019.dataset
    low = tuple(replace(row, value=100.0) if row.code == funds.NATIONAL else row for row in dataset.statistics)
    found = funds.national_share_chart(replace(dataset, statistics=low), en)
    assert isinstance(found, Unavailable)
    assert "exceed the national total" in found.reason.en


def test_without_funds_nothing_is_drawn(en: Setting) -> None:
    for build in (funds.funds_chart, funds.funds_by_city_chart, funds.national_share_chart):
        assert isinstance(build(Dataset(), en), Unavailable)
