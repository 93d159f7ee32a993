"""Tests of how alike printed names are."""

from __future__ import annotations

import pytest

from parkindex.audit.likeness import abbreviates, bare, likeness, names_one_of
from parkindex.framework.text import Text


def test_names_are_compared_without_spaces_quotation_marks_and_width() -> None:
    assert bare("广东”区块链+“（试行）") == bare("广东“区块链+” (试行)") == "广东区块链试行"


def test_likeness_goes_from_nothing_to_everything() -> None:
    assert likeness("市场规模", "市场规模") == 1
    assert likeness("甲乙", "丙丁") == 0
    assert likeness("中国区块链市场规模", "中国区块链市场支出") == pytest.approx(0.75)
    assert likeness("", "") == 0
    assert likeness("甲", "甲") == 1


def test_a_short_name_keeps_the_order_of_the_letters() -> None:
    assert abbreviates("杭州产业园", "杭州西溪谷区块链产业园")
    assert not abbreviates("产业园杭州", "杭州西溪谷区块链产业园")
    assert abbreviates("产业园", "产业园")


def test_words_are_found_in_either_language() -> None:
    assert names_one_of(Text(zh="基金总规模", en="Total"), ("基金", "fund"))
    assert names_one_of(Text(zh="总规模", en="Size of Funds"), ("基金", "fund"))
    assert not names_one_of(Text(zh="高校", en="Universities"), ("基金", "fund"))
