"""Numbers written by hand in the prose: every result comes from the evidence through a value, never from the keyboard.

The rule is sharp where a number is nearly always a result (digits, percent signs, a Chinese numeral before a measure
word, an English number word) and lenient where it is nearly always grammar (一个, 第一, "one").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkindex.publishing.document import Language

DIGITS = re.compile(r"[0-9０-９][0-9０-９.,，．]*\s*[%％‰]?|[%％‰]")
NUMERAL = "〇零一二两三四五六七八九十百千万亿"
MEASURES = "家个项成倍座城年亿万元名所％%"
CHINESE = re.compile(
    rf"(?<!第)(?<![{NUMERAL}])"
    r"(?!一[家个项座名所年城])"  # 一个, 一项, 每一家: an article rather than a count
    rf"(?!万元|亿元|万亿)"  # a unit of measure without a number
    rf"[{NUMERAL}]+(?=[{MEASURES}])[{MEASURES}]|百分之[{NUMERAL}]+"
)
COUNTS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen"
PARTS = "half|halves|quarters?|thirds|(?:a|one)[ -](?:third|fifth|tenth)|per ?cent"
ENGLISH = re.compile(rf"\b(?:(?:{COUNTS})(?:[ -](?:{COUNTS}))*|{PARTS})\b", re.IGNORECASE)
WORDS = {"zh": CHINESE, "en": ENGLISH}


def literal_numbers(text: str, language: Language) -> list[str]:
    """Return the literal numbers in a stretch of prose, in their order: digits and percent signs, then number words."""
    found = [match.group().strip() for match in DIGITS.finditer(text)]
    return found + [match.group() for match in WORDS[language].finditer(text)]
