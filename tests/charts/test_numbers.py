"""Numbers, money and dates as they are printed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.charts.numbers import (
    MISSING,
    format_date,
    format_money,
    format_number,
    format_percent,
    format_signed,
    number_word,
)
from parkindex.evidence.dates import PartialDate
from parkindex.framework.text import Language


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (105.51, 2, "105.51"),
        (101.9, 2, "101.90"),
        (1234.5, None, "1,234.5"),
        (1234567, 0, "1,234,567"),
        (-3.2, 1, "−3.2"),
        (0.0, None, "0"),
        (-0.0, None, "0"),
        (2.004, None, "2"),
        (None, 1, MISSING),
        (math.nan, None, MISSING),
    ],
)
def test_numbers(value: float | None, decimals: int | None, text: str) -> None:
    assert format_number(value, decimals) == text
    assert format_number(value, decimals, "en") == text


@pytest.mark.parametrize(("value", "text"), [(4, "+4"), (-4, "−4"), (0, "0"), (0.5, "+0.5"), (math.nan, MISSING)])
def test_signs(value: float, text: str) -> None:
    assert format_signed(value) == text


def test_a_sign_without_a_number_behind_it_is_not_written() -> None:
    assert format_signed(0.001, 1) == "0.0"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(71.4, None, "71.4%"), (46.0, None, "46%"), (45.45, None, "45.5%"), (50, 1, "50.0%"), (math.nan, None, MISSING)],
)
def test_percent(value: float, decimals: int | None, text: str) -> None:
    assert format_percent(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (0.81, "yuan_100m", "0.81亿元", "CNY 81 million"),
        (173.5, "yuan_100m", "173.5亿元", "CNY 17.35 billion"),
        (1.5, "亿元", "1.5亿元", "CNY 150 million"),
        (60, "万元", "60万元", "CNY 600,000"),
        (500, "yuan_10k", "500万元", "CNY 5 million"),
        (9800, "元", "9,800元", "CNY 9,800"),
        (1e9, "yuan", "10亿元", "CNY 1 billion"),
        (14.2, "usd_100m", "14.2亿美元", "USD 1.42 billion"),
        (0, "yuan_100m", "0元", "CNY 0"),
    ],
)
def test_money(value: float, unit: str, zh: str, en: str) -> None:
    assert format_money(value, unit, "zh") == zh
    assert format_money(value, unit, "en") == en


def test_an_unknown_unit_of_money_is_refused() -> None:
    with pytest.raises(KeyError):
        format_money(1, "鎊")


@given(value=st.floats(0.01, 1e5), language=st.sampled_from(["zh", "en"]))
def test_money_never_shows_a_digit_of_noise(value: float, language: Language) -> None:
    text = format_money(round(value, 2), "yuan_100m", language)
    digits = text.replace(",", "").removeprefix("CNY ").removesuffix("亿元").split(" ")[0]
    assert len(digits.partition(".")[2]) <= 2


@pytest.mark.parametrize(
    ("date", "zh", "en"),
    [
        (PartialDate(2019), "2019年", "2019"),
        (PartialDate(2019, 5), "2019年5月", "May 2019"),
        (PartialDate(2019, 5, 31), "2019年5月31日", "31 May 2019"),
        (None, MISSING, MISSING),
    ],
)
def test_dates(date: PartialDate | None, zh: str, en: str) -> None:
    assert format_date(date, "zh") == zh
    assert format_date(date, "en") == en


@pytest.mark.parametrize(
    ("count", "word"),
    [(0, "no"), (1, "one"), (11, "eleven"), (12, "twelve"), (13, "thirteen"), (2500, "2,500"), (-1, "−1")],
)
def test_number_words(count: int, word: str) -> None:
    assert number_word(count) == word


def test_a_sentence_begins_with_a_capital() -> None:
    assert number_word(11, capital=True) == "Eleven"
    assert number_word(22, capital=True) == "22"
