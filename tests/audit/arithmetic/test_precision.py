"""Tests of decimals that differ within a column."""

from __future__ import annotations

from parkindex.audit import Publication, Ranking
from parkindex.audit.arithmetic.precision import precision
from parkindex.framework.text import Text

from ..conftest import publication


def column(*odd: str) -> list[list[str]]:
    return [[f"{k}.{(3 * k) % 100:02d}"] for k in range(1, 30)] + [[cell] for cell in odd]


def test_a_cell_with_more_decimals_than_the_others_is_told() -> None:
    (found,) = precision(publication(column("7.125")))
    assert (found.verdict, found.severity, found.subject) == ("fails", "minor", "c1")
    assert found.says.zh == "“列c1”列30个数值中，29个印2位小数，园区30的多于2位。"
    assert (found.exhibits[0].printed, found.data["units"]) == ("7.125", {"u30": 3})


def test_a_zero_that_others_keep_is_missed() -> None:
    (found,) = precision(publication(column("7.1")))
    assert found.says.en.endswith("1 cell (Park 30) prints fewer.")


def test_zeros_that_a_spreadsheet_drops_everywhere_are_not_told() -> None:
    rows = [[f"{k}.{k}1"] for k in range(1, 10)] * 3
    (found,) = precision(publication([*rows, ["7.1"]]))
    assert found.verdict == "holds"


def test_columns_of_mixed_decimals_have_no_odd_cells() -> None:
    (found,) = precision(publication([["3"], ["5"], ["1.5"], ["0.75"], ["12"], ["10"]]))
    assert (found.verdict, found.data["decimals"]) == ("holds", {"c1": 2})


def test_a_sum_finer_than_its_parts_was_added_before_rounding() -> None:
    rows = [["1.1", "2.2"], ["3.4", "4.4"], ["5.5", "6.7"]]
    held, finer = precision(publication(rows, ["3.32", "7.77", "12.21"]))
    assert (held.verdict, finer.verdict, finer.subject) == ("holds", "holds", "total")
    assert finer.says.zh == "总分印2位小数，各列只印1位：总分由取舍前的数值相加，末位无从复算。"
    assert len(list(precision(publication(rows, ["3.3", "7.8", "12.2"])))) == 1


def test_the_ends_of_a_scale_may_stand_without_decimals_and_other_numbers_may_not() -> None:
    (found,) = precision(publication(column("100", "0")))
    assert found.verdict == "holds"
    (found,) = precision(publication(column("100", "99")))
    assert (found.verdict, found.data["units"]) == ("fails", {"u31": 0})


def test_one_column_and_none() -> None:
    (found,) = precision(publication(column()))
    assert found.says.en == "The one column of numbers keeps to its decimals."
    (none,) = precision(Publication(Text(zh="表", en="table"), Ranking(("a",), (Text(zh="甲", en="A"),))))
    assert none.says.zh == "无法检验：没有刊载一列数值。"
