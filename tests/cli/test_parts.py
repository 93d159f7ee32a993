"""Parts on the screen: a title, a table, and each note once."""

from __future__ import annotations

import pytest

from parkindex.cli.answers import Part
from parkindex.cli.parts import columns_of, emit_parts

FIRST = Part("one", "The first", [{"a": 1.5, "b": "x"}], ["both", "first"])
SECOND = Part("two", "The second", [], ["both", "nothing to show"])


def test_tables_follow_each_other_under_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    emit_parts((FIRST, SECOND))
    out, err = capsys.readouterr()
    assert err.splitlines() == ["both", "first", "nothing to show"]
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[1] == "The first"
    assert lines[2].split() == ["a", "b"]
    assert lines[4].split() == ["1.500", "x"]
    assert lines[-1] == "The second"


def test_csv_is_rows_alone_in_full_precision(capsys: pytest.CaptureFixture[str]) -> None:
    emit_parts((Part("one", "The first", [{"a": 1 / 3}, {"b": 2}]),), csv=True)
    assert capsys.readouterr().out == "a,b\n0.3333333333333333,\n,2\n"


def test_columns_come_in_the_order_in_which_they_are_met() -> None:
    assert columns_of([{"b": 1}, {"a": 1, "b": 2}]) == ["b", "a"]
