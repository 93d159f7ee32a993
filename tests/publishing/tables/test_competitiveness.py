"""Tables of the result of 2019."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.charts.setting import Unavailable
from parkindex.publishing.document import Table
from parkindex.publishing.tables import competitiveness

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def held(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def test_the_ranking_reproduces_the_printed_table(report_2019: Edition, zh: Setting) -> None:
    table = held(competitiveness.ranking(report_2019, zh))
    published = sorted(report_2019.dataset.published, key=lambda row: row.rank or 0)
    assert len(table.rows) == len(published) == 22
    for row, printed in zip(table.rows, published, strict=True):
        assert row[0].text == str(printed.rank)
        assert row[1].text == report_2019.dataset.unit(printed.unit).name.zh
        assert row[3].tier == printed.tier
        assert row[8].text == f"{printed.value:.2f}"
    assert [cell.text for cell in table.rows[0][4:8]] == ["23.85", "34.58", "18.53", "28.55"]


def test_the_second_method_stands_beside_and_apart(report_2019: Edition, en: Setting) -> None:
    table = held(competitiveness.ranking(report_2019, en))
    assert [column.head for column in table.columns[-2:]] == ["Other rank", "Shift"]
    assert [cell.text for cell in table.rows[3][-2:]] == ["8", "−4"]
    assert "must not be mixed" in table.notes[0]
    alone = replace(report_2019, about=report_2019.about.model_copy(update={"second_method": None}))
    assert len(held(competitiveness.ranking(alone, en)).columns) == len(table.columns) - 2


def test_lent_and_imputed_scores_are_marked(sample_22: Edition, en: Setting) -> None:
    method = sample_22.about.second_method
    assert method is not None
    other = replace(sample_22, about=sample_22.about.model_copy(update={"method": method}))
    table = held(competitiveness.ranking(other, en))
    assert "‡" in {cell.mark for row in table.rows for cell in row}
    assert any(note.startswith("‡") for note in table.notes)


def test_tiers_with_their_members(report_2019: Edition, zh: Setting) -> None:
    table = held(competitiveness.tier_profiles(report_2019, zh))
    assert table.title == "第一梯队有6家，第二梯队有6家，第三梯队有10家"
    assert [row[1].text for row in table.rows] == ["6", "6", "10"]
    assert [(row[2].text, row[3].text) for row in table.rows] == [
        ("96.51", "105.51"),
        ("87.40", "94.55"),
        ("50.28", "86.37"),
    ]
    assert table.notes == ("分界为95和87分（方法规定）",)
    assert "青岛链湾" in table.rows[1][-1].text


def test_leaders_of_the_pillars(report_2019: Edition, zh: Setting) -> None:
    table = held(competitiveness.pillar_leaders(report_2019, zh))
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert rows["政策扶持"][:2] == ["30.61", "广州蚁米、大湾区青创基地和广州中关村e谷"]
    assert rows["招商运营能力"][:2] == ["38.65", "青岛链湾"]
    assert rows["科研实力"][:2] == ["22.84", "曹妃甸"]
    assert rows["资本支持"][:2] == ["28.55", "中国杭州和杭州西溪谷"]


def test_both_methods_unit_by_unit(report_2019: Edition, en: Setting) -> None:
    table = held(competitiveness.method_comparison(report_2019, en))
    assert len(table.rows) == 22
    assert [cell.text for cell in table.rows[0][1:3]] == ["105.51", "1"]
    changed = [row for row in table.rows if row[0].strong]
    assert len(changed) == 9
    assert all(row[3].tier != row[6].tier for row in changed)
    assert sum(int(row[-1].text.replace("−", "-")) for row in table.rows) == 0


def test_agreement_in_a_few_measures(report_2019: Edition, en: Setting) -> None:
    table = held(competitiveness.method_agreement(report_2019, en))
    values = {row[0].text: row[1].text for row in table.rows}
    assert values["Kendall’s tau-b (1 = same order)"] == "0.879"
    assert values["Spearman’s rank correlation"] == "0.965"
    assert values["Parks that change rank"] == "14 / 22"
    assert values["Largest change of rank (places)"] == "4"
    assert table.title == "The two orders largely agree (tau = 0.879); nine of 22 parks change tier"


def test_one_method_cannot_be_compared(report_2019: Edition, en: Setting) -> None:
    alone = replace(report_2019, about=report_2019.about.model_copy(update={"second_method": None}))
    assert isinstance(competitiveness.method_comparison(alone, en), Unavailable)
    assert isinstance(competitiveness.method_agreement(alone, en), Unavailable)
