"""What all figures of an edition share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.charts.setting import Words, described, design_width

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting

WORDS = Words("eleven of 22", "number of parks, n = 22", "Source: report", "Bars: A 1.")


def test_units_are_counted_with_their_noun(zh: Setting, en: Setting) -> None:
    assert zh.units(22) == "22家区块链产业园"
    assert (en.units(22), en.units(1)) == ("22 parks", "1 park")
    assert en.opening(11) == "Eleven parks"
    assert en.opening(1) == "One park"


def test_words_of_the_language(zh: Setting, en: Setting) -> None:
    assert (zh.say("甲", "A"), en.say("甲", "A")) == ("甲", "A")
    assert (zh.bracketed("甲"), en.bracketed("A")) == ("（甲）", " (A)")
    assert (zh.colon(), en.colon()) == ("：", ": ")
    assert (zh.joined(["甲", "", "乙"]), en.joined(["A", "", "B"])) == ("甲；乙", "A; B")
    assert (zh.n(None), en.n(None)) == ("n未刊载", "n not printed")
    assert zh.n(1234) == "n = 1,234"


def test_a_chart_takes_language_mark_and_capital(en: Setting) -> None:
    chart = replace(en, synthetic=True).chart("parks-by-city", "bars", {"rows": []}, WORDS)
    assert chart.title == "Eleven of 22"
    assert chart.subtitle == "Number of parks, n = 22"
    assert (chart.note, chart.alt) == (WORDS.source, WORDS.alt)
    assert (chart.language, chart.synthetic) == ("en", True)


def test_figures_with_few_marks_are_half_as_wide() -> None:
    assert design_width("card-yimi", "dots") < design_width("parks-by-city", "bars") < design_width("ranking", "bars")


@pytest.mark.parametrize(
    ("head", "zh_text", "en_text"),
    [("", "甲1，乙2。", "甲 1, 乙 2."), ("X", "X：甲1，乙2。", "X: 甲 1, 乙 2.")],
)
def test_a_figure_in_words(zh: Setting, en: Setting, head: str, zh_text: str, en_text: str) -> None:
    pairs = [("甲", "1"), ("乙", "2")]
    assert described(zh, pairs, head) == zh_text
    assert described(en, pairs, head) == en_text
