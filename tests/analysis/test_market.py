"""Printed growth rates against the printed values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.market import growth_checks
from parkindex.evidence.model import Dataset, GrowthRate, MarketValue, Series
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition

SERIES = Series(
    code="size", name=Text(zh="规模", en="Size"), currency="CNY", publisher=Text(zh="甲", en="A"), source="report"
)


def value(year: int, amount: float) -> MarketValue:
    return MarketValue("size", year, amount, "yuan_100m", "=", "observed", source=("report#market",))


def test_the_printed_rates_of_2019(report_2019: Edition) -> None:
    checks = {(check.series, check.first, check.last): check for check in growth_checks(report_2019.dataset)}
    lost = checks["ccid-market-size", 2016, 2020]
    assert lost.printed == 115.6
    assert lost.computed is None
    assert lost.implied == pytest.approx(0.237, abs=1e-3)
    idc = checks["idc-spending", 2017, 2022]
    assert idc.computed == pytest.approx(76.46, abs=0.01)
    assert idc.difference == pytest.approx(0.16, abs=0.01)
    assert checks["ccid-market-size", 2018, 2020].computed == pytest.approx(151.4, abs=0.05)


def test_a_value_of_nothing_gives_no_rate(report_2019: Edition) -> None:
    assert not any(check.first == 2015 for check in growth_checks(report_2019.dataset))


def test_rates_that_are_not_printed_are_computed_once() -> None:
    dataset = Dataset(series=(SERIES,), market=(value(2017, 1), value(2018, 2), value(2019, 8)))
    checks = growth_checks(dataset)
    assert [(check.first, check.last) for check in checks] == [(2017, 2018), (2018, 2019), (2017, 2019)]
    assert all(check.printed is None for check in checks)
    assert [check.computed for check in checks] == pytest.approx([100, 300, 182.84], abs=0.01)


def test_a_printed_rate_takes_the_place_of_the_computed_one() -> None:
    rate = GrowthRate("size", 2017, 2018, 90.0, source=("report#growth",))
    dataset = Dataset(series=(SERIES,), market=(value(2017, 1), value(2018, 2)), growth=(rate,))
    (check,) = growth_checks(dataset)
    assert check.printed == 90.0
    assert check.computed == pytest.approx(100)
    assert check.difference == pytest.approx(10)
    assert check.source == ("report#growth", "report#market")
    assert check.implied is None
