"""One printed cell into a number: thousands marks, full-width digits, percent signs and units of measure understood.

Nothing is computed: ``12.50 分`` is the decimal 12.50 with the unit of measure 分, as printed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

BLANKS = frozenset(
    (
        *("", "/", "\\", "-", "--", "---", "—", "——", "―", "–", "−", "|", "*", "?", ".", "..", "...", "…", "……"),
        *("n/a", "n.a.", "na", "nan", "none", "null", "nil", "#n/a"),
        *(
            "无",
            "暂无",
            "缺",
            "缺失",
            "未知",
            "不详",
            "空",
            "无数据",
            "暂无数据",
            "未公布",
            "未披露",
            "不适用",
            "现行政策",
        ),
    )
)
"""What stands in a cell in place of a number."""

ERRORS = frozenset({"#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!"})
"""What a spreadsheet prints where a formula went wrong."""

UNITS = (
    "%|‰|个百分点|分|点|points?|pts?|pt|亿元|万元|千元|百万元|元|亿|万|亿美元|万美元|美元|usd|rmb|cny|家|个|项|人|万人|名|位|件|"
    "次|场|年|月|天|倍|平方公里|平方千米|km2|平方米|m2|万平方米|㎡|亩|公顷|ha|公里|km|吨|小时|x"
)
"""Units of measure that may follow a number in its cell."""

MOST_DIGITS = 20
"""Digits before the point, and zeros after it, beyond which a number is none that a ranking prints."""

_NUMBER = re.compile(
    rf"(?P<sign>[-+]?)(?P<money>[¥$€£]?)(?P<digits>\d+(?:\.\d*)?|\.\d+)(?P<power>e[-+]?\d{{1,3}})?\s*(?P<unit>{UNITS})?"
    r"\s*(?:[*†‡#]{1,3}|\[\d+\]|\((?:预估|估计|估算|估计值|估算值|预计|初步|暂定|并列|修订|estimated|estimate|est\.?|provisional|revised|[epr])\))?",
    re.ASCII | re.IGNORECASE,
)
_SIMPLE = re.compile(r"-?\d+(?:\.\d\d?)?", re.ASCII)
"""What most cells hold, and no reading of points and commas changes."""
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[,'\u00a0\u202f ]\d{3})+(?!\d)")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,(?:\d{1,2}|\d{4,})(?!\d)\D*")
_DECIMAL_POINT = re.compile(r"[-+]?(?:\d[\d,]*,\d{3}\.\d+|\d+\.(?:\d{1,2}|\d{4,}))(?!\d)\D*")
_SEVERAL = re.compile(r"[<>≤≥=~]+\s*\d.*|\d[\d.]*\s*(?:-|~|—|–|至|到|to)\s*\d[\d.]*\D*|(?:top|前)\s*\d+", re.IGNORECASE)
_DASHES = str.maketrans({"−": "-", "–": "-", "﹣": "-"})


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and the unit of measure printed with it, empty where there is none."""

    value: Decimal
    unit: str = ""


def read_number(cell: str, *, decimal_comma: bool = False) -> Number | None:
    """Return the number that a cell prints, None where it prints none."""
    if _SIMPLE.fullmatch(cell) and len(cell) <= MOST_DIGITS:
        return Number(Decimal(cell))
    text = _plain(cell)
    if not _DIGIT.search(text):
        return None
    text = text.replace(".", "").replace(",", ".") if decimal_comma else _GROUPED.sub(_joined, text)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    value = Decimal(match["sign"] + match["digits"] + (match["power"] or ""))
    if value and not -MOST_DIGITS <= value.adjusted() <= MOST_DIGITS:
        return None
    return Number(value, match["money"] or (match["unit"] or "").lower())


def is_blank(cell: str) -> bool:
    """Tell whether a cell is empty, or holds a mark that stands for no number."""
    if _SIMPLE.fullmatch(cell):
        return False
    return cell.strip().casefold() in BLANKS or _plain(cell).casefold() in BLANKS


def is_error(cell: str) -> bool:
    """Tell whether a spreadsheet printed an error in place of a number."""
    return cell.strip().casefold() in ERRORS


def is_several(cell: str) -> bool:
    """Tell whether a cell prints a bound or a range (``<5``, ``101-150``), which is no single number."""
    return _SEVERAL.fullmatch(_plain(cell)) is not None


def has_decimal_comma(cell: str) -> bool:
    """Tell whether a cell reads as a number only if its comma is a decimal mark: ``84,52``."""
    return ("," in cell or "，" in cell) and _DECIMAL_COMMA.fullmatch(_plain(cell)) is not None


def has_decimal_point(cell: str) -> bool:
    """Tell whether a cell reads as a number only if its point is a decimal mark: ``84.52``, ``1,234.567``."""
    return _DECIMAL_POINT.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    """Return a cell with half-width signs and without spaces around."""
    return unicodedata.normalize("NFKC", cell).translate(_DASHES).strip()


def _joined(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])
