"""Tests of numbers of evidence as exact decimals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parkindex.audit.evidence_cells import exact, exact_text, half_unit, rounding_range, row_cell, statistic_cell
from parkindex.evidence.rows import Statistic
from parkindex.framework.text import Text


def test_a_float_is_the_decimal_that_was_entered() -> None:
    assert exact(0.1) == Fraction(1, 10)
    assert exact(115.6) == Fraction(1156, 10)


@pytest.mark.parametrize(("value", "half"), [(1.6, "1/20"), (8, "1/2"), (0.83, "1/200"), (1e-7, "1/20000000")])
def test_half_a_unit_of_the_last_decimal(value: float, half: str) -> None:
    assert half_unit(value) == Fraction(half)


def test_what_rounds_to_a_number_lies_half_a_unit_around_it() -> None:
    assert rounding_range(14.2) == (Fraction(1415, 100), Fraction(1425, 100))


def test_numbers_are_written_as_entered() -> None:
    assert [exact_text(value) for value in (115.6, 20, 0.5)] == ["115.6", "20", "0.5"]


def test_an_exhibit_stands_where_it_is_printed_failing_that_where_it_is_entered() -> None:
    what = Text(zh="甲", en="A")
    assert row_cell(what, "1", ("report#a", "report#b"), "t.csv:2").where == "report#a"
    assert row_cell(what, "1", (), "t.csv:2").where == "t.csv:2"


def test_a_statistic_stands_under_its_own_words_or_its_code() -> None:
    row = Statistic("near", "transport", "motorway", "=", 71.4, "percent", as_printed="七成以上", source=("report#a",))
    cell = statistic_cell(row, "71.4")
    assert (cell.what.zh, cell.what.en, cell.printed, cell.where) == ("七成以上", "near", "71.4", "report#a")
    bare = Statistic("near", "transport", "motorway", "=", 71.4, "percent", where="statistics.csv:2")
    assert (statistic_cell(bare, "").what.zh, statistic_cell(bare, "").where) == ("near", "statistics.csv:2")
