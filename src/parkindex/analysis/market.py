"""Market series: the growth that a report prints beside the growth that its own values give."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from parkindex.analysis.growth import compound_rate, implied_start

if TYPE_CHECKING:
    from parkindex.evidence.model import Dataset, GrowthRate, MarketValue


@dataclass(frozen=True, slots=True)
class GrowthCheck:
    """A growth rate over an interval: as printed (None where only computed), and as the printed values give it.

    ``implied`` is the value of the first year that the printed rate implies, where that value itself is not printed.
    """

    series: str
    first: int
    last: int
    printed: float | None
    computed: float | None
    implied: float | None = None
    source: tuple[str, ...] = ()

    @property
    def difference(self) -> float | None:
        """Computed less printed, in percentage points."""
        return None if self.printed is None or self.computed is None else self.computed - self.printed


def growth_checks(dataset: Dataset) -> tuple[GrowthCheck, ...]:
    """Return every printed rate with its check.

    And each series' rate between consecutive printed years that has none.
    """
    checks: list[GrowthCheck] = []
    for series in dataset.series:
        values = {row.year: row for row in dataset.market if row.series == series.code}
        printed = [rate for rate in dataset.growth if rate.series == series.code]
        checks += [_check(rate, values) for rate in printed]
        years = sorted(values)
        spans = [*pairwise(years)]
        if len(years) > 2:
            spans.append((years[0], years[-1]))
        told = {(rate.first, rate.last) for rate in printed}
        found = [_computed(series.code, values[a], values[b]) for a, b in spans if (a, b) not in told]
        checks += [check for check in found if check.computed is not None]
    return tuple(checks)


def _check(rate: GrowthRate, values: dict[int, MarketValue]) -> GrowthCheck:
    """Return a printed rate with what the printed values say."""
    first, last = values.get(rate.first), values.get(rate.last)
    computed = _rate(first, last)
    implied = None
    if first is None and last is not None:
        implied = implied_start(last.value, rate.rate, rate.last - rate.first)
    ends = [address for row in (first, last) if row is not None for address in row.source]
    sources = tuple(dict.fromkeys([*rate.source, *ends]))
    return GrowthCheck(rate.series, rate.first, rate.last, rate.rate, computed, implied, sources)


def _computed(series: str, first: MarketValue, last: MarketValue) -> GrowthCheck:
    """Return the rate between two printed values that the report does not print."""
    sources = tuple(dict.fromkeys((*first.source, *last.source)))
    return GrowthCheck(series, first.year, last.year, None, _rate(first, last), source=sources)


def _rate(first: MarketValue | None, last: MarketValue | None) -> float | None:
    """Return the compound rate in percent, None where a value is missing or none of a positive size."""
    if first is None or last is None or first.value <= 0 or last.value <= 0:
        return None
    return compound_rate(first.value, last.value, last.year - first.year)
