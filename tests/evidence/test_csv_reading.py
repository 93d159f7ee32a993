from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.csv_reading import check_header, parse_table, read_table
from parkindex.evidence.rows import Fund, Guidance, Observation
from parkindex.evidence.status import Status
from parkindex.evidence.tables import TABLES
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from pathlib import Path

OBSERVATIONS = TABLES["evidence/observations.csv"]
HEADER = "subject,node,value,status,source,note\n"


def problems(content: str) -> list[tuple[str, str, str]]:
    _, findings = parse_table(content, "observations.csv", OBSERVATIONS)
    assert all(finding.hint for finding in findings)
    return [(finding.code, finding.where, finding.message) for finding in findings]


def test_rows_have_their_types_and_their_line() -> None:
    rows, findings = parse_table(HEADER + "yimi,policy,30.61,,report#table;survey,注\n", "o.csv", OBSERVATIONS)
    assert findings == []
    assert rows == (Observation("yimi", "policy", 30.61, Status.OBSERVED, ("report#table", "survey"), "注"),)
    assert rows[0].where == "o.csv:2"


def test_a_quoted_cell_may_hold_commas_quotes_and_lines() -> None:
    rows, findings = parse_table(HEADER + 'yimi,policy,1,,,"a, ""b""\nc"\nxixi,policy,2,,,\n', "o.csv", OBSERVATIONS)
    assert findings == []
    assert [row.note for row in rows if isinstance(row, Observation)] == ['a, "b"\nc', ""]
    assert [row.where for row in rows] == ["o.csv:2", "o.csv:4"]


def test_lines_may_end_in_crlf_and_blank_lines_are_passed_over() -> None:
    rows, findings = parse_table(
        (HEADER + "yimi,policy,1,,,\n\nxixi,policy,2,,,\n").replace("\n", "\r\n"), "o", OBSERVATIONS
    )
    assert findings == []
    assert [row.where for row in rows] == ["o:2", "o:4"]


def test_columns_stand_in_any_order_and_optional_ones_may_be_left_out() -> None:
    rows, findings = parse_table("value,node,subject\n3,policy,yimi\n", "o.csv", OBSERVATIONS)
    assert findings == []
    assert rows == (Observation("yimi", "policy", 3.0),)


def test_an_empty_optional_cell_is_the_default() -> None:
    table = TABLES["evidence/guidance.csv"]
    rows, findings = parse_table("place,date,title_zh,title_en,source\n330000,,,,\n", "g.csv", table)
    assert findings == []
    assert rows == (Guidance("330000"),)


def test_two_columns_make_one_text() -> None:
    table = TABLES["evidence/funds.csv"]
    text = "fund,name_zh,name_en,unit,park_as_printed,place,amount,unit_of_measure\n"
    rows, findings = parse_table(f"{text}f1,基金,Fund,,星沙园,430121,1.5,亿元\n", "f.csv", table)
    assert findings == []
    (fund,) = rows
    assert fund == Fund("f1", Text(zh="基金", en="Fund"), "430121", 1.5, "亿元", park_as_printed="星沙园")
    assert isinstance(fund, Fund)
    assert fund.yuan == 1.5e8


@pytest.mark.parametrize(("zh", "en", "empty"), [("基金", "", "name_en"), ("", "Fund", "name_zh"), ("", "", "name_zh")])
def test_a_text_that_lacks_a_language_is_an_error(zh: str, en: str, empty: str) -> None:
    content = f"fund,name_zh,name_en,place,amount,unit_of_measure\nf1,{zh},{en},430121,1,亿元\n"
    rows, (finding,) = parse_table(content, "f.csv", TABLES["evidence/funds.csv"])
    assert rows == ()
    assert (finding.code, finding.where) == ("cell.empty", "f.csv:2 column 'name_zh'")
    assert f"column '{empty}' is empty" in finding.message


