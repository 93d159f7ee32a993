from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from parkindex.evidence import cells
from parkindex.evidence.cells import CellError
from parkindex.evidence.dates import PartialDate
from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable


def problem(parse: Callable[[str], object], cell: str) -> CellError:
    with pytest.raises(CellError) as caught:
        parse(cell)
    return caught.value


@pytest.mark.parametrize(("cell", "number"), [("3", 3.0), ("-0.81", -0.81), ("+2", 2.0), ("1e3", 1000.0), ("007", 7.0)])
def test_a_number_is_ascii_digits_with_a_point(cell: str, number: float) -> None:
    assert cells.number(cell) == number


@pytest.mark.parametrize(
    ("cell", "code", "hint"),
    [
        ("", "cell.empty", "state a status"),
        ("  ", "cell.empty", "state a status"),
        ("NaN", "cell.not-finite", "leave the cell empty"),
        ("inf", "cell.not-finite", "leave the cell empty"),
        ("-Infinity", "cell.not-finite", "leave the cell empty"),
        ("#DIV/0!", "cell.not-finite", "leave the cell empty"),
        ("1e999", "cell.not-finite", "larger unit"),
        ("１２．５", "cell.full-width", "write 12.5"),
        ("－３", "cell.full-width", "write -3"),
        ("1,234", "cell.thousands", "write 1234"),
        ("1，234，567.5", "cell.thousands", "write 1234567.5"),
        ("12%", "cell.percent", "write 12;"),
        ("12.5 ％", "cell.percent", "write 12.5;"),
        ("3亿", "cell.amount", "30000 for 万元, 3 for 亿元"),
        ("1.5 万元", "cell.amount", "1.5 for 万元, 0.00015 for 亿元"),
        ("３亿", "cell.amount", "30000 for 万元"),
        (" 12", "cell.space", "write 12"),
        ("twelve", "cell.not-a-number", "ASCII digits"),
        ("十二", "cell.not-a-number", "ASCII digits"),
        ("12.", "cell.not-a-number", "ASCII digits"),
        ("1.2.3", "cell.not-a-number", "ASCII digits"),
        ("0x10", "cell.not-a-number", "ASCII digits"),
        ("1_000", "cell.not-a-number", "ASCII digits"),
        ("约20", "cell.not-a-number", "ASCII digits"),
    ],
)
def test_what_is_no_number_is_told_apart(cell: str, code: str, hint: str) -> None:
    for parse in (cells.number, cells.within(0, 10)):
        error = problem(parse, cell)
        assert error.code == code
        assert hint in error.hint
        if cell.strip():
            assert f"(got '{cell}')" in error.message
            assert "expected a number" in error.message or code == "cell.not-finite"


def test_an_empty_value_is_missing_but_no_number_is_required() -> None:
    assert math.isnan(cells.value(""))
    assert cells.value("3.5") == 3.5
    assert problem(cells.value, "1,234").code == "cell.thousands"


def test_a_whole_number_has_no_decimals() -> None:
    assert cells.integer("-12") == -12
    error = problem(cells.integer, "3.0")
    assert (error.code, error.message) == ("cell.not-integer", "is not a whole number (got '3.0')")
    assert problem(cells.integer, "１").code == "cell.full-width"


def test_a_number_within_bounds() -> None:
    longitude = cells.within(-180, 180)
    assert longitude("180") == 180.0
    error = problem(longitude, "180.5")
    assert (error.code, error.message) == ("cell.out-of-range", "lies outside -180 to 180 (got 180.5)")


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("2019-02-31", "write 2019, 2019-05 or 2019-05-31"),
        ("2019.05", "write 2019-05"),
        ("2019/5/1", "write 2019-05-01"),
        ("2019年5月", "write 2019-05"),
        ("２０１９年５月", "write 2019-05"),
        ("2019-5", "write 2019-05"),
        ("May 2019", "write 2019, 2019-05 or 2019-05-31"),
        ("soon", "write 2019, 2019-05 or 2019-05-31"),
        ("", "write 2019, 2019-05 or 2019-05-31"),
    ],
)
def test_what_is_no_date_is_met_with_the_one_that_was_meant(cell: str, hint: str) -> None:
    error = problem(cells.date, cell)
    assert error.code == "cell.date"
    assert f"'{cell}'" in error.message
    assert error.hint == hint


def test_a_date_keeps_its_precision() -> None:
    assert cells.date("2019-05") == PartialDate(2019, 5)


def test_a_choice_is_one_of_the_allowed_words() -> None:
    level = cells.choice(("province", "city"))
    assert level("city") == "city"
    error = problem(level, "citty")
    assert (error.code, error.hint) == ("cell.choice", "did you mean 'city'? allowed: province, city")
    assert problem(level, "").hint == "allowed: province, city"


def test_a_status_is_a_kind_of_missing() -> None:
    assert cells.status("") is Status.OBSERVED
    assert cells.status("refers_elsewhere") is Status.REFERS_ELSEWHERE
    error = problem(cells.status, "not answered")
    assert error.hint.startswith("did you mean 'not_answered'?")
    assert problem(cells.status, "derived").code == "cell.choice"


def test_a_boolean_is_yes_or_no() -> None:
    assert [cells.boolean(cell) for cell in ("yes", "no")] == [True, False]
    assert problem(cells.boolean, "true").hint == "allowed: yes, no"


@pytest.mark.parametrize(
    ("parse", "good", "bad"),
    [
        (cells.code, ["china-hangzhou", "policy_count", "330106", "320507-gtxc"], ["Yimi", "a b", "蚁米", "-a", ""]),
        (cells.place_code, ["330106", "320507-gtxc"], ["33010", "330106 ", "Hangzhou", "330106-", "３３０１０６"]),
        (cells.division, ["330106"], ["320507-gtxc", "3301060", ""]),
    ],
)
def test_codes_have_a_shape(parse: Callable[[str], str], good: list[str], bad: list[str]) -> None:
    assert [parse(cell) for cell in good] == good
    for cell in bad:
        error = problem(parse, cell)
        assert error.code == ("cell.code" if cell.strip() else "cell.empty")
        assert error.hint


def test_several_addresses_stand_in_one_cell() -> None:
    assert cells.addresses("report#ranking-table;survey") == ("report#ranking-table", "survey")
    assert cells.addresses(" report ; survey ") == ("report", "survey")
    assert cells.addresses("") == ()
    assert problem(cells.addresses, "report#ranking table").code == "cell.code"
    assert problem(cells.addresses, "report;").code == "cell.empty"
    assert cells.codes("a;b-1") == ("a", "b-1")
    assert cells.names("西溪谷园;西溪谷") == ("西溪谷园", "西溪谷")


def test_text_is_not_empty_and_words_may_be() -> None:
    assert cells.text(" 一 ") == " 一 "
    assert problem(cells.text, " ").code == "cell.empty"
    assert cells.words("") == ""
