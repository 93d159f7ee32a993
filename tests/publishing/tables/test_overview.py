"""Tables of the overview of 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.document import Table
from parkindex.publishing.tables import overview

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting, Unavailable
    from parkindex.edition import Edition


def texts(table: Table | Unavailable) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_documents_in_the_order_of_their_dates(report_2019: Edition, zh: Setting) -> None:
    table = overview.national_documents(report_2019, zh)
    rows = texts(table)
    assert rows[0][:2] == ["2016年12月", "国务院"]
    assert len(rows) == 5
    assert isinstance(table, Table)
    assert table.title == "5份国家层面的文件与讲话出自4个发布者"


def test_market_values_as_printed(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chinese, english = texts(overview.market_size(report_2019, zh)), texts(overview.market_size(report_2019, en))
    assert [row[3] for row in chinese] == ["≈0元", "0.81亿元", "5.12亿元", "≈0.83亿美元", "1.6亿美元", "14.2亿美元"]
    assert english[-1][2:] == ["2022", "USD 1.42 billion", "forecast"]


def test_printed_and_computed_growth_beside_each_other(report_2019: Edition, en: Setting) -> None:
    table = overview.market_growth(report_2019, en)
    rows = {(row[0], row[1]): row[2:] for row in texts(table)}
    assert rows["CCID Consulting", "2016–2020"][:3] == ["115.6", "–", "–"]
    assert "implies about CNY 23.7 million" in rows["CCID Consulting", "2016–2020"][3]
    assert rows["IDC China", "2017–2022"][:3] == ["76.3", "76.5", "+0.2"]
    assert rows["CCID Consulting", "2018–2020"] == ["–", "151.4", "–", "no rate is printed"]
    assert isinstance(table, Table)
    assert table.title.startswith("One of two printed rates can be recomputed")


def test_cities_with_their_parks(report_2019: Edition, zh: Setting) -> None:
    table = overview.parks_by_place(report_2019, zh)
    rows = texts(table)
    assert rows[0][:6] == ["华东", "浙江", "杭州", "是", "4", "18.2"]
    assert len(rows) == 14
    assert sum(int(row[4]) for row in rows) == 22
    assert isinstance(table, Table)
    assert table.notes[0] == "位于沿海城市者14家，占63.6%（n = 22）"
    assert table.notes[1].startswith("沿海：")
