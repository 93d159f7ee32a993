"""Numbers, amounts of money and dates as they are printed, in one place for every figure, table and page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.evidence.dates import PartialDate
    from parkindex.framework.text import Language

MISSING = "–"
"""What stands in the place of a missing number."""

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

_YUAN = {"yuan": 1.0, "yuan_10k": 1e4, "yuan_100m": 1e8, "元": 1.0, "万元": 1e4, "亿元": 1e8}
_HUNDRED_MILLIONS = frozenset({"yuan_100m", "亿元", "usd_100m"})
_HAN_SCALES = ((1e8, "亿"), (1e4, "万"), (1.0, ""))
_DOLLARS = {"usd": 1.0, "usd_100m": 1e8}


def format_number(value: float | None, decimals: int | None = None, language: Language = "zh") -> str:
    """Return a number with a true minus and separated thousands.

    ``decimals`` None prints two at most, no trailing zeros.

    Both languages write numbers alike; ``language`` is taken so that every formatter has the same shape.
    """
    del language
    if value is None or math.isnan(value):
        return MISSING
    text = f"{value:,.{2 if decimals is None else decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", "0"} else text.replace("-", "−", 1)


def format_signed(value: float, decimals: int | None = None, language: Language = "zh") -> str:
    """Return a number that always shows its sign; zero has none."""
    text = format_number(value, decimals, language)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def format_percent(value: float | None, decimals: int | None = None, language: Language = "zh") -> str:
    """Return a share given in percent, as ``71.4%``.

    ``decimals`` None prints it as it was printed, one decimal at most.
    """
    if value is None or math.isnan(value):
        return MISSING
    if decimals is None:
        decimals = 0 if math.isclose(value, round(value), abs_tol=1e-9) else 1
    return f"{format_number(value, decimals, language)}%"


def format_money(value: float, unit: str, language: Language = "zh", decimals: int | None = None) -> str:
    """Return an amount of money: ``1.5亿元``, ``CNY 150 million``.

    An amount given in 亿元 stays in 亿元 (``0.81亿元``), any other is scaled. ``unit``: yuan, yuan_10k, yuan_100m (or
    元, 万元, 亿元), usd, usd_100m; an unknown one is a `KeyError`.
    """
    dollars = unit in _DOLLARS
    amount = value * (_DOLLARS if dollars else _YUAN)[unit]
    if language == "zh":
        keeps = unit in _HUNDRED_MILLIONS and abs(value) >= 0.01
        scale, word = _HAN_SCALES[0] if keeps else _scale(amount, _HAN_SCALES)
        return f"{format_number(amount / scale, decimals)}{word}{'美元' if dollars else '元'}"
    scale, word = _scale(amount, ((1e9, " billion"), (1e6, " million"), (1.0, "")))
    number = f"{format_number(amount / scale, decimals)}{word}"
    return f"USD {number}" if dollars else f"CNY {number}"


def _scale(amount: float, scales: Sequence[tuple[float, str]]) -> tuple[float, str]:
    """Return the greatest scale that the amount reaches."""
    return next((scale for scale in scales if abs(amount) >= scale[0]), scales[-1])


def format_date(date: PartialDate | None, language: Language = "zh") -> str:
    """Return a date with the precision it has: ``2019年5月``, ``May 2019``; a missing one as a dash."""
    return MISSING if date is None else date.of(language)


def number_word(count: int, *, capital: bool = False) -> str:
    """Return an English number word up to twenty, digits above: how a sentence begins (``Eleven of 22 parks``)."""
    word = _WORDS[count] if 0 <= count < len(_WORDS) else format_number(count, 0)
    return word.capitalize() if capital else word
