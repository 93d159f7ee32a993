"""Cities by universities and high-tech firms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.charts.chart import Chart
from parkindex.charts.cities import HIGH_TECH_FIRMS, UNIVERSITIES, CityMeasure, city_chart, order_entries
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Dataset

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


@pytest.mark.parametrize("measure", [UNIVERSITIES, HIGH_TECH_FIRMS])
def test_2019_prints_an_order_only(report_2019: Edition, measure: CityMeasure, en: Setting) -> None:
    found = city_chart(report_2019.dataset, en, measure)
    assert isinstance(found, Unavailable)
    assert "only the order of the first cities" in found.reason.en


def test_the_printed_orders(report_2019: Edition) -> None:
    dataset = report_2019.dataset
    universities = [dataset.place(row.place).name.zh for row in order_entries(dataset, "universities")]
    assert universities == ["上海", "南京", "武汉", "广州", "杭州"]
    firms = [dataset.place(row.place).name.zh for row in order_entries(dataset, "high_tech_firms")]
    assert firms == ["广州", "上海", "杭州", "武汉", "南京"]


@pytest.mark.parametrize("measure", [UNIVERSITIES, HIGH_TECH_FIRMS])
def test_the_sample_has_values(sample_22: Edition, measure: CityMeasure, zh: Setting) -> None:
    chart = city_chart(sample_22.dataset, zh, measure)
    assert isinstance(chart, Chart)
    rows = chart.data["rows"]
    assert rows[0]["label"] in chart.title
    assert [row["value"] for row in rows] == sorted((row["value"] for row in rows), reverse=True)
    assert f"n = {len(rows)}座城市" in chart.subtitle
    assert "合成城市统计" in chart.note


def test_without_anything_the_reason_is_plain(en: Setting) -> None:
    found = city_chart(Dataset(), en, UNIVERSITIES)
    assert isinstance(found, Unavailable)
    assert found.reason.en == "This edition has no values by city."
