"""Tables of the environment of 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.document import Table
from parkindex.publishing.tables import environment

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting, Unavailable
    from parkindex.edition import Edition


def held(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def test_eight_of_twelve_provinces_are_named(report_2019: Edition, zh: Setting) -> None:
    table = held(environment.guidance_provinces(report_2019, zh))
    assert len(table.rows) == 8
    assert table.title == "8个省级行政区有指导意见（原报告称12个，只点名8个）"
    assert {row[2].text for row in table.rows} == {"未刊载"}


def test_disagreements_of_the_two_tables_are_marked(report_2019: Edition, zh: Setting, en: Setting) -> None:
    table = held(environment.special_policies(report_2019, zh))
    assert len(table.rows) == 12
    marked = {(row[2].text, row[1].mark, row[2].mark) for row in table.rows if row[1].mark or row[2].mark}
    assert len(marked) == 2
    xixi = next(row for row in table.rows if "西溪谷" in row[2].text)
    assert xixi[1].text == "2017年9月；2017年5月"
    assert xixi[2].text == "《关于打造西溪谷区块链产业园的政策意见》；《关于打造西溪谷区块链产业园的政策意见（试行）》"
    assert table.notes[0] == "* 两处所载不一，均予保留"
    english = held(environment.special_policies(report_2019, en))
    assert english.title == "Twelve special policies are on record; of two the source prints two dates or titles"


@pytest.mark.parametrize(
    ("code", "zh_name", "en_name"),
    [
        ("440112", "广州黄埔区", "Huangpu District, Guangzhou"),
        ("330100", "杭州", "Hangzhou"),
        ("431300", "娄底", "Loudi"),
    ],
)
def test_a_district_is_named_with_its_city(
    report_2019: Edition, code: str, zh_name: str, en_name: str, zh: Setting, en: Setting
) -> None:
    assert environment.place_name(code, report_2019.dataset, zh) == zh_name
    assert environment.place_name(code, report_2019.dataset, en) == en_name


def test_funds_add_up(report_2019: Edition, en: Setting) -> None:
    table = held(environment.funds(report_2019, en))
    assert table.title == "Ten funds add up to CNY 17.35 billion"
    *rows, total = table.rows
    assert len(rows) == 10
    assert (total[3].text, total[4].text, total[0].strong) == ("173.5", "100.0", True)
    assert sum(float(row[3].text) for row in rows) == pytest.approx(173.5)
    assert [row[1].text for row in rows if row[1].mark == "*"] == ["Changsha Blockchain Park"]


def test_concentration(report_2019: Edition, zh: Setting) -> None:
    table = held(environment.fund_concentration(report_2019, zh))
    assert [cell.text for cell in table.rows[1]] == ["最大者所占份额", "57.6%", "58.5%"]
    assert table.rows[3][1].text == "0.374"
    assert "43.4%" in table.notes[0]


def test_orders_stand_beside_each_other(report_2019: Edition, sample_22: Edition, zh: Setting) -> None:
    table = held(environment.city_orders(report_2019, zh))
    assert [row[1].text for row in table.rows] == ["上海", "南京", "武汉", "广州", "杭州"]
    assert table.columns[0].head == "位次"
    sample = held(environment.city_orders(sample_22, zh))
    assert "（" in sample.rows[0][1].text


def test_a_table_of_the_source_has_a_name() -> None:
    assert environment.table_name("special").zh == "专项政策表"
    assert environment.table_name("annex").en == "annex"
