"""Printed compound rates against the printed values of their first and last year. Exact fractions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from parkindex.analysis.growth import compound_rate, implied_start
from parkindex.audit.evidence_cells import rounding_range
from parkindex.audit.growth.printed import PrintedRate, amount, name_of, printed_rates, value_cell, values_of
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import plain

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import MarketValue


def rates(publication: Publication) -> Iterator[Outcome]:
    """Recompute every printed rate from the printed values of its first and last year."""
    dataset = publication.evidence
    found = printed_rates(dataset)
    if not found:
        yield untestable("无法检验：没有刊载增长率。", "This cannot be tested: no growth rates are printed.")
    for rate in found:
        values = values_of(dataset, rate.series)
        first, last = values.get(rate.first), values.get(rate.last)
        if rate.years <= 0:
            yield untestable(
                f"无法检验：{rate.exhibit.what.zh}的期间不晚于起始之年。",
                f"This cannot be tested: {rate.exhibit.what.en} is given for a period that ends before it begins.",
                rate.exhibit,
                subject=rate.subject,
            )
        elif first is None or last is None or first.value <= 0 or last.value <= 0:
            yield _without_ends(dataset, rate, values)
        else:
            yield _recomputed(dataset, rate, first, last, values)


def _recomputed(
    dataset: Dataset, rate: PrintedRate, first: MarketValue, last: MarketValue, values: Mapping[int, MarketValue]
) -> Outcome:
    computed = compound_rate(first.value, last.value, rate.years)
    least, most = rate_range(first.value, last.value, rate.years)
    exhibits = (rate.exhibit, value_cell(dataset, first), value_cell(dataset, last))
    data = {
        "printed": rate.rate,
        "computed": computed,
        "least": least,
        "most": most,
        "pairs": _pairs(values),
    }
    zh_end = f"由{first.year}年与{last.year}年的值复算为每年{plain(computed, 1)}%"
    en_end = f"the values of {first.year} and {last.year} give {plain(computed, 1)}% a year"
    rounded_zh = f"（计入舍入为{plain(least, 1)}%—{plain(most, 1)}%）"
    rounded_en = f"(with rounding, {plain(least, 1)}% to {plain(most, 1)}%)"
    if agrees(first.value, last.value, rate.rate, rate.years):
        return holds(
            f"{rate.exhibit.what.zh}印作{rate.exhibit.printed}；{zh_end}{rounded_zh}。",
            f"{rate.exhibit.what.en} is printed as {rate.exhibit.printed}; {en_end} {rounded_en}.",
            *exhibits,
            subject=rate.subject,
            **data,
        )
    others = _other_periods(rate, values)
    zh = "".join(f"所载增长率与{a}—{b}年的值相符。" for a, b in others[:1])
    en = "".join(f" The printed rate is that of {a} to {b}." for a, b in others[:1])
    return fails(
        "moderate",
        f"{rate.exhibit.what.zh}印作{rate.exhibit.printed}，而{zh_end}{rounded_zh}。{zh}",
        f"{rate.exhibit.what.en} is printed as {rate.exhibit.printed}, but {en_end} {rounded_en}.{en}",
        *exhibits,
        subject=rate.subject,
        fits=[list(pair) for pair in others],
        **data,
    )


def _without_ends(dataset: Dataset, rate: PrintedRate, values: Mapping[int, MarketValue]) -> Outcome:
    """Say which value a rate would need, beside what is printed of the other years."""
    absent = [year for year in (rate.first, rate.last) if year not in values or values[year].value <= 0]
    last = values.get(rate.last)
    zh_years, en_years = "年和".join(map(str, absent)), " and ".join(map(str, absent))
    exhibits = (rate.exhibit, *(value_cell(dataset, row) for _, row in sorted(values.items())))
    if absent != [rate.first] or last is None or rate.rate <= -100:
        return untestable(
            f"无法检验：没有刊载{zh_years}年的值，{rate.exhibit.what.zh}{rate.exhibit.printed}无从复算。",
            f"This cannot be tested: {rate.exhibit.what.en} is printed as {rate.exhibit.printed}, "
            f"but no value of {en_years} is.",
            *exhibits,
            subject=rate.subject,
            printed=rate.rate,
        )
    return _with_start(rate, last, values, exhibits)


def _with_start(
    rate: PrintedRate, last: MarketValue, values: Mapping[int, MarketValue], exhibits: tuple[Exhibit, ...]
) -> Outcome:
    """Say which first value a rate needs, whether it stands between its printed neighbours, and how they grow."""
    needed = implied_start(last.value, rate.rate, rate.years)
    worth = amount(needed, last.unit, digits=3)
    fits = _between(needed, rate.first, values)
    pairs = _pairs(values)
    told = [pair for pair in pairs if rate.first <= pair["first"] and pair["last"] <= rate.last][-1:]
    zh = {True: "，介于所载前后年份的值之间", False: "，不在所载前后年份的值之间", None: ""}[fits]
    en = {True: ", between the printed values around it", False: ", outside the printed values around it", None: ""}[
        fits
    ]
    zh += "".join(f"；{p['first']}—{p['last']}年所载的值为每年增长{plain(p['rate'], 1)}%" for p in told)
    en += "".join(f"; the values of {p['first']} and {p['last']} give {plain(p['rate'], 1)}% a year" for p in told)
    return untestable(
        f"无法检验：没有刊载{rate.first}年的值。所载的{rate.exhibit.printed}需要{rate.first}年为{worth.zh}{zh}。",
        f"This cannot be tested: no value of {rate.first} is printed. The printed {rate.exhibit.printed} would need "
        f"{worth.en}{en}.",
        *exhibits,
        subject=rate.subject,
        printed=rate.rate,
        needed=needed,
        between=fits,
        pairs=pairs,
    )


def _between(value: float, year: int, values: Mapping[int, MarketValue]) -> bool | None:
    """Tell whether a value stands between those of the nearest printed years around it; None where one is missing."""
    before = max((each for each in values if each < year), default=None)
    after = min((each for each in values if each > year), default=None)
    if before is None or after is None:
        return None
    return min(values[before].value, values[after].value) <= value <= max(values[before].value, values[after].value)


def periods(publication: Publication) -> Iterator[Outcome]:
    """Test whether one rate of a series is printed for one period only."""
    dataset = publication.evidence
    by_rate: dict[tuple[str, float], list[PrintedRate]] = {}
    for rate in printed_rates(dataset):
        by_rate.setdefault((rate.series, rate.rate), []).append(rate)
    if not by_rate:
        yield untestable("无法检验：没有刊载增长率。", "This cannot be tested: no growth rates are printed.")
        return
    apart = {key: found for key, found in by_rate.items() if len({(each.first, each.last) for each in found}) > 1}
    for (series, _), found in apart.items():
        name = name_of(dataset, series)
        spans = [f"{each.first}–{each.last}" for each in found]
        zh = "、".join(span.replace("–", "—") + "年" for span in spans)
        yield fails(
            "minor",
            f"“{name.zh}”的同一增长率{found[0].exhibit.printed}配有不同的期间：{zh}。",
            f"One rate of “{name.en}”, {found[0].exhibit.printed} a year, is given with different periods: "
            f"{', '.join(spans)}.",
            *(each.exhibit for each in found),
            subject=series,
            periods=[[each.first, each.last] for each in found],
        )
    if not apart:
        n = len(by_rate)
        yield holds(
            f"{n}个增长率各只配一个期间。",
            f"{'Each of ' if n > 1 else ''}{n} printed rate{'s' if n > 1 else ''} is given with one period only.",
            n=n,
        )


def agrees(first: float, last: float, rate: float, years: int) -> bool:
    """Tell whether some first value, last value and rate that round to the printed ones fit together exactly."""
    (a, b), (c, d), (low, high) = (rounding_range(number) for number in (first, last, rate))
    grow_low, grow_high = (max(Fraction(0), 1 + edge / 100) for edge in (low, high))
    return max(a, Fraction(0)) * grow_low**years <= d and b * grow_high**years >= c


def rate_range(first: float, last: float, years: int) -> tuple[float, float]:
    """Return the least and the greatest rate (percent a year) that rounding of the two values allows."""
    (a, b), (c, d) = (rounding_range(number) for number in (first, last))
    a, c = max(a, b / 1000), max(c, Fraction(0))  # a value that prints as next to nothing allows any rate
    return ((float(c / b)) ** (1 / years) - 1) * 100, ((float(d / a)) ** (1 / years) - 1) * 100


def _other_periods(rate: PrintedRate, values: Mapping[int, MarketValue]) -> list[tuple[int, int]]:
    """Return the pairs of printed years whose values do give the printed rate."""
    positive = [row for _, row in sorted(values.items()) if row.value > 0]
    return [
        (a.year, b.year)
        for a, b in combinations(positive, 2)
        if (a.year, b.year) != (rate.first, rate.last) and agrees(a.value, b.value, rate.rate, b.year - a.year)
    ]


def _pairs(values: Mapping[int, MarketValue]) -> list[dict[str, float]]:
    """Return the compound rate between every two printed years."""
    positive = [row for _, row in sorted(values.items()) if row.value > 0]
    return [
        {"first": a.year, "last": b.year, "rate": compound_rate(a.value, b.value, b.year - a.year)}
        for a, b in combinations(positive, 2)
    ]
