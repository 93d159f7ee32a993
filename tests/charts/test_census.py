"""Figures of where the units stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.census import Count
from parkindex.charts import census
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Dataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition

BUILDERS = [
    census.by_region_chart,
    census.by_province_chart,
    census.by_city_chart,
    census.tile_map_chart,
    census.point_map_chart,
]


def drawn(build: Callable[[Dataset, Setting], Chart | Unavailable], edition: Edition, setting: Setting) -> Chart:
    chart = build(edition.dataset, setting)
    assert isinstance(chart, Chart)
    return chart


def test_parks_by_city(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = drawn(census.by_city_chart, report_2019, en)
    assert chart.title == "Eleven of 22 parks stand in Hangzhou, Shanghai and Guangzhou"
    assert drawn(census.by_city_chart, report_2019, zh).title == "22家中有11家位于杭州、上海和广州这3座城市"
    rows = chart.data["rows"]
    assert [row["value"] for row in rows[:4]] == [4, 4, 3, 1]
    assert [row["emphasis"] for row in rows[:4]] == [True, True, True, False]
    assert rows[0]["note"] == "18.2%"
    assert sum(row["value"] for row in rows) == 22


def test_parks_by_region_and_province(report_2019: Edition, en: Setting) -> None:
    assert drawn(census.by_region_chart, report_2019, en).title == "Twelve of 22 parks stand in one region, East China"
    province = drawn(census.by_province_chart, report_2019, en)
    assert province.title == "Thirteen of 22 parks stand in Zhejiang, Guangdong and Shanghai"


def test_tile_map(report_2019: Edition, en: Setting) -> None:
    chart = drawn(census.tile_map_chart, report_2019, en)
    tiles = {tile["label"]: tile for tile in chart.data["tiles"]}
    assert len(tiles) == 34
    assert (tiles["Zhejiang"]["value"], tiles["Zhejiang"]["text"]) == (5, "5")
    assert (tiles["Xizang"]["value"], tiles["Xizang"]["text"]) == (0, "")
    assert chart.title == "Eleven of 34 provincial divisions have a park"
    assert sum(tile["value"] for tile in tiles.values()) == 22


def test_point_map(report_2019: Edition, en: Setting) -> None:
    chart = drawn(census.point_map_chart, report_2019, en)
    assert chart.title == "Fourteen of 22 parks stand in coastal cities, 63.6%"
    assert "Hangzhou 4" in [point["label"] for point in chart.data["points"]]
    assert all(73 < point["longitude"] < 136 and 3 < point["latitude"] < 54 for point in chart.data["points"])
    inland = {point["label"] for point in chart.data["points"] if point["hollow"]}
    assert {"Suzhou 1", "Chongqing 1"} <= inland
    assert sum(point["value"] for point in chart.data["points"] if not point["hollow"]) == 14
    assert chart.data["key"] == ["Coastal", "Not coastal"]


def test_every_figure_says_n_and_source(report_2019: Edition, sample_22: Edition, zh: Setting, en: Setting) -> None:
    for edition in (report_2019, sample_22):
        for build in BUILDERS:
            for setting in (zh, en):
                chart = drawn(build, edition, setting)
                assert "n = 22" in chart.subtitle
                assert chart.note.startswith(("来源：", "Source: "))
                assert chart.alt


@pytest.mark.parametrize("build", BUILDERS)
def test_without_units_there_is_nothing_to_draw(
    build: Callable[[Dataset, Setting], Chart | Unavailable], en: Setting
) -> None:
    assert isinstance(build(Dataset(), en), Unavailable)


def counts(*sizes: int) -> tuple[tuple[str, Count], ...]:
    return tuple((f"P{i}", Count(f"p{i}", tuple("u" * size))) for i, size in enumerate(sizes))


@pytest.mark.parametrize(
    ("sizes", "zh_title", "en_title"),
    [
        ((3,), "3家区块链产业园全部位于P0", "All 3 parks stand in P0"),
        ((1,), "1家区块链产业园全部位于P0", "The only park stands in P0"),
        ((3, 1), "4家中有3家位于P0", "Three of 4 parks stand in one city, P0"),
        ((1, 1), "2家中有2家位于P0和P1这2座城市", "Two of 2 parks stand in P0 and P1"),
        (
            (1,) * 9,
            "9家区块链产业园分散在9座城市，最多的一处有1家",
            "The 9 parks are spread over 9 cities; none has more than 1",
        ),
    ],
)
def test_titles_of_any_spread(sizes: tuple[int, ...], zh_title: str, en_title: str, zh: Setting, en: Setting) -> None:
    assert census.leading_title(counts(*sizes), zh, census.CITY) == zh_title
    assert census.leading_title(counts(*sizes), en, census.CITY) == en_title
