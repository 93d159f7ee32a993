"""Numbers and anchors of parts and sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkindex.publishing.document import Language

UNNUMBERED = frozenset({"summary", "method", "audit", "sources"})
"""Pages that stand before or behind the numbered parts."""

HAN = "〇一二三四五六七八九十"


@dataclass
class Numbering:
    """Counts the parts (第一部分, Part 1) and their sections (1.1) while the pages go by."""

    language: Language
    part: int = 0
    section: int = 0
    headings: int = 0
    page: str = ""
    numbered: bool = False

    def open_part(self, page: str) -> None:
        """Begin the page of this name."""
        self.page = page
        self.numbered = page not in UNNUMBERED
        self.part += self.numbered
        self.section = self.headings = 0

    def heading(self, level: int) -> tuple[str, str]:
        """Return the anchor and the printed number of the next heading of the page; deeper ones have no number."""
        if level == 1:
            return self.page, part_number(self.part, self.language) if self.numbered else ""
        self.headings += 1
        self.section += level == 2
        number = f"{self.part}.{self.section}" if self.numbered and level == 2 else ""
        return f"{self.page}-{self.headings}", number


def part_number(part: int, language: Language) -> str:
    """Return how a part is numbered: ``第一部分``, ``Part 1``."""
    if language == "en":
        return f"Part {part}"
    return f"第{HAN[part] if part < len(HAN) else part}部分"
