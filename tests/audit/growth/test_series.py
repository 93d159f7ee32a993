"""Tests of two series for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.audit.growth.series import series_compared

from ..evidence_cases import around, failing, market, of_2019, printed, series, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

YUAN, ALSO_YUAN = series("a", "中国软件市场规模"), series("b", "中国软件市场支出")


def test_series_of_one_currency_that_differ_by_a_factor_are_told_with_the_worst_year() -> None:
    values = (*market("a", {2018: 1.2, 2019: 2.1}), *market("b", {2018: 2.5, 2019: 12.6}))
    (found,) = failing(series_compared, around(series=(YUAN, ALSO_YUAN), market=values))
    assert (found.data["year"], printed(found)) == (2019, ["2.1", "12.6"])
    assert found.data["factor"] == pytest.approx(12.55 / 2.15)  # 5.837: said as at least 5.8, never as more
    assert "至少为较小者的5.8倍" in found.says.zh
    assert found.data["equal_at"] is None


def test_series_within_a_factor_of_two_hold() -> None:
    values = (*market("a", {2018: 1.0}), *market("b", {2018: 2.0}))
    assert verdicts(series_compared, around(series=(YUAN, ALSO_YUAN), market=values)) == ["holds"]


def test_a_factor_that_rounding_can_bring_to_two_holds() -> None:
    values = (*market("a", {2018: 1.2}), *market("b", {2018: 2.6}))
    assert verdicts(series_compared, around(series=(YUAN, ALSO_YUAN), market=values)) == ["fails"]
    values = (*market("a", {2018: 1.2}), *market("b", {2018: 2.5}))
    assert verdicts(series_compared, around(series=(YUAN, ALSO_YUAN), market=values)) == ["holds"]


@given(small=st.integers(1, 500), factor=st.integers(3, 40), turned=st.booleans())
def test_the_factor_that_is_told_is_never_above_that_of_the_printed_values(
    small: int, factor: int, turned: bool
) -> None:
    one, other = small / 10, small * factor / 10
    pair = (other, one) if turned else (one, other)
    values = (*market("a", {2018: pair[0]}), *market("b", {2018: pair[1]}))
    for found in series_compared(around(series=(YUAN, ALSO_YUAN), market=values)):
        assert 1 <= found.data["factor"] <= factor


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
    assert found.data["factor"] == pytest.approx(1.55 * 6 / 0.815)
    assert "11.4" in found.says.en
    assert found.data["equal_at"] == pytest.approx(0.81 / 1.6)
