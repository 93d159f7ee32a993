from __future__ import annotations

from parkindex.audit.reading.heads import find_head
from parkindex.audit.reading.rows import Rows, find_rows

from .conftest import grid_of


def rows_of(text: str) -> Rows:
    grid = grid_of(text)
    return find_rows(grid, find_head(grid))


def test_rows_of_units() -> None:
    found = rows_of("园区,政策\n甲,1\n乙,2")
    assert (found.units, found.groups, found.weights) == ([1, 2], ["", ""], None)
    assert (found.notes, found.problems) == ([], [])


def test_groups_carry_tiers() -> None:
    found = rows_of("园区,政策\n第一梯队,\n甲,1\n第二梯队,\n乙,2\n丙,1")
    assert found.groups == ["第一梯队", "第二梯队", "第二梯队"]
    assert found.notes == []


def test_heads_that_are_printed_again_are_passed_over() -> None:
    assert rows_of("园区,政策\n甲,1\n园区,政策\n乙,2").units == [1, 3]


def test_summaries_and_footnotes_are_left_out_and_said() -> None:
    found = rows_of("园区,政策\n甲,1\n平均,1.5\n注：一段很长的说明，" + "很长" * 30 + ",")
    assert found.units == [1]
    assert found.notes[0] == "table.csv:3  sums up the rows above and is left out: 平均"
    assert found.notes[1].startswith("table.csv:4  stands alone and is left out: 注：一段")
    assert found.notes[1].endswith("很…")


def test_a_row_of_weights() -> None:
    found = rows_of("园区,政策,运营\n权重,25,75\n甲,1,2")
    assert (found.weights, found.units) == (1, [2])


def test_a_short_row_is_a_problem_and_empty_cells_at_the_end_are_not() -> None:
    found = rows_of("园区,政策,运营,\n甲,1,2\n乙,1\n丙,1,")
    assert [(finding.code, finding.where) for finding in found.problems] == [("table.ragged", "table.csv:3")]
    assert found.problems[0].message == "has 2 cells; expected 3, as in the head"


def test_a_summary_is_known_behind_a_mark_or_a_rank_and_a_unit_is_not_one() -> None:
    found = rows_of("排名,城市,政策\n—,全国平均,1.5\n1,甲市,2\n2,均安,1\n3,平均市,1\n,合计,4\n-,National average,2")
    assert found.units == [2, 3, 4]
    assert [note.rpartition(": ")[2] for note in found.notes] == ["全国平均", "合计", "National average"]


def test_points_below_the_head_are_weights_and_no_unit() -> None:
    found = rows_of("排名,城市,经济,创新,总分\n,,60分,40分,100分\n1,甲,50,30,80\n2,乙,40,30,70")
    assert (found.weights, found.units) == (1, [2, 3])
    assert rows_of("城市,经济,创新\n甲,60分,40分\n乙,50分,30分").weights is None


def test_averages_of_groups_are_known_behind_the_name_of_the_group() -> None:
    found = rows_of("地区,城市,总分\n东部,甲,9\n东部,东部平均,9\n西部,乙,Average\n西部,丙,5")
    assert found.units == [1, 3, 4]
    assert found.notes == ["table.csv:3  sums up the rows above and is left out: 东部平均"]
