"""Printed rates and values of market series, as exhibits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact_text, row_cell
from parkindex.audit.outcome import Exhibit
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import MarketValue

MEASURES: Mapping[str, tuple[str, str]] = {
    "yuan_100m": ("亿元", "CNY"),
    "usd_100m": ("亿美元", "USD"),
}
"""Unit of a value -> its Chinese word, and the currency of which it counts hundreds of millions."""


@dataclass(frozen=True)
class PrintedRate:
    """A compound rate in percent a year as printed, in a table or a sentence."""

    series: str
    first: int
    last: int
    rate: float
    exhibit: Exhibit
    subject: str

    @property
    def years(self) -> int:
        """The length of the period."""
        return self.last - self.first


def printed_rates(dataset: Dataset) -> tuple[PrintedRate, ...]:
    """Return every printed rate of a period, those of the table first; a sentence that repeats one is left out."""
    names = {series.code: series.name for series in dataset.series}
    found: dict[tuple[str, int, int, float], PrintedRate] = {}
    for row in dataset.growth:
        what = _rate_of(names, row.series, row.first, row.last)
        printed = row.as_printed or f"{exact_text(row.rate)}%"
        cell = row_cell(what, printed, row.source, row.where)
        found[row.series, row.first, row.last, row.rate] = PrintedRate(
            row.series, row.first, row.last, row.rate, cell, f"{row.series}-{row.first}-{row.last}"
        )
    for claim in dataset.claims:
        if claim.kind == "growth":
            what = _rate_of(names, claim.series, claim.first, claim.last)
            cell = Exhibit(what, f"{exact_text(claim.rate)}%", claim.source)
            rate = PrintedRate(claim.series, claim.first, claim.last, claim.rate, cell, claim.code)
            found.setdefault((claim.series, claim.first, claim.last, claim.rate), rate)
    return tuple(found.values())


def values_of(dataset: Dataset, series: str) -> dict[int, MarketValue]:
    """Return the printed values of a series by year."""
    return {row.year: row for row in dataset.market if row.series == series}


def amount(value: float, unit: str, *, digits: int | None = None) -> Text:
    """Write a value with its unit of measure, as it is entered or with so many significant digits."""
    written = exact_text(value) if digits is None else f"{value:.{digits}g}"
    if unit not in MEASURES:
        return Text(zh=f"{written} {unit}", en=f"{written} {unit}")
    words, currency = MEASURES[unit]
    millions = float(written) * 100
    en = f"{currency} {millions:.6g} million" if millions < 1000 else f"{currency} {millions / 1000:.6g} billion"
    return Text(zh=f"{written}{words}", en=en)


def name_of(dataset: Dataset, series: str) -> Text:
    """Return the name of a series, its code where it has none."""
    return next((each.name for each in dataset.series if each.code == series), Text(zh=series, en=series))


def value_cell(dataset: Dataset, row: MarketValue) -> Exhibit:
    """Return a printed value as an exhibit."""
    name = name_of(dataset, row.series)
    what = Text(zh=f"{name.zh}，{row.year}年", en=f"{name.en}, {row.year}")
    return row_cell(what, row.as_printed or exact_text(row.value), row.source, row.where)


def _rate_of(names: Mapping[str, Text], series: str, first: int, last: int) -> Text:
    name = names.get(series, Text(zh=series, en=series))
    return Text(
        zh=f"“{name.zh}”{first}—{last}年的复合增长率",
        en=f"Compound growth of “{name.en}” over {first}–{last}",
    )
