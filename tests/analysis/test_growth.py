"""Compound growth, against the market figures of the 2019 report and by its own inverse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.analysis.growth import compound_rate, implied_start
from parkindex.errors import MethodError


def test_growth_of_the_two_market_series() -> None:
    assert compound_rate(0.83, 14.2, 5) == pytest.approx(76.46, abs=0.01)
    assert compound_rate(0.81, 5.12, 2) == pytest.approx(151.4, abs=0.05)


def test_start_that_the_printed_rate_implies() -> None:
    assert implied_start(5.12, 115.6, 4) == pytest.approx(0.23696, abs=1e-4)


@given(
    first=st.floats(0.01, 1e6),
    last=st.floats(0.01, 1e6),
    years=st.integers(1, 50),
)
def test_start_is_the_inverse_of_the_rate(first: float, last: float, years: int) -> None:
    assert implied_start(last, compound_rate(first, last, years), years) == pytest.approx(first, rel=1e-6)


@given(value=st.floats(0.01, 1e6), years=st.integers(1, 30))
def test_no_change_is_no_growth(value: float, years: int) -> None:
    assert compound_rate(value, value, years) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("first", "last", "years"), [(0, 1, 1), (1, 0, 1), (-1, 2, 1), (1, 2, 0), (1, 2, -3)])
def test_growth_from_nothing_or_in_no_time_is_refused(first: float, last: float, years: float) -> None:
    with pytest.raises(MethodError) as caught:
        compound_rate(first, last, years)
    assert caught.value.findings[0].code.startswith("growth.")


def test_a_loss_of_everything_has_no_start() -> None:
    with pytest.raises(MethodError, match="above -100"):
        implied_start(1, -100, 2)
