"""Tests of two series for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit.growth.series import series_compared

from ..evidence_cases import around, failing, market, of_2019, printed, series, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

YUAN, ALSO_YUAN = series("a", "中国软件市场规模"), series("b", "中国软件市场支出")


def test_series_of_one_currency_that_differ_by_a_factor_are_told_with_the_worst_year() -> None:
    values = (*market("a", {2018: 1.0, 2019: 2.0}), *market("b", {2018: 2.5, 2019: 12.0}))
    (found,) = failing(series_compared, around(series=(YUAN, ALSO_YUAN), market=values))
    assert (found.data["year"], found.data["factor"], printed(found)) == (2019, 6.0, ["2", "12"])
    assert found.data["equal_at"] is None


def test_series_within_a_factor_of_two_hold() -> None:
    values = (*market("a", {2018: 1.0}), *market("b", {2018: 2.0}))
    assert verdicts(series_compared, around(series=(YUAN, ALSO_YUAN), market=values)) == ["holds"]


def test_currencies_are_no_difference_by_themselves() -> None:
    dollars = series("b", "中国软件市场支出", "USD")
    values = (*market("a", {2018: 7.0}), *market("b", {2018: 1.0}, "usd_100m"))
    assert verdicts(series_compared, around(series=(YUAN, dollars), market=values)) == ["holds"]


def test_a_currency_without_a_known_rate_is_not_judged() -> None:
    other = series("b", "中国软件市场支出", "XAU")
    values = (*market("a", {2018: 1.0}), *market("b", {2018: 90.0}))
    assert verdicts(series_compared, around(series=(YUAN, other), market=values)) == ["untestable"]


@pytest.mark.parametrize(
    ("name", "years"), [("全球粮食产量", {2018: 99.0}), ("中国软件市场支出", {2021: 99.0})], ids=["name", "years"]
)
def test_other_things_and_other_years_are_not_compared(name: str, years: dict[int, float]) -> None:
    values = (*market("a", {2018: 1.0}), *market("b", years))
    assert verdicts(series_compared, around(series=(YUAN, series("b", name)), market=values)) == ["untestable"]


def test_the_two_markets_of_2019(report_2019: Edition) -> None:
    (found,) = failing(series_compared, of_2019(report_2019))
    assert found.severity == "moderate"
    assert printed(found) == ["0.81亿元", "1.6亿美元"]
    assert found.data["factor"] == pytest.approx(1.6 * 6 / 0.81)
    assert found.data["equal_at"] == pytest.approx(0.81 / 1.6)