def test_every_bad_cell_of_every_row_is_found() -> None:
    content = HEADER + "Yimi,policy,1,,,\nyimi,policy,12%,,,\nxixi,,3亿,maybe,report table,\n"
    assert [(code, where) for code, where, _ in problems(content)] == [
        ("cell.code", "observations.csv:2 column 'subject'"),
        ("cell.percent", "observations.csv:3 column 'value'"),
        ("cell.empty", "observations.csv:4 column 'node'"),
        ("cell.amount", "observations.csv:4 column 'value'"),
        ("cell.choice", "observations.csv:4 column 'status'"),
        ("cell.code", "observations.csv:4 column 'source'"),
    ]


@pytest.mark.parametrize(
    ("line", "cells", "hint"),
    [("yimi,policy,1,,,a,b", 7, "double quotes"), ("yimi,policy,1", 3, "commas that are missing")],
)
def test_a_ragged_row_is_an_error_and_the_others_are_read(line: str, cells: int, hint: str) -> None:
    rows, (finding,) = parse_table(f"{HEADER}{line}\nxixi,policy,2,,,\n", "o.csv", OBSERVATIONS)
    assert (finding.code, finding.where) == ("csv.ragged", "o.csv:2")
    assert finding.message == f"has {cells} cells; expected 6"
    assert hint in finding.hint
    assert [row.where for row in rows] == ["o.csv:3"]


def test_an_unclosed_quote_is_found_where_its_row_begins() -> None:
    assert problems(HEADER + 'yimi,policy,1,,,\nxixi,policy,2,,,"open\nsuzhou,policy,3,,,\n') == [
        ("csv.quote", "observations.csv:3", "has a quote that is never closed; expected RFC 4180")
    ]


def test_a_quote_that_runs_over_the_whole_file_is_no_memory_hole() -> None:
    ((code, where, _),) = problems(HEADER + 'yimi,policy,1,,,"' + "x,\n" * 100_000)
    assert (code, where) == ("csv.quote", "observations.csv:2")


def test_words_after_a_closing_quote_are_an_error() -> None:
    ((code, where, message),) = problems(HEADER + 'yimi,policy,1,,,"a"b\n')
    assert (code, where) == ("csv.quote", "observations.csv:2")
    assert "is not valid CSV" in message


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file_lacks_its_header(content: str) -> None:
    assert problems(content) == [
        ("csv.empty", "observations.csv", "is empty; expected a header: subject,node,value,status,source,note,year")
    ]


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert parse_table(HEADER, "o.csv", OBSERVATIONS) == ((), [])


def test_columns_that_are_unknown_missing_or_double() -> None:
    findings = check_header(["subject", "nodes", "subject", "status"], "o.csv:1", OBSERVATIONS)
    assert [(finding.code, finding.message) for finding in findings] == [
        ("csv.duplicate-column", "column 'subject' is there 2 times"),
        ("csv.unknown-column", "unknown column 'nodes'"),
        ("csv.missing-column", "columns missing: node, value"),
    ]
    assert findings[1].hint == "did you mean 'node'? columns: subject, node, value, status, source, note, year"


@pytest.mark.parametrize(("separator", "said"), [(";", "';'"), ("\t", "a tab"), ("|", "'|'")])
def test_another_separator_is_named(separator: str, said: str) -> None:
    assert problems("subject,node,value\nyimi,policy,3\n".replace(",", separator)) == [
        ("csv.separator", "observations.csv:1", f"the cells are separated by {said}; expected commas")
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("subject,node,value\n杭州,policy,1\n".encode("gbk"), "encoding.not-utf8"),
        (("\ufeff" + HEADER).encode(), "encoding.bom"),
        (HEADER.encode() + b"yimi,\0,1,,,\n", "encoding.nul"),
    ],
)
def test_bytes_are_checked_before_cells(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "o.csv").write_bytes(data)
    rows, (finding,) = read_table(tmp_path, "o.csv", OBSERVATIONS)
    assert (rows, finding.code) == ((), code)


def test_a_missing_table_is_a_finding(tmp_path: Path) -> None:
    _, (finding,) = read_table(tmp_path, "evidence/observations.csv", OBSERVATIONS)
    assert (finding.code, finding.where) == ("file.missing", "evidence/observations.csv")
