"""Synthetic funds of the cities and synthetic market series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.sample.folder import csv_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.sample.parks import Park

FUND_SOURCE, MARKET_SOURCE = "fund-register#funds", "market-model#series"
SERIES = {
    "market-size": ("yuan_100m", 0.4, 1.05, (2016, 2020)),
    "market-spending": ("usd_100m", 0.8, 0.75, (2017, 2022)),
}
LAST_OBSERVED = 2018


@dataclass(frozen=True, slots=True)
class Fund:
    """A government fund; ``amount`` in 100 million yuan, bound to one park of its city."""

    code: str
    zh: str
    en: str
    park: Park
    amount: float


def draw_funds(parks: Sequence[Park], generator: np.random.Generator) -> tuple[Fund, ...]:
    """Draw for six cities in ten one or two funds; a few are far larger than the rest, and round sums are common."""
    by_city: dict[str, list[Park]] = {}
    for park in parks:
        by_city.setdefault(park.city.code, []).append(park)
    funds: list[Fund] = []
    for city in sorted(by_city):
        count = int(generator.random() < 0.6) * (1 + int(generator.random() < 0.4))
        for _ in range(count):
            park = by_city[city][int(generator.integers(len(by_city[city])))]
            amount = float(generator.lognormal(1.3, 1.0))
            amount = round(amount) if amount >= 3 else max(0.5, round(amount * 2) / 2)
            label = f"{len(funds) + 1:02d}"
            zh, en = f"合成区块链产业基金{label}", f"Synthetic Blockchain Industry Fund {label}"
            funds.append(Fund(f"fund-{label}", zh, en, park, amount))
    return tuple(funds)


def funds_csv(funds: Sequence[Fund]) -> str:
    """Return ``funds.csv``; amounts in 亿元 (100 million yuan)."""
    return csv_text(
        "fund,name_zh,name_en,unit,park_as_printed,place,amount,unit_of_measure,source,note",
        (
            (f.code, f.zh, f.en, f.park.code, f.park.zh, f.park.city.code, f"{f.amount:g}", "亿元", FUND_SOURCE, "")
            for f in funds
        ),
    )


def statistics_csv(funds: Sequence[Fund]) -> str:
    """Return ``statistics.csv``: the total of all funds in the country, of which those of the parks are two fifths."""
    total = round(2.5 * sum(fund.amount for fund in funds))
    row = (
        "funds_national",
        "funds_total",
        "national",
        "≈",
        total,
        "yuan_100m",
        "",
        "",
        f"约{total}亿元",
        FUND_SOURCE,
        "",
    )
    return csv_text(
        "code,question,category,relation,value,unit,stated_n,answer,as_printed,source,note", [row] if total else []
    )


def market_files(generator: np.random.Generator) -> dict[str, str]:
    """Return ``market.csv`` and ``growth.csv``: each series grows by a drawn rate; values after 2018 are forecasts.

    The printed growth rate is the compound rate between the rounded first and last value, in per cent with one decimal.
    """
    values: list[tuple[object, ...]] = []
    rates: list[tuple[object, ...]] = []
    for code, (unit, first, growth, (start, end)) in SERIES.items():
        path = first * np.cumprod(np.concatenate([[1.0], 1 + generator.normal(growth, 0.2, end - start).clip(0.1)]))
        rounded = [float(value) for value in np.round(path, 2)]
        for year, value in zip(range(start, end + 1), rounded, strict=True):
            kind = "observed" if year <= LAST_OBSERVED else "forecast"
            values.append((code, year, f"{value:g}", unit, "=", kind, f"{value:g}", MARKET_SOURCE, ""))
        rate = 100 * ((rounded[-1] / rounded[0]) ** (1 / (end - start)) - 1)
        rates.append((code, start, end, f"{rate:.1f}", f"{rate:.1f}%", MARKET_SOURCE, ""))
    return {
        "evidence/market.csv": csv_text("series,year,value,unit,relation,kind,as_printed,source,note", values),
        "evidence/growth.csv": csv_text("series,from,to,rate,as_printed,source,note", rates),
    }
