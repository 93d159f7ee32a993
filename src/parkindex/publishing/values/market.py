"""Values of the market series: printed years, and growth computed beside the growth that was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.market import GrowthCheck, growth_checks
from parkindex.publishing.values.lookup import entry, words
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition


def market(edition: Edition, names: tuple[str, ...]) -> Value:
    """``market.SERIES.YEAR``: the size of a market in a year; also ``.name``, ``.publisher``, ``.first``, ``.last``."""
    code, what = words(names, 2)
    series = entry({each.code: each for each in edition.dataset.series}, code)
    rows = {str(row.year): row for row in edition.dataset.market if row.series == code}
    if what == "name":
        return Value("name", series.name)
    if what == "publisher":
        return Value("name", series.publisher)
    if rows and what in ("first", "last"):
        return _year(min(rows) if what == "first" else max(rows))
    row = entry(rows, what)
    return Value("money", row.value, unit=row.unit, relation=row.relation, sources=row.source)


def growth(edition: Edition, names: tuple[str, ...]) -> Value:
    """``growth.SERIES.printed|computed|difference|implied|from|to``: the printed yearly growth and its check.

    A series with several printed rates names the years: ``growth.SERIES.2017-2022.computed``.
    """
    code, *rest = names or ("",)
    checks = [check for check in growth_checks(edition.dataset) if check.series == code]
    if not checks:
        raise UnknownValueError(code, tuple(series.code for series in edition.dataset.series))
    spans = {f"{check.first}-{check.last}": check for check in checks}
    chosen = spans[rest.pop(0)] if rest and rest[0] in spans else _first_printed(checks)
    if len(rest) != 1:
        raise UnknownValueError(".".join(rest), ("printed", "computed", *spans))
    return _part(edition, chosen, rest[0])


def _part(edition: Edition, check: GrowthCheck, what: str) -> Value:
    numbers = {"printed": check.printed, "computed": check.computed, "difference": check.difference}
    if what in numbers:
        content = numbers[what]
        decimals = None if what == "printed" else 1
        return Value("percent", float("nan") if content is None else content, decimals=decimals, sources=check.source)
    if what == "implied" and check.implied is not None:
        unit = next(row.unit for row in edition.dataset.market if row.series == check.series)
        return Value("money", check.implied, unit=unit, sources=check.source)
    return _year(str(entry({"from": check.first, "to": check.last}, what)))


def _first_printed(checks: list[GrowthCheck]) -> GrowthCheck:
    return next((check for check in checks if check.printed is not None), checks[0])


def _year(year: str) -> Value:
    from parkindex.evidence.dates import PartialDate

    return Value("date", PartialDate(int(year)))
