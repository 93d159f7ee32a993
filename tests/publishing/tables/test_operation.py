"""Tables of the operation of 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.document import Table
from parkindex.publishing.tables import operation

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting, Unavailable
    from parkindex.edition import Edition


def held(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def test_beneficiaries_as_the_table_of_the_source_has_them(report_2019: Edition, zh: Setting, en: Setting) -> None:
    table = held(operation.policy_beneficiaries(report_2019, zh))
    assert table.title == "9项政策惠及22家中的9家（40.9%）"
    rows = {row[2].text: row for row in table.rows}
    assert len(rows) == 9
    assert rows["《关于打造西溪谷区块链产业园的政策意见（试行）》"][1].text == "2017年5月"
    assert rows["《区块链十条2.0版本》"][3].text.count("；") == 1
    outside = next(row for row in table.rows if "*" in row[3].text)
    assert "长沙区块链产业园*" in outside[3].text
    english = held(operation.policy_beneficiaries(report_2019, en))
    assert english.title == "Nine policies reach nine of 22 parks (40.9%)"
    assert any("Changsha Blockchain Park*" in row[3].text for row in english.rows)


def test_the_matrix_in_its_own_words(report_2019: Edition, zh: Setting, en: Setting) -> None:
    table = held(operation.support_matrix(report_2019, zh))
    first = table.rows[0]
    assert [cell.text for cell in first[:4]] == [
        "广州黄埔区",
        "30—50万元",
        "最高60万元/年",
        "门槛：500万营收，补贴：50—500万元",
    ]
    assert (first[-2].text, first[-1].text) == ("10", "★★★★")
    assert first[3].shade == 1
    assert all(cell.shade is None for row in table.rows for cell in row if cell.text == "/")
    changsha = next(row for row in table.rows if row[0].text == "长沙经开区")
    assert changsha[7].text == "现行政策"
    english = held(operation.support_matrix(report_2019, en))
    assert english.rows[0][1].text == "CNY 300,000–500,000"
    assert english.title == "Eight schemes provide 50 measures of support, 48 of them with stated figures"
    assert any("0.90 (n = 8)" in note for note in english.notes)
