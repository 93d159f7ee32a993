from __future__ import annotations

import pytest

from parkindex.audit.reading.grid import make_grid
from parkindex.audit.reading.heads import find_head
from parkindex.errors import UsageError

from .conftest import grid_of


def heads_of(text: str) -> tuple[str, ...]:
    return find_head(grid_of(text)).heads


def test_a_plain_head() -> None:
    head = find_head(grid_of("园区,政策,总分\n甲,1,2\n乙,3,4"))
    assert head.heads == ("园区", "政策", "总分")
    assert (head.row, head.body, head.title) == (0, range(1, 3), "")


def test_titles_above_the_head() -> None:
    head = find_head(grid_of("2019年排名\n\n单位：分\n园区,政策\n甲,1"))
    assert head.title == "2019年排名"
    assert head.heads == ("园区", "政策")
    assert head.body == range(3, 4)


def test_a_preface_of_several_cells_is_no_head() -> None:
    assert heads_of("发布单位,某研究院,\n园区,政策,总分\n甲,1,2") == ("园区", "政策", "总分")


def test_a_head_of_two_rows_whose_groups_are_merged() -> None:
    text = "排名,园区,得分,,,总分\n,,政策,运营,科研,\n1,甲,1,2,3,6"
    assert heads_of(text) == ("排名", "园区", "政策", "运营", "科研", "总分")


def test_groups_tell_heads_apart_that_are_the_same() -> None:
    text = "园区,2018年,,2019年,\n,得分,名次,得分,名次\n甲,1,1,2,1"
    assert heads_of(text) == ("园区", "2018年 得分", "2018年 名次", "2019年 得分", "2019年 名次")


def test_units_of_measure_in_a_row_of_their_own() -> None:
    assert heads_of("园区,政策,投资\n,(分),（亿元）\n甲,1,2") == ("园区", "政策(分)", "投资（亿元）")


def test_merged_cells_of_a_sheet() -> None:
    rows = [(1, ["园区", "得分", "", "总分"]), (2, ["", "政策", "运营", ""]), (3, ["甲", "1", "2", "3"])]
    merged = (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3)))
    assert find_head(make_grid("t.xlsx", rows, sheet="S", merged=merged)).heads == ("园区", "政策", "运营", "总分")


def test_years_as_heads() -> None:
    assert heads_of("园区,2017,2018\n甲,1,2\n乙,3,4") == ("园区", "2017", "2018")


def test_an_empty_column_has_no_head() -> None:
    assert heads_of("园区,,政策\n甲,,1") == ("园区", "", "政策")


def test_a_group_between_head_and_rows() -> None:
    head = find_head(grid_of("园区,政策\n第一梯队\n甲,1"))
    assert head.heads == ("园区", "政策")
    assert head.body == range(1, 3)


def test_a_first_row_of_marks_of_absence() -> None:
    assert heads_of("园区,政策,运营\n甲,/,/\n乙,1,2") == ("园区", "政策", "运营")


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("", "table.empty", "table.csv"),
        ("园区,政策", "table.no-rows", "table.csv:1"),
        ("标题\n园区,政策", "table.no-rows", "table.csv:2"),
        ("园区,政策\n甲,好", "table.no-numbers", "table.csv"),
        ("甲\n1\n2", "table.one-column", "table.csv"),
        ("甲,1\n乙,2", "table.head", "table.csv:1"),
        ("标题\n甲,1\n乙,2", "table.head", "table.csv:2"),
        ("园区,政策,\n甲,1,2", "table.no-head", "table.csv:1 column 'C'"),
        ("园区,得分,得分\n甲,1,2", "table.same-head", "table.csv:1 column '得分'"),
    ],
)
def test_what_has_no_head(text: str, code: str, where: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_head(grid_of(text))
    finding = caught.value.findings[0]
    assert (finding.code, finding.where) == (code, where)
    assert finding.hint


def test_merged_heads_that_cannot_be_told_apart_are_refused() -> None:
    rows = [(1, ["园区", "得分", ""]), (2, ["甲", "1", "2"])]
    with pytest.raises(
        UsageError, match=r"cell C1  stands over 2 columns \(got '得分'\)|cell B1  stands over 2 columns"
    ):
        find_head(make_grid("t.xlsx", rows, sheet="S", merged=(((0, 1), (0, 2)),)))


def test_a_row_with_a_cell_too_many_is_told_by_its_line() -> None:
    with pytest.raises(UsageError) as caught:
        find_head(grid_of("园区,政策\n甲,1\n乙,2,多\n丙,3"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.where) == ("table.ragged", "table.csv:3")
    assert finding.message == "has 3 cells (got '多' behind the last head); expected 2, as in the head"


def test_tables_side_by_side_are_one_finding() -> None:
    with pytest.raises(UsageError) as caught:
        find_head(grid_of("排名,园区,总分,排名,园区,总分\n1,甲,9,3,丙,7\n2,乙,8,4,丁,6"))
    (finding,) = caught.value.findings
    assert finding.code == "table.side-by-side"
    assert finding.message == "holds 2 tables side by side (each begins with '排名'); expected one"


def test_two_heads_that_are_the_same_are_not_two_tables() -> None:
    with pytest.raises(UsageError) as caught:
        find_head(grid_of("排名,园区,得分,得分\n1,甲,9,3\n2,乙,8,4"))
    assert [finding.code for finding in caught.value.findings] == ["table.same-head"]


def test_a_column_that_only_counts_the_rows_needs_no_head() -> None:
    assert heads_of(",name,score\n0,a,9\n1,b,8\n2,c,7") == ("#", "name", "score")
    with pytest.raises(UsageError):
        find_head(grid_of(",name,score\n5,a,9\n1,b,8\n2,c,7"))
