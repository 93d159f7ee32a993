from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from parkindex.audit.reading import Stated, read_table
from parkindex.audit.reading.workbook import printed, read_workbook
from parkindex.errors import UsageError

from .test_archive import code_of, repacked

Book = Callable[..., Path]
TABLE: list[list[object]] = [["园区", "政策", "运营"], ["甲", 1, 2], ["乙", 3, 4]]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (84.5, "0.00", "84.50"),
        (84.5, "", "84.5"),
        (84.0, "General", "84"),
        (84.526, "0.00", "84.53"),
        (2.675, "0.00", "2.68"),
        (0.1 + 0.2, "", "0.3"),
        (0.125, "0.0%", "12.5%"),
        (0.1255, "0%", "13%"),
        (1234.5, "#,##0.00", "1234.50"),
        (-3.14159, '0.00_);[Red]\\-0.00"分"', "-3.14"),
        (1234.5, '0.0" 分"', "1234.5"),
        (1e20, "0.00", "100000000000000000000.00"),
        (1e40, "0.00", "1" + "0" * 40),
        (1.5, "0.00E+00", "1.5"),
        (1.5, "# ?/?", "1.5"),
        (43466.0, "yyyy-mm-dd", "43466"),
        (1e-7, "", "0.0000001"),
        (7, "", "7"),
        (True, "", "TRUE"),
        ("甲", "0.00", "甲"),
        (datetime.date(2019, 5, 31), "", "2019-05-31"),
    ],
)
def test_cells_read_as_the_sheet_shows_them(value: object, number_format: str, shown: str) -> None:
    assert printed(value, number_format) == shown


def test_the_sheet_with_the_table_is_chosen(workbook: Book) -> None:
    grid, notes = read_workbook(workbook([], [["说明"], ["一段话"]], TABLE, names=["空", "说明", "表"]), None)
    assert (grid.sheet, notes) == ("表", ())
    assert grid.rows == (("园区", "政策", "运营"), ("甲", "1", "2"), ("乙", "3", "4"))


def test_of_several_tables_the_first_is_read_and_the_others_are_said(workbook: Book) -> None:
    path = workbook(TABLE, [["名称", "得分"], ["x", 1]], names=["一", "二"])
    assert read_workbook(path, None)[1] == ("sheet '一' is read; --sheet chooses another ('二')",)
    grid, notes = read_workbook(path, "二")
    assert (grid.rows[1], notes) == (("x", "1"), ())


def test_an_unknown_sheet(workbook: Book) -> None:
    with pytest.raises(UsageError, match=r"got '三'\)(.|\n)*sheets: 一, 二"):
        read_workbook(workbook(TABLE, TABLE, names=["一", "二"]), "三")


def test_a_hidden_sheet_is_read_only_by_its_name(workbook: Book) -> None:
    path = workbook(TABLE, TABLE, names=["一", "二"])
    repacked(
        path, "xl/workbook.xml", lambda xml: xml.replace(b'name="\xe4\xb8\x80"', b'name="\xe4\xb8\x80" state="hidden"')
    )
    assert read_workbook(path, None)[0].sheet == "二"
    assert read_workbook(path, "一")[0].sheet == "一"


def test_no_sheet_with_a_table(workbook: Book) -> None:
    path = workbook([["说明"], ["一段话"]], [], names=["一", "二"])
    assert code_of(path, lambda each: read_workbook(each, None)) == "table.one-column"
    assert code_of(workbook([]), read_table) == "table.empty"


def test_merged_cells_in_head_and_body(workbook: Book) -> None:
    cells = [
        ["2019年排名"],
        [None, None, None, None, "总分"],
        [None, None, "政策", "运营"],
        [None, "甲", (1, "0.00"), (2, "0.00"), (3, "0.00")],
        [None, "乙", (2, "0.00"), (0.5, "0.00"), (2.5, "0.00")],
        ["第二梯队", "丙", (1, "0.00"), (1, "0.00"), (2, "0.00")],
    ]
    merged = [("A1:E1", "2019年排名"), ("A2:A3", "梯队"), ("B2:B3", "园区"), ("C2:D2", "得分"), ("A4:A5", "第一梯队")]
    reading = read_table(workbook(cells, merged=merged, names=["S"]))
    ranking = reading.publication.ranking
    assert reading.publication.title.zh == "2019年排名"
    assert [column.code for column in ranking.columns] == ["政策", "运营"]
    assert (ranking.units, ranking.tiers) == (("甲", "乙", "丙"), (1, 1, 2))
    assert ranking.total is not None
    assert ranking.total.addresses[1] == "table.xlsx sheet 'S' cell E5"


def test_formulas_need_their_results(workbook: Book) -> None:
    cells = [["园区", "政策", "总分"], ["甲", 1, ("=B2", None)], ["乙", 2, ("=B3", None)]]
    with pytest.raises(UsageError) as caught:
        read_table(workbook(cells, names=["S"]))
    assert [(finding.code, finding.where) for finding in caught.value.findings] == [
        ("table.formula", "table.xlsx sheet 'S' cell C2"),
    ]


def test_a_sheet_that_begins_in_the_middle(workbook: Book) -> None:
    cells: list[list[object]] = [[], [], *[[None, None, *row] for row in TABLE]]
    ranking = read_table(workbook(cells, names=["S"]), Stated(sheet="S")).publication.ranking
    assert ranking.columns[0].addresses[0] == "table.xlsx sheet 'S' cell D4"


@pytest.mark.parametrize("length", [0, 10, 500, 3000])
def test_a_file_cut_short(workbook: Book, length: int) -> None:
    path = workbook(TABLE)
    path.write_bytes(path.read_bytes()[:length])
    assert code_of(path, lambda each: read_workbook(each, None)) == "table.broken"
