"""The market series on a logarithmic axis, each in its own currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.growth import compound_rate
from parkindex.charts.numbers import format_money
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset, MarketValue, Series

NO_MARKET = Text(zh="本版没有市场规模的数值。", en="This edition has no values of market size.")


def series_values(dataset: Dataset) -> list[tuple[Series, list[MarketValue]]]:
    """Return each series with its positive values by year; series without two of them are left out."""
    found = []
    for series in dataset.series:
        rows = sorted(
            (row for row in dataset.market if row.series == series.code and row.value > 0), key=lambda row: row.year
        )
        if len(rows) > 1:
            found.append((series, rows))
    return found


def market_size(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return every series with at least two values as a line; the slope is the growth rate."""
    found = series_values(dataset)
    if not found:
        return Unavailable(NO_MARKET)
    lines = [
        {
            "name": setting.text(series.publisher),
            "points": [
                {
                    "x": row.year,
                    "y": row.value,
                    "text": _relation(row, setting) + format_money(row.value, row.unit, setting.language),
                    "short": _relation(row, setting) + setting.number(row.value),
                    "forecast": row.kind == "forecast",
                }
                for row in rows
            ],
        }
        for series, rows in found
    ]
    count = sum(len(rows) for _, rows in found)
    subtitle = setting.say(
        f"市场规模，对数坐标，斜率即增速；各序列以各自币种（亿元或亿美元）计，虚线与空心点为预测，n = {count}个年度值",
        "Market size on a logarithmic scale, where slope is growth; each series in 100 million of its own currency; "
        f"dashed lines and hollow points are forecasts, n = {count} yearly values",
    )
    rows = [row for _, values in found for row in values]
    pairs = [
        (f"{setting.text(series.publisher)} {row.year}", format_money(row.value, row.unit, setting.language))
        for series, values in found
        for row in values
    ]
    alt = described(setting, pairs, setting.say("市场规模折线", "Lines of market size"))
    words = Words(
        _title(found, setting), subtitle, source_line(dataset, addresses_of(rows), setting, computed=True), alt
    )
    return setting.chart(
        "market-size",
        "lines",
        {"series": lines, "log": True, "axis": setting.say("亿元或亿美元", "100 million CNY or USD")},
        words,
    )


def _relation(row: MarketValue, setting: Setting) -> str:
    """Return the sign before a value that is only about right or a bound."""
    return "" if row.relation == "=" else setting.say(row.relation, row.relation)


def _title(found: list[tuple[Series, list[MarketValue]]], setting: Setting) -> str:
    """Return each series' compound growth from its first to its last value."""
    said = []
    for series, rows in found:
        first, last = rows[0], rows[-1]
        rate = compound_rate(first.value, last.value, last.year - first.year)
        span = f"{first.year}—{last.year}" if setting.language == "zh" else f"{first.year}–{last.year}"
        share = setting.percent(abs(rate), 1)
        said.append(
            setting.say(
                f"{series.publisher.zh}（{span}年）年均{'增长' if rate >= 0 else '下降'}{share}",
                f"{'+' if rate >= 0 else '−'}{share} a year by {series.publisher.en} ({span})",
            )
        )
    return setting.say(
        "按所载数值推算，" + "，".join(said), "Growth computed from the printed values: " + ", ".join(said)
    )
