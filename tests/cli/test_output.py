"""Rows and findings as they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.cells import cell_len

from parkindex.cli.output import (
    emit_csv,
    emit_json,
    emit_lines,
    emit_table,
    finite_values,
    report_findings,
    two_decimals,
)
from parkindex.errors import Finding

if TYPE_CHECKING:
    import pytest

ROWS: list[dict[str, object]] = [
    {"name": "上海小美科技园——区块链集聚区", "score": 86.37},
    {"name": "青岛链湾", "score": None},
]


def test_csv_leaves_missing_values_empty(capsys: pytest.CaptureFixture[str]) -> None:
    emit_csv(ROWS, ["name", "score"])
    assert capsys.readouterr().out == "name,score\n上海小美科技园——区块链集聚区,86.37\n青岛链湾,\n"


def test_json_keeps_chinese_and_full_precision(capsys: pytest.CaptureFixture[str]) -> None:
    emit_json({"name": "青岛链湾", "score": 0.1 + 0.2})
    out = capsys.readouterr().out
    assert "青岛链湾" in out
    assert json.loads(out)["score"] == 0.1 + 0.2


def test_a_piped_table_is_neither_cut_nor_coloured(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table([{"name": "长" * 200, "score": "1.00"}], ["name", "score"], numeric={"score"})
    out = capsys.readouterr().out
    assert "长" * 200 in out
    assert "\x1b" not in out


def test_numbers_that_are_not_finite_become_nothing() -> None:
    assert finite_values({"a": float("nan"), "b": [1.5, float("inf")], "c": ("x", 2)}) == {
        "a": None,
        "b": [1.5, None],
        "c": ["x", 2],
    }
    assert two_decimals(float("nan")) == ""
    assert two_decimals(105.51000000000001) == "105.51"


def test_findings_are_counted_by_severity(capsys: pytest.CaptureFixture[str]) -> None:
    report_findings([Finding("a", "x:1", "one"), Finding("b", "x:2", "two"), Finding("c", "", "hm", severity="note")])
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err == "x:1  one\nx:2  two\nnote: hm\n2 errors, 1 note\n"


LINES = [(0, "标题"), (0, ""), (1, "一句很长的话，" * 6), (3, "cell  1.50")]


def test_lines_of_words_are_not_folded_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    emit_lines(LINES)
    assert capsys.readouterr().out == f"标题\n\n  {'一句很长的话，' * 6}\n      cell  1.50\n"


def test_long_lines_are_folded_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    emit_lines(LINES)
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) > len(LINES)
    assert shown[2].startswith("  一句")
    assert shown[3].startswith("    ")
    assert "".join(line.strip() for line in shown[2:-1]) == "一句很长的话，" * 6
    assert max(cell_len(line) for line in shown) <= 40
