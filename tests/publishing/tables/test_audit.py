"""Tests of the tables of an audit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from parkindex.audit import Column, Publication, Ranking
from parkindex.audit import audit as audited
from parkindex.audit.outcome import Exhibit, Outcome
from parkindex.charts.setting import Unavailable
from parkindex.framework.text import Text
from parkindex.publishing.document import Table
from parkindex.publishing.tables import audit as tables

if TYPE_CHECKING:
    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting


def held(built: Table | Unavailable) -> Table:
    assert isinstance(built, Table)
    return built


def test_families_count_every_outcome_once(audit: Audit, en: Setting) -> None:
    table = tables.families(audit, en)
    assert table.title == "Of 4 outcomes 2 do not hold, 1 cannot be tested and 1 hold"
    assert [cell.text for cell in table.rows[-1]] == ["Total", "1", "1", "0", "1", "1"]
    assert [cell.text for cell in table.rows[0]] == ["Arithmetic", "1", "1", "0", "1", "1"]


def test_findings_stand_by_family_which_is_named_once(audit: Audit, zh: Setting) -> None:
    table = held(tables.findings(audit, zh))
    assert [[cell.text for cell in row[:4]] for row in table.rows] == [
        ["1", "算术", "重大", "次序不符。"],
        ["2", "", "一般", "乙园的总分印作81，各列之和为80。"],
    ]
    assert table.title == "2项所见不成立，涉及1个方面"


def test_cells_carry_the_numbers_of_their_findings_and_the_shade_of_the_most_serious(audit: Audit, zh: Setting) -> None:
    table = held(tables.marked_ranking(audit, zh))
    second = table.rows[1]
    assert [(cell.text, cell.mark) for cell in second[2:5]] == [("50", "2"), ("30", ""), ("81", "1,2")]
    assert second[4].shade == tables.SHADES["major"]
    assert table.title == "所载排名表中有5格是不成立之处的依据"


def test_of_a_long_table_rows_with_marks_are_shown(audit: Audit, zh: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    only = replace(audit, outcomes=audit.outcomes[:1])
    table = held(tables.marked_ranking(only, zh))
    assert len(table.rows) == 1
    assert "共4行，只列出有标记的1行。" in table.notes


def test_what_is_open_and_what_holds_is_told_with_its_question(audit: Audit, en: Setting) -> None:
    assert [cell.text for cell in held(tables.left_open(audit, en)).rows[0]][::2] == [
        "Arithmetic",
        "No weights are printed.",
    ]
    assert held(tables.well(audit, en)).title == "One matter holds"


def test_what_stays_open_for_one_reason_shares_a_row(audit: Audit, zh: Setting) -> None:
    said = [Text(zh=f"{letter}。", en=f"{letter}.") for letter in "甲乙"]
    same = tuple(
        Outcome(
            "untestable",
            Text(zh=f"正文：{each.zh}没有数据。", en=f"Text: {each.en} No data."),
            exhibits=(Exhibit(each, ""),),
            check="arithmetic.row-totals",
        )
        for each in said
    )
    table = held(tables.left_open(replace(audit, outcomes=same), zh))
    assert [[cell.text for cell in row][::2] for row in table.rows] == [["算术", "2处说法（甲；乙）：没有数据。"]]
    assert "理由相同的几处并为一行。" in table.notes
    assert "理由相同的几处并为一行。" not in held(tables.left_open(audit, zh)).notes


def test_an_audit_without_findings_says_so(audit: Audit, en: Setting) -> None:
    clean = replace(audit, outcomes=audit.outcomes[3:])
    assert isinstance(tables.findings(clean, en), Unavailable)
    assert isinstance(tables.left_open(clean, en), Unavailable)
    assert held(tables.marked_ranking(clean, en)).title == "No cell of the printed ranking bears on a finding"


def test_of_a_bare_table_what_would_stand_around_it_is_one_row(zh: Setting, en: Setting) -> None:
    scores = tuple(Decimal(number) for number in (3, 2, 1))
    names = tuple(Text(zh=name, en=name) for name in "abc")
    columns = tuple(Column(code, Text(zh=code, en=code), scores, ("",) * 3) for code in "xy")
    bare = audited(Publication(Text(zh="表", en="table"), Ranking(("a", "b", "c"), names, columns)))
    last = [cell.text for cell in held(tables.left_open(bare, en)).rows[-1]]
    assert "Claims" in last[0]
    assert last[1].endswith(" checks")
    assert last[2].startswith("This cannot be tested: ")
    assert "a table alone has none of that" in last[2]
    texts = [cell.text for row in held(tables.left_open(bare, zh)).rows for cell in row]
    assert not any("没有录入正文的说法" in text for text in texts)
