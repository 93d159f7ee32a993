"""What the two scripts ask of a line of text: where a space belongs, and what closes or opens a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.publishing.document import Language

WIDE = (
    (0x2E80, 0x9FFF),  # radicals, CJK punctuation, kana, unified ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFF00, 0xFF60),  # full-width forms
    (0x20000, 0x3FFFF),  # the ideographs beyond the basic plane
)
QUOTES = "“”‘’…—"


def is_wide(character: str) -> bool:
    """Tell whether a character fills a whole em: Han, kana, full-width punctuation."""
    return any(first <= ord(character) <= last for first, last in WIDE)


def joint(before: str, after: str, language: Language) -> str:
    """Return what stands where a line of the source ends: nothing beside Han characters, elsewhere a space.

    In Chinese a placeholder (an empty neighbour is not text) counts as Han: its value follows the sentence.
    """
    if language == "en":
        return " "
    neighbours = [side for side in (before[-1:], after[:1]) if side]
    return " " if len(neighbours) == 2 and not any(is_wide(c) or c in QUOTES for c in neighbours) else ""


def close_up(texts: Sequence[str], language: Language) -> list[str]:
    """Return the texts of one paragraph, in Chinese without spaces beside Han characters and full-width punctuation.

    The space between Han and Latin is the renderer's: it sets a thin one by itself.
    """
    if language == "en":
        return list(texts)
    whole = "".join(texts)
    kept: list[str] = []
    position = 0
    for text in texts:
        around = ((position + i, character) for i, character in enumerate(text))
        kept.append("".join(c for i, c in around if c != " " or not _beside_wide(whole, i)))
        position += len(text)
    return kept


def _beside_wide(text: str, position: int) -> bool:
    before, after = text[:position].rstrip(" ")[-1:], text[position:].lstrip(" ")[:1]
    return any(side and is_wide(side) for side in (before, after))
