from __future__ import annotations

from decimal import Decimal

from parkindex.audit.reading.columns import Field, read_field
from parkindex.audit.reading.grid import make_grid
from parkindex.errors import Finding


def read(*texts: str, uncomputed: tuple[int, ...] = ()) -> tuple[Field, list[Finding]]:
    grid = make_grid(
        "t.csv",
        [(1, ["政策", "x"]), *((line, [text, "x"]) for line, text in enumerate(texts, start=2))],
        uncomputed=frozenset((row + 1, 0) for row in uncomputed),
    )
    return read_field(grid, list(range(1, len(texts) + 1)), 0, "政策")


def codes(found: tuple[Field, list[Finding]]) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in found[1]]


def test_numbers_keep_their_printed_decimals() -> None:
    field, findings = read("1.50", "2", "1,000.25")
    assert [str(cell) for cell in field.cells] == ["1.50", "2", "1000.25"]
    assert (field.numeric, field.unit, field.blanks, findings) == (True, "", (), [])
    assert field.addresses[2] == "t.csv:4 column '政策'"


def test_words_are_no_numbers() -> None:
    field, findings = read("甲", "乙", "3")
    assert (field.numeric, findings) == (False, [])


def test_a_column_of_marks_alone_holds_no_numbers() -> None:
    assert not read("/", "-", "")[0].numeric


def test_marks_of_absence_and_ranges_are_kept_as_blanks() -> None:
    field, findings = read("1", "/", "101-150", "现行政策", "2", "3")
    assert field.cells == (Decimal(1), None, None, None, Decimal(2), Decimal(3))
    assert field.blanks == ("", "/", "101-150", "现行政策", "", "")
    assert findings == []


def test_units_of_measure_are_taken_off() -> None:
    field, findings = read("12.5%", "3 %", "-")
    assert (field.cells[:2], field.unit, findings) == ((Decimal("12.5"), Decimal(3)), "%", [])


def test_a_decimal_comma_is_seen_from_the_whole_column() -> None:
    assert read("84,52", "1,234")[0].cells == (Decimal("84.52"), Decimal("1.234"))
    assert read("1,234", "5,678")[0].cells == (Decimal(1234), Decimal(5678))
    assert read("1,234.5", "84,52", "3")[0].cells == (Decimal("1234.5"), None, Decimal(3)) or codes(
        read("84,52", "1.5")
    )


def test_units_of_measure_that_are_mixed() -> None:
    found = read("3亿元", "500万元", "2亿元", "7")
    assert codes(found) == [
        ("table.mixed-units", "t.csv:3 column '政策'"),
        ("table.mixed-units", "t.csv:5 column '政策'"),
    ]
    assert "(got '500万元'); expected '亿元', as in 2 of 4 cells" in found[1][0].message
    percent = read("3", "4", "5%")
    assert "expected a number without a unit, as in 2 of 3 cells" in percent[1][0].message


def test_cells_that_are_no_numbers() -> None:
    assert codes(read("1", "8O.5", "3", "#REF!", "5")) == [
        ("table.not-a-number", "t.csv:3 column '政策'"),
        ("table.cell-error", "t.csv:5 column '政策'"),
    ]


def test_a_formula_without_a_result() -> None:
    assert codes(read("1", "", "3", uncomputed=(1,))) == [("table.formula", "t.csv:3 column '政策'")]
    several = read("", "", uncomputed=(0, 1))
    assert codes(several) == [("table.formula", "t.csv:2 column '政策'")]
    assert "not stored (nor are those of 1 more cell of its column);" in several[1][0].message


def test_a_date_among_numbers_is_called_one() -> None:
    _, problems = read("12.50", "2023-12-05", "12月5日", "11.2")
    assert [finding.where for finding in problems] == ["t.csv:3 column '政策'", "t.csv:4 column '政策'"]
    assert problems[0].message == "is a date (got '2023-12-05'); expected a number, as in the rest of the column"
    assert "made a date of a number" in problems[0].hint


def test_ranks_may_be_written_in_their_own_ways_and_other_numbers_may_not() -> None:
    grid = make_grid("t.csv", [(1, ["Rank"]), (2, ["1="]), (3, ["1="]), (4, ["3"]), (5, ["4"]), (6, ["5"])])
    assert read_field(grid, [1, 2, 3, 4, 5], 0, "Rank")[1] == []
    assert len(read_field(grid, [1, 2, 3, 4, 5], 0, "Score")[1]) == 2
