"""The number of a tier as it is printed: 第一梯队, Tier 2, Ⅲ, A."""

from __future__ import annotations

import re
import unicodedata

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
