"""Two series for the same thing, in the years that both print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import floor
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact, rounding_range
from parkindex.audit.growth.printed import amount, value_cell, values_of
from parkindex.audit.likeness import likeness
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.wording import plain

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.declared import Series

SAME_THING = 2 / 3
"""Likeness of names from which two series are taken for the same thing: two thirds of their pairs of letters agree."""

FACTOR = 2
"""Two series for the same thing may differ by their definitions; by more than this factor they are worth a sentence."""

CURRENCIES: Mapping[str, str] = {"CNY": "元人民币", "USD": "美元", "EUR": "欧元"}
"""Code of a currency -> its Chinese name after a number."""

CURRENCY_RATES: Mapping[tuple[str, str], tuple[Fraction, Fraction]] = {
    ("USD", "CNY"): (Fraction(6), Fraction(9)),
    ("EUR", "CNY"): (Fraction(6), Fraction(12)),
    ("USD", "EUR"): (Fraction(3, 5), Fraction(5, 4)),
}
"""(One unit of, in): the least and the greatest rate of any year since 1994, with room to spare.

CNY per USD stood between 6.0 and 8.7, CNY per EUR between 6.5 and 11.2, EUR per USD between 0.63 and 1.21 (yearly means
of the Chinese and European central banks).
"""


def series_compared(publication: Publication) -> Iterator[Outcome]:
    """Compare series of like names in the years that both print."""
    dataset = publication.evidence
    alike = [
        (a, b)
        for a, b in combinations(dataset.series, 2)
        if likeness(a.name.zh, b.name.zh) >= SAME_THING and _common_years(dataset, a, b)
    ]
    if not alike:
        yield untestable(
            "无法检验：没有两个名称相近、年份相同的序列可供比较。",
            "This cannot be tested: no two series of like names share a year.",
        )
    for a, b in alike:
        yield _compared(dataset, a, b)


def _compared(dataset: Dataset, a: Series, b: Series) -> Outcome:
    first, second = values_of(dataset, a.code), values_of(dataset, b.code)
    year = max(_common_years(dataset, a, b), key=lambda each: _apart(first[each].value, second[each].value))
    one, other = first[year], second[year]
    ratio = exact(other.value) / exact(one.value)
    exhibits = (value_cell(dataset, one), value_cell(dataset, other))
    first_worth, second_worth = amount(one.value, one.unit), amount(other.value, other.unit)
    zh = f"{year}年“{a.name.zh}”为{first_worth.zh}，“{b.name.zh}”为{second_worth.zh}"
    en = f"For {year}, “{a.name.en}” is {first_worth.en} and “{b.name.en}” {second_worth.en}"
    data = {"year": year, "first": one.value, "second": other.value, "ratio": float(ratio)}
    subject = f"{a.code}/{b.code}"
    rate = _currency_rate(b.currency, a.currency)
    if rate is None:
        return untestable(
            f"无法检验：{zh}，两种货币的汇率不在已知之列。",
            f"This cannot be tested: {en[0].lower()}{en[1:]}, and no range is known for the rate of the currencies.",
            *exhibits, subject=subject, **data,
        )  # fmt: skip
    least = _least_factor(one.value, other.value, rate)
    same = a.currency == b.currency
    if least <= FACTOR:
        zh_within, en_within = (
            ("相差不超过", "within") if same else ("按汇率换算相差可在", "at the rate of the time possibly within")
        )
        return holds(
            f"{zh}，{zh_within}{FACTOR}倍。", f"{en}, {en_within} a factor of {FACTOR}.",
            *exhibits, subject=subject, factor=least, **data,
        )  # fmt: skip
    equal = float(1 / ratio)
    zh_rate = "" if same else f"；1{_currency(b)}约合{plain(equal)}{_currency(a)}时两者才相等"
    en_rate = "" if same else f"; they would be equal only if 1 {b.currency} were about {plain(equal)} {a.currency}"
    shown = plain(floor(10 * least) / 10, 1)
    lowest, highest = (plain(float(each), 0 if each.denominator == 1 else 2) for each in rate)
    zh_at = "" if same else f"按1{_currency(b)}合{lowest}—{highest}{_currency(a)}计，"
    en_at = "" if same else f", at {lowest} to {highest} {a.currency} per {b.currency}"
    return fails(
        "moderate",
        f"{zh}，{zh_at}计入舍入，较大者至少为较小者的{shown}倍{zh_rate}。",
        f"{en}{en_at}, rounding allowed for, a factor of at least {shown}{en_rate}.",
        *exhibits,
        subject=subject,
        factor=least,
        equal_at=None if same else equal,
        **data,
    )


def _least_factor(one: float, other: float, rate: tuple[Fraction, Fraction]) -> float:
    """Return the least factor between two values that round to those printed, at any of the rates."""
    (one_low, one_high), (other_low, other_high) = rounding_range(one), rounding_range(other)
    low = other_low * rate[0] / one_high
    high = other_high * rate[1] / one_low if one_low > 0 else None
    if low >= 1:
        return float(low)
    return 1.0 if high is None or high >= 1 or high <= 0 else float(1 / high)


def _common_years(dataset: Dataset, a: Series, b: Series) -> list[int]:
    first, second = values_of(dataset, a.code), values_of(dataset, b.code)
    return sorted(year for year in first.keys() & second.keys() if first[year].value > 0 and second[year].value > 0)


def _currency(series: Series) -> str:
    return CURRENCIES.get(series.currency, series.currency)


def _apart(first: float, second: float) -> Fraction:
    ratio = exact(first) / exact(second)
    return max(ratio, 1 / ratio)


def _currency_rate(of: str, into: str) -> tuple[Fraction, Fraction] | None:
    """Return the least and greatest worth of one unit of a currency in another."""
    if of == into:
        return Fraction(1), Fraction(1)
    if (of, into) in CURRENCY_RATES:
        return CURRENCY_RATES[of, into]
    turned = CURRENCY_RATES.get((into, of))
    return None if turned is None else (1 / turned[1], 1 / turned[0])
