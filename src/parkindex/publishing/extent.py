"""How much room words ask for on paper: their widths from the faces themselves, the lines on which they would stand.

The typesetter could be asked, but setting every table twice doubles its work and its memory. What is reckoned here only
decides where a page ends, and may be wrong by a line.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

from parkindex.publishing.typography import is_wide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.publishing.document import Language

EM = 1000
AUTOSPACE = 0.25
PIECES = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60/–—…-]+[/–-]?|\s+|.", re.DOTALL)
"""What a line is broken between: words of Latin letters, single Han characters, spaces."""
NEVER_FIRST = frozenset("，。、；：？！）》】”’…—,.;:?!)%")
"""Marks that never begin a line."""


@cache
def advances(*, language: Language, bold: bool) -> Mapping[str, int]:
    """Return the advance widths of a face that differ from an em, in thousandths of an em."""
    file = resources.files("parkindex") / "data" / "widths.json"
    if not file.is_file():
        return {}
    face = json.loads(file.read_text(encoding="utf-8"))["bold" if bold else "regular"]
    found: Mapping[str, int] = face["all"] | (face["latin"] if language == "en" else {})
    return found


def width(text: str, language: Language, *, bold: bool = False) -> float:
    """Return the width of a text in ems, with the space that is set between Han and Latin."""
    known = advances(language=language, bold=bold)
    total = sum(known.get(character, EM) for character in text) / EM
    pairs = pairwise(text)
    return total + AUTOSPACE * sum(
        is_wide(one) != is_wide(next_one) for one, next_one in pairs if _joins(one, next_one)
    )


def _joins(one: str, next_one: str) -> bool:
    return one.isalnum() and next_one.isalnum()


def lines(text: str, room: float, language: Language, *, bold: bool = False) -> int:
    """Return on how many lines a text stands where a line has ``room`` ems."""
    count, used = 1, 0.0
    for piece in PIECES.findall(text):
        asked = width(piece, language, bold=bold)
        if used > 0 and used + asked > room and not piece.isspace() and piece not in NEVER_FIRST:
            count, used = count + 1, 0.0
        used += asked
    return count


def stack(count: int, size: float, leading: float) -> float:
    """Return the height of some lines, in the unit of ``size``; ``leading`` is the space between two, in ems."""
    return count * size + max(count - 1, 0) * leading * size
