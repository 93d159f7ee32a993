"""The number of a tier as it is printed: 第一梯队, Tier 2, Ⅲ, A."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}
_STEMS = {sign: number for number, sign in enumerate("甲乙丙丁戊己庚辛壬癸", start=1)}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_TIER = re.compile(
    r"(?:第|tier|group|grade|level|class|band|等级|no\.?)?\s*"
    r"(?P<number>\d{1,2}|[一二三四五六七八九十]|[甲乙丙丁戊己庚辛壬癸]|[ivx]{1,4}|[a-h]|first|second|third|fourth|fifth)"
    r"(?:st|nd|rd|th)?\s*(?:梯队|梯次|档次|档|等级|等|级|类|层级|tier|group|grade|level|class|band)?"
    r"\s*(?:[（(:：].*)?",
    re.IGNORECASE,
)


SCALES = (
    ("优秀", "良好", "中等", "合格", "基本合格", "不合格"),
    ("优秀", "良好", "一般", "较差", "差"),
    ("优", "良", "中", "及格", "不及格"),
    ("优", "良", "中", "差"),
    ("优秀", "良好", "合格", "不合格"),
    ("很高", "高", "中", "低", "很低"),
    ("很高", "较高", "中等", "较低", "很低"),
    ("excellent", "very good", "good", "fair", "poor", "very poor"),
    ("outstanding", "good", "requires improvement", "inadequate"),
    ("very high", "high", "medium", "low", "very low"),
    ("very high", "high", "moderate", "low", "very low"),
    ("platinum", "gold", "silver", "bronze"),
    ("aaa", "aa", "a", "bbb", "bb", "b", "ccc", "cc", "c", "d"),
    tuple(letter + sign for letter in "abcdef" for sign in ("++", "+", "", "-", "--")),
)
"""Words and grades whose order everybody knows, the highest first."""


def tier_numbers(words: Iterable[str]) -> dict[str, int]:
    """Return the numbers of all tiers of a table, 1 the highest.

    Words that number themselves keep their number; words of a known scale are counted in its order; others in the
    order in which the table shows them.
    """
    known = {text: tier_number(text) for text in words if text}
    numbered = {text: number for text, number in known.items() if number is not None}
    if len(numbered) == len(known):
        return numbered
    plain = {text: unicodedata.normalize("NFKC", text).strip().casefold() for text in known}
    scale = next((each for each in SCALES if set(plain.values()) <= set(each)), None)
    ordered = list(known) if scale is None else sorted(known, key=lambda text: scale.index(plain[text]))
    return {text: number for number, text in enumerate(ordered, start=1)}


def tier_number(words: str) -> int | None:
    """Return the number of a tier, 1 the highest; None where the words do not number it."""
    match = _TIER.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if match is None:
        return None
    said = match["number"].casefold()
    if said.isdigit():
        return int(said)
    for known in (_HAN, _STEMS, _ROMAN, _WORDS):
        if said in known:
            return known[said]
    return ord(said) - ord("a") + 1 if len(said) == 1 else None
