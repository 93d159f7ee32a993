"""Tests of printed compound rates against printed values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit.growth.rates import agrees, periods, rate_range, rates

from ..evidence_cases import around, failing, growth_claim, market, of_2019, printed, rate, series, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

SIZE = series("size", "规模")


def test_a_rate_that_the_values_do_not_give_is_told_with_the_rate_that_they_do() -> None:
    held = around(
        series=(SIZE,), market=market("size", {2018: 10.2, 2020: 40.8}), growth=(rate("size", 2018, 2020, 80),)
    )
    (found,) = failing(rates, held)
    assert (found.severity, printed(found)) == ("moderate", ["80%", "10.2", "40.8"])
    assert found.data["computed"] == pytest.approx(100)
    assert found.says.zh.startswith("“规模”2018—2020年的复合增长率印作80%，而由2018年与2020年的值复算为每年100.0%")


def test_the_period_that_a_rate_does_fit_is_named() -> None:
    values = market("size", {2017: 10.0, 2018: 20.0, 2020: 20.0})
    held = around(series=(SIZE,), market=values, growth=(rate("size", 2017, 2020, 100),))
    (found,) = failing(rates, held)
    assert found.data["fits"] == [[2017, 2018]]
    assert found.says.en.endswith("The printed rate is that of 2017 to 2018.")


@pytest.mark.parametrize("percent", [76.1, 76.3, 76.5, 76.8])
def test_a_rate_within_the_rounding_of_the_values_holds(percent: float) -> None:
    held = around(
        series=(SIZE,), market=market("size", {2017: 0.83, 2022: 14.2}), growth=(rate("size", 2017, 2022, percent),)
    )
    assert verdicts(rates, held) == ["holds"]


@pytest.mark.parametrize("percent", [75.9, 76.9])
def test_a_rate_just_outside_the_rounding_does_not(percent: float) -> None:
    assert not agrees(0.83, 14.2, percent, 5)
    assert rate_range(0.83, 14.2, 5) == pytest.approx((76.13, 76.80), abs=0.01)


def test_a_missing_first_value_is_computed_and_set_between_its_neighbours() -> None:
    values = market("size", {2015: 0.1, 2018: 1.0, 2020: 4.0})
    held = around(series=(SIZE,), market=values, growth=(rate("size", 2016, 2020, 100), rate("size", 2017, 2020, 20)))
    inside, outside = rates(held)
    assert (inside.verdict, inside.data["needed"], inside.data["between"]) == ("untestable", 0.25, True)
    assert outside.data["needed"] == pytest.approx(2.315, abs=1e-3)
    assert outside.data["between"] is False


def test_a_missing_last_value_or_no_rate_at_all_is_said() -> None:
    held = around(series=(SIZE,), market=market("size", {2018: 1.0}), growth=(rate("size", 2018, 2020, 10),))
    (found,) = rates(held)
    assert (found.verdict, "no value of 2020" in found.says.en) == ("untestable", True)
    assert verdicts(rates, around(market=market("size", {2018: 1.0}))) == ["untestable"]
    assert verdicts(periods, around(market=market("size", {2018: 1.0}))) == ["untestable"]


def test_a_period_that_ends_before_it_begins_is_said() -> None:
    held = around(series=(SIZE,), market=market("size", {2018: 1.5}), growth=(rate("size", 2018, 2018, 10),))
    assert verdicts(rates, held) == ["untestable"]


def test_one_rate_for_two_periods_is_told() -> None:
    held = around(
        series=(SIZE,), growth=(rate("size", 2016, 2020, 50),), claims=(growth_claim("size", 2017, 2020, 50),)
    )
    (found,) = failing(periods, held)
    assert found.data["periods"] == [[2016, 2020], [2017, 2020]]


def test_two_rates_for_two_periods_are_no_contradiction() -> None:
    held = around(
        series=(SIZE,), growth=(rate("size", 2016, 2020, 50),), claims=(growth_claim("size", 2017, 2020, 60),)
    )
    assert verdicts(periods, held) == ["holds"]


def test_growth_in_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    found = {outcome.subject: outcome for outcome in rates(held)}
    assert {outcome.verdict for outcome in found.values()} == {"untestable", "holds"}
    assert found["ccid-market-size-2016-2020"].data["needed"] == pytest.approx(0.237, abs=1e-3)
    assert found["idc-spending-2017-2022"].data["computed"] == pytest.approx(76.5, abs=0.05)
    pairs = found["idc-spending-2017-2022"].data["pairs"]
    assert {(pair["first"], pair["last"]): round(pair["rate"], 1) for pair in pairs}[2018, 2022] == 72.6
    (period,) = failing(periods, held)
    assert (period.subject, period.data["periods"]) == ("ccid-market-size", [[2016, 2020], [2017, 2020]])
