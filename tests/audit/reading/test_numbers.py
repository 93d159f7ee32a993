from __future__ import annotations

from decimal import Decimal

import pytest

from parkindex.audit.reading.numbers import (
    Number,
    has_decimal_comma,
    has_decimal_point,
    is_blank,
    is_error,
    is_several,
    read_number,
)


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("84.52", "84.52", ""),
        ("84.50", "84.50", ""),
        ("-3", "-3", ""),
        ("−3.5", "-3.5", ""),
        ("+3", "3", ""),
        ("1,234.50", "1234.50", ""),
        ("1，234", "1234", ""),
        ("12,345,678", "12345678", ""),
        ("1 234", "1234", ""),
        ("８４．５２", "84.52", ""),
        ("12.5%", "12.5", "%"),
        ("12.5％", "12.5", "%"),
        ("12.5分", "12.5", "分"),
        ("12.5 分", "12.5", "分"),
        ("3亿元", "3", "亿元"),
        ("50 万元", "50", "万元"),
        ("¥100", "100", "¥"),
        ("2017年", "2017", "年"),
        ("90.1*", "90.1", ""),
        ("90.1[3]", "90.1", ""),
        (".5", "0.5", ""),
        ("1.5e3", "1500", ""),
        ("12 PTS", "12", "pts"),
    ],
)
def test_printed_numbers(cell: str, value: str, unit: str) -> None:
    found = read_number(cell)
    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_the_printed_decimals_are_kept() -> None:
    found = read_number("84.500")
    assert found is not None
    assert str(found.value) == "84.500"


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-",
        "甲园",
        "3号楼",
        "12.5.3",
        "1,23",
        "1-5",
        "84.5O",
        "2019-05-31",
        "第3名",
        "12 34",
        "(12.5)",
        "%",
        "1e400",
        "1e-30",
        "9" * 30,
    ],
)
def test_what_is_no_number(cell: str) -> None:
    assert read_number(cell) is None


@pytest.mark.parametrize(("cell", "value"), [("84,52", "84.52"), ("1.234,5", "1234.5"), ("-3,25", "-3.25"), ("7", "7")])
def test_a_decimal_comma_where_it_is_known(cell: str, value: str) -> None:
    found = read_number(cell, decimal_comma=True)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("cell", "told"), [("84,52", True), ("1,234", False), ("12,5 分", True), ("a,5", False), ("5", False)]
)
def test_a_decimal_comma_is_told_from_thousands(cell: str, told: bool) -> None:
    assert has_decimal_comma(cell) is told


@pytest.mark.parametrize("cell", ["", "/", "-", "—", "——", "–", "n/a", "N/A", "现行政策", "／", "…", "暂无"])
def test_marks_of_absence(cell: str) -> None:
    assert is_blank(cell)
    assert not is_several(cell)


@pytest.mark.parametrize("cell", ["0", "甲", "12"])
def test_what_is_no_mark_of_absence(cell: str) -> None:
    assert not is_blank(cell)


@pytest.mark.parametrize(
    ("cell", "told"), [("<5", True), ("≥90", True), ("101-150", True), ("3—5", True), ("5", False)]
)
def test_bounds_and_ranges(cell: str, told: bool) -> None:
    assert is_several(cell) is told


def test_errors_of_a_spreadsheet() -> None:
    assert is_error("#DIV/0!")
    assert is_error("#REF!")
    assert not is_error("#1")


@pytest.mark.parametrize(
    ("cell", "told"), [("84.52", True), ("1,234.567", True), ("1.234", False), ("1.234,5", False), ("84,52", False)]
)
def test_a_decimal_point_is_told_from_thousands(cell: str, told: bool) -> None:
    assert has_decimal_point(cell) is told


@pytest.mark.parametrize("cell", ["24.9（预估）", "24.9 (est.)", "24.9(e)", "24.9 (provisional)"])
def test_a_remark_of_how_a_number_came_about_may_follow_it(cell: str) -> None:
    assert read_number(cell) == Number(Decimal("24.9"))


@pytest.mark.parametrize("cell", ["24.9（亿元）", "24.9 (see below)", "24.9（2018）"])
def test_other_words_in_brackets_are_no_remark(cell: str) -> None:
    assert read_number(cell) is None
