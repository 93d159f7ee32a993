from __future__ import annotations

import pytest

from parkindex.audit.reading.grid import letters, make_grid

from .conftest import grid_of


@pytest.mark.parametrize(
    ("column", "called"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_a_spreadsheet(column: int, called: str) -> None:
    assert letters(column) == called


def test_rows_without_text_are_left_out_and_keep_the_numbers_of_the_others() -> None:
    grid = grid_of("a, b \n,\n\n1,2,3")
    assert grid.rows == (("a", "b", ""), ("1", "2", "3"))
    assert grid.lines == (1, 4)
    assert grid.widths == (2, 3)


def test_addresses_in_a_file_and_in_a_sheet() -> None:
    grid = grid_of("a,b\n\n1,2")
    assert grid.where(1) == "table.csv:3"
    assert grid.where(1, 1, "总分") == "table.csv:3 column '总分'"
    assert grid.where(1, 1) == "table.csv:3 column 'B'"
    sheet = make_grid("t.xlsx", [(1, ["a", "b"]), (7, ["", "x"])], sheet="S")
    assert (sheet.title, sheet.where(1)) == ("t.xlsx sheet 'S'", "t.xlsx sheet 'S' row 7")
    assert sheet.where(1, 1, "总分") == "t.xlsx sheet 'S' cell B7"


def test_a_merged_cell_is_written_out_and_keeps_its_address() -> None:
    rows = [(1, ["head", "", ""]), (2, ["", "", ""]), (3, ["甲", "1", "x"]), (4, ["", "2", ""]), (5, ["", "3", "y"])]
    merged = (((0, 0), (0, 2)), ((2, 0), (4, 0)), ((2, 2), (3, 2)))
    grid = make_grid("t.xlsx", rows, sheet="S", merged=merged)
    assert grid.rows == (("head",) * 3, ("甲", "1", "x"), ("甲", "2", "x"), ("甲", "3", "y"))
    assert grid.where(3, 0) == "t.xlsx sheet 'S' cell A3"
    assert grid.where(3, 1) == "t.xlsx sheet 'S' cell B5"
    assert grid.distinct(0) == {"head"}


def test_a_merged_range_that_reaches_beyond_the_cells_is_cut() -> None:
    grid = make_grid(
        "t.xlsx", [(1, ["a", "b"])], sheet="S", merged=(((0, 1), (9, 9)), ((5, 0), (6, 0)), ((0, 7), (0, 8)))
    )
    assert grid.rows == (("a", "b"),)


def test_a_row_with_nothing_but_a_formula_is_kept() -> None:
    grid = make_grid("t.xlsx", [(1, ["a"]), (2, [""]), (3, [""])], sheet="S", uncomputed=frozenset({(2, 0)}))
    assert grid.lines == (1, 3)
    assert grid.uncomputed == {(1, 0)}
