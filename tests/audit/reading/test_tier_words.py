from __future__ import annotations

import pytest

from parkindex.audit.reading.tier_words import tier_number, tier_numbers


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("第一梯队", 1),
        ("第二梯队（87—95分）", 2),
        ("三档", 3),
        ("2", 2),
        ("Tier 3", 3),
        ("tier 1: leaders", 1),
        ("Ⅱ", 2),
        ("IV", 4),
        ("A", 1),
        ("C级", 3),
        ("甲等", 1),
        ("First tier", 1),
        ("2nd tier", 2),
    ],
)
def test_tiers_are_numbered(words: str, number: int) -> None:
    assert tier_number(words) == number


@pytest.mark.parametrize("words", ["", "领先", "注：数据来自问卷", "AAA", "甲园", "IIX", "平均"])
def test_words_that_number_no_tier(words: str) -> None:
    assert tier_number(words) is None


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("合格", "优秀", "良好"), {"优秀": 1, "良好": 2, "合格": 3}),
        (("A-", "A+", "B", "A"), {"A+": 1, "A": 2, "A-": 3, "B": 4}),
        (("AA", "BBB", "AAA"), {"AAA": 1, "AA": 2, "BBB": 3}),
        (("Fair", "Good"), {"Good": 1, "Fair": 2}),
        (("二档", "一档"), {"二档": 2, "一档": 1}),
        (("领跑", "跟跑", ""), {"领跑": 1, "跟跑": 2}),
    ],
)
def test_tiers_are_numbered_by_a_scale_that_is_known_or_as_they_come(
    words: tuple[str, ...], numbers: dict[str, int]
) -> None:
    assert tier_numbers(words) == numbers
