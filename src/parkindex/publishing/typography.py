"""What the two scripts ask of a line of text: where a space belongs, and what closes or opens a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
