"""Provinces with guidance policies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.charts.chart import Chart
from parkindex.charts.guidance import guidance_map, guided_provinces, printed_count, province_of, shortfall
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Dataset

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_twelve_are_printed_and_eight_are_named(report_2019: Edition, zh: Setting, en: Setting) -> None:
    dataset = report_2019.dataset
    printed = printed_count(dataset)
    assert printed is not None
    assert printed.value == 12
    assert len(guided_provinces(dataset)) == 8
    assert shortfall(8, printed, zh) == "原报告称12个，只点名8个"
    assert shortfall(12, printed, en) == shortfall(8, None, en) == ""


def test_named_provinces_are_ticked_and_others_are_not_said_to_have_none(report_2019: Edition, en: Setting) -> None:
    chart = guidance_map(report_2019.dataset, en)
    assert isinstance(chart, Chart)
    assert chart.title == "Twelve provinces are said to have guidance policies; eight are named"
    ticked = {tile["label"] for tile in chart.data["tiles"] if tile["text"] == "✓"}
    assert ticked == {"Guangdong", "Zhejiang", "Jiangsu", "Shanghai", "Fujian", "Guizhou", "Shandong", "Jiangxi"}
    assert chart.data["none"] == "Not named"
    assert all(name in chart.alt for name in ticked)


def test_listed_policies_are_counted(sample_22: Edition, zh: Setting) -> None:
    chart = guidance_map(sample_22.dataset, zh)
    assert isinstance(chart, Chart)
    total = sum(tile["value"] for tile in chart.data["tiles"])
    assert total == len([row for row in sample_22.dataset.guidance if province_of(sample_22.dataset, row)])
    assert "none" not in chart.data
    assert chart.title.endswith("个省级行政区出台了指导意见")


def test_without_guidance_nothing_is_drawn(report_2019: Edition, en: Setting) -> None:
    assert isinstance(guidance_map(Dataset(), en), Unavailable)
    bare = replace(report_2019.dataset, guidance=())
    assert guided_provinces(bare) == {}
