"""Tables of the trends of 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.document import Table
from parkindex.publishing.tables import trends

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting, Unavailable
    from parkindex.edition import Edition


def held(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def test_gaps_within_and_between(report_2019: Edition, zh: Setting) -> None:
    table = held(trends.tier_gaps(report_2019, zh))
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == ["第一梯队", "6", "100.22", "9.00", "10.36", "1.96"]
    assert rows[2][3:] == ["36.09", "–", "–"]
    assert "第三梯队" in table.title


def test_parks_of_one_city_share_their_profile(report_2019: Edition, zh: Setting, en: Setting) -> None:
    table = held(trends.profile_groups(report_2019, zh))
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert rows["杭州"] == ["4", "3", "中国杭州、杭州西溪谷"]
    assert rows["广州"][:2] == ["3", "2"]
    assert table.title == "同城有多家的11家园区在政策扶持、科研实力和资本支持上只有8种得分组合"
    assert held(trends.profile_groups(report_2019, en)).title.startswith("The eleven parks that share a city")


def test_sets_of_policies(report_2019: Edition, en: Setting) -> None:
    table = held(trends.shared_policies(report_2019, en))
    assert table.title == "Nine benefiting parks draw on eight sets of policies; one pair shares the very same"
    assert table.rows[0][2].text == "2"
    assert sum(int(row[2].text) for row in table.rows) == 9
    assert "n = 36 pairs" in table.notes[0]
