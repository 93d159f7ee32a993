"""Heads and cells of tables."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from parkindex.publishing.tables.building import (
    mark_head,
    noted,
    number,
    number_head,
    percent,
    signed,
    table,
    text_head,
    words,
)

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting


def test_heads_stand_as_their_cells_do(zh: Setting, en: Setting) -> None:
    assert (text_head(zh, "城市", "City").head, text_head(en, "城市", "City").align) == ("城市", "left")
    points = number_head(en, "总分", "Total", "points")
    assert (points.head, points.unit, points.align) == ("Total", "points", "right")
    assert mark_head(en, "梯队", "Tier").align == "centre"


def test_cells(en: Setting) -> None:
    assert number(en, 101.9, 2).text == "101.90"
    assert number(en, None).text == number(en, math.nan).text == "–"
    assert [signed(en, value).text for value in (3, -3, 0, None, math.nan)] == ["+3", "−3", "0", "–", "–"]
    assert percent(en, 58.54).text == "58.5%"
    assert words("a", strong=True, mark="*").mark == "*"


def test_equal_and_empty_notes_are_dropped(en: Setting) -> None:
    found = table("t", "title", ([text_head(en, "甲", "A")], [[words("x")]]), "Source: s", ["one", "", "one", "two"])
    assert found.notes == ("one", "two")
    assert found.title == "Title"
    assert found.rows == ((words("x"),),)


def test_a_note_names_what_it_belongs_to(zh: Setting, en: Setting) -> None:
    assert noted(zh, "基金", "原文如此。 | As printed.") == "基金：原文如此。"
    assert noted(en, "Fund", "原文如此。 | As printed.") == "Fund: As printed."
    assert noted(en, "Fund", "") == ""
