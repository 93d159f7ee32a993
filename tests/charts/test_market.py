"""The market series as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.chart import Chart
from parkindex.charts.market import market_size, series_values
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Dataset

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_both_series_of_2019(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = market_size(report_2019.dataset, zh)
    assert isinstance(chart, Chart)
    assert chart.data["log"] is True
    ccid, idc = chart.data["series"]
    assert [(point["x"], point["y"], point["text"]) for point in ccid["points"]] == [
        (2018, 0.81, "0.81亿元"),
        (2020, 5.12, "5.12亿元"),
    ]
    assert [point["forecast"] for point in idc["points"]] == [False, False, True]
    assert idc["points"][0]["text"] == "≈0.83亿美元"
    assert "151.4%" in chart.title
    assert "76.5%" in chart.title
    english = market_size(report_2019.dataset, en)
    assert isinstance(english, Chart)
    assert english.data["series"][1]["points"][2]["text"] == "USD 1.42 billion"


def test_a_value_of_about_nothing_has_no_place_on_a_logarithmic_axis(report_2019: Edition) -> None:
    years = {row.year for _, rows in series_values(report_2019.dataset) for row in rows}
    assert 2015 not in years
    assert all(row.value > 0 for _, rows in series_values(report_2019.dataset) for row in rows)


def test_without_values_nothing_is_drawn(en: Setting) -> None:
    assert isinstance(market_size(Dataset(), en), Unavailable)
