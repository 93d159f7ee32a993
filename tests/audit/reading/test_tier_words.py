from __future__ import annotations

import pytest

from parkindex.audit.reading.tier_words import tier_number


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
