"""Where two lines of a source join."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.typography import close_up, is_wide, joint

if TYPE_CHECKING:
    from parkindex.publishing.document import Language


@pytest.mark.parametrize("character", "汉《，（％ㄅあ")
def test_wide(character: str) -> None:
    assert is_wide(character)


@pytest.mark.parametrize("character", "aé1.“—")
def test_narrow(character: str) -> None:
    assert not is_wide(character)


@pytest.mark.parametrize(
    ("before", "after", "language", "between"),
    [
        ("园区", "位于", "zh", ""),
        ("位于，", "park", "zh", ""),
        ("block", "chain", "zh", " "),
        ("“区块链”", "blockchain", "zh", ""),
        ("", "位于", "zh", ""),
        ("block", "", "zh", ""),
        ("the", "park", "en", " "),
        ("the", "", "en", " "),
    ],
)
def test_joint(before: str, after: str, language: Language, between: str) -> None:
    assert joint(before, after, language) == between


@pytest.mark.parametrize(
    ("texts", "closed"),
    [
        (["集中。", " 杭州"], ["集中。", "杭州"]),
        (["样本数 n；", "共 22 家"], ["样本数n；", "共22家"]),
        (["GB/T 2260"], ["GB/T 2260"]),
        (["甲", " ", "乙"], ["甲", "", "乙"]),
        (["（n = 22）"], ["（n = 22）"]),
        ([], []),
    ],
)
def test_chinese_keeps_spaces_only_between_latin_words(texts: list[str], closed: list[str]) -> None:
    assert close_up(texts, "zh") == closed


def test_english_keeps_every_space() -> None:
    assert close_up(["the ", "区"], "en") == ["the ", "区"]
