"""Answers: exact numbers for machines, three decimals for people, and parts under their own names."""

from __future__ import annotations

import math

from parkindex.cli.answers import Answer, Part, answer_in_rows


def test_numbers_are_exact_for_machines_and_short_for_people() -> None:
    part = Part("rows", "", [{"a": 1 / 3, "b": math.nan, "c": 12345.6, "d": ("x", "y"), "e": {"p": 0.5}, "f": 3}])
    assert part.exact() == [{"a": 1 / 3, "b": None, "c": 12345.6, "d": "x;y", "e": "p=0.500", "f": 3}]
    assert part.rounded() == [{"a": "0.333", "b": None, "c": "12,346", "d": "x;y", "e": "p=0.500", "f": 3}]
    assert part.numeric() == {"a", "b", "c", "f"}


def test_a_table_may_show_other_columns_than_are_written() -> None:
    part = Part("rows", "", [{"low": 1.0, "high": 2.0}], shown=[{"interval": "1–2", "n": 7}])
    assert part.exact() == [{"low": 1.0, "high": 2.0}]
    assert part.rounded() == [{"interval": "1–2", "n": 7}]
    assert part.numeric() == {"n"}


def test_parts_stand_under_their_names_and_a_note_is_said_once() -> None:
    first = Part("indices", "Indices", [{"a": 1}], ["same", "one"], more={"runs": 8})
    answer = Answer(22, (first, Part("stability", "Stability", [{"b": 2}], ["same"])), {"seed": 1})
    assert answer.record() == {
        "n": 22, "seed": 1, "indices": [{"a": 1}], "runs": 8, "stability": [{"b": 2}], "notes": ["same", "one"],
    }  # fmt: skip
    assert answer.rows == [{"a": 1}]
    assert answer_in_rows(3, [{"a": 1}], ["note"]).record() == {"n": 3, "rows": [{"a": 1}], "notes": ["note"]}
