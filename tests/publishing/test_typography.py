"""Where two lines of a source join."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.typography import is_wide, joint

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
