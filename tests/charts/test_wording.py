"""Plurals, lists, and notes of two languages."""

from __future__ import annotations

import pytest

from parkindex.charts.wording import agree, listed, plural, remark, upper_first


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("park", "parks"),
        ("blockchain park", "blockchain parks"),
        ("city", "cities"),
        ("country", "countries"),
        ("survey", "surveys"),
        ("university", "universities"),
        ("class", "classes"),
        ("branch", "branches"),
        ("box", "boxes"),
        ("has", "have"),
        ("is", "are"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many
    assert agree(1, noun) == noun
    assert agree(2, noun) == agree(0, noun) == many


@pytest.mark.parametrize(
    ("names", "zh", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A和B", "A and B"),
        (["A", "B", "C"], "A、B和C", "A, B and C"),
    ],
)
def test_lists(names: list[str], zh: str, en: str) -> None:
    assert listed(names, "zh") == zh
    assert listed(names, "en") == en


def test_a_long_list_says_how_many_more_there_are() -> None:
    names = ["A", "B", "C", "D"]
    assert listed(names, "zh", shown=2) == "A、B等4个"
    assert listed(names, "en", shown=2) == "A, B and 2 more"
    assert listed(names, "en", shown=4) == "A, B, C and D"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert upper_first("the CCID series") == "The CCID series"
    assert upper_first("") == ""
    assert upper_first("沿海") == "沿海"


@pytest.mark.parametrize(
    ("note", "zh", "en"),
    [("原文如此。 | As printed.", "原文如此。", "As printed."), ("SIC", "SIC", "SIC"), ("", "", "")],
)
def test_a_note_is_split_by_language(note: str, zh: str, en: str) -> None:
    assert remark(note, "zh") == zh
    assert remark(note, "en") == en
