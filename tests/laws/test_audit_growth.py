"""Laws of the growth family: a rate changed beyond rounding is found, a rate computed from its values left alone."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.evidence_cells import rounding_range
from parkindex.audit.growth import CHECKS
from parkindex.audit.growth.rates import periods, rate_range, rates
from parkindex.audit.growth.series import FACTOR, series_compared

from ..audit.evidence_cases import around, failing, growth_claim, market, rate, series

MANY = settings(max_examples=100, deadline=None)
VALUES = st.integers(11, 99_999).map(lambda cents: cents / 100)


def printed(first: float, last: float, years: int, decimals: int, *, shift: float = 0) -> Publication:
    """Return a series of two printed values with the rate that leads from one to the other, rounded."""
    percent = round(((last / first) ** (1 / years) - 1) * 100 + shift, decimals)
    return around(
        series=(series("size", "规模"),),
        market=market("size", {2015: first, 2015 + years: last}),
        growth=(rate("size", 2015, 2015 + years, percent),),
    )


@MANY
@given(first=VALUES, last=VALUES, years=st.integers(1, 10), decimals=st.integers(0, 2))
def test_a_rate_computed_from_its_values_holds(first: float, last: float, years: int, decimals: int) -> None:
    held = printed(first, last, years, decimals)
    assert [each.says.en for check in CHECKS.values() for each in failing(check.run, held)] == []


@MANY
@given(
    first=VALUES,
    last=VALUES,
    years=st.integers(1, 10),
    decimals=st.integers(1, 2),
    beyond=st.floats(0.2, 50),
    up=st.booleans(),
)
def test_a_rate_beyond_the_rounding_of_its_values_is_found(
    first: float, last: float, years: int, decimals: int, beyond: float, *, up: bool
) -> None:
    computed = ((last / first) ** (1 / years) - 1) * 100
    least, most = rate_range(first, last, years)
    shift = most - computed + beyond if up else least - computed - beyond
    assume(computed + shift > -99)
    percent = repr(round(computed + shift, decimals))
    assume("e" not in percent and not percent.endswith(".0"))  # of 12.0 it cannot be told that it was not printed as 12
    (found,) = failing(rates, printed(first, last, years, decimals, shift=shift))
    assert found.data["least"] <= computed <= found.data["most"]


@MANY
@given(value=VALUES, factor=st.floats(0.01, 100))
def test_series_for_one_thing_are_found_apart_beyond_the_factor(value: float, factor: float) -> None:
    other = round(value * factor, 2)
    assume(other > 0)
    held = around(
        series=(series("a", "中国软件市场规模"), series("b", "中国软件市场支出")),
        market=(*market("a", {2018: value}), *market("b", {2018: other})),
    )
    smaller, greater = (rounding_range(each) for each in sorted((value, other)))
    apart = greater[0] / smaller[1]  # what rounding leaves of the factor at the least
    assert bool(failing(series_compared, held)) is (apart > FACTOR)


@MANY
@given(
    spans=st.lists(st.tuples(st.integers(2000, 2010), st.integers(2011, 2020)), min_size=1, max_size=4),
    percents=st.lists(st.sampled_from([10.5, 20.5]), min_size=4, max_size=4),
)
def test_a_rate_with_two_periods_is_found(spans: list[tuple[int, int]], percents: list[float]) -> None:
    printed = [(first, last, percent) for (first, last), percent in zip(spans, percents, strict=False)]
    held = around(
        series=(series("size", "规模"),),
        growth=(rate("size", *printed[0]),),
        claims=tuple(growth_claim("size", *each) for each in printed[1:]),
    )
    by_rate = [{(a, b) for a, b, percent in printed if percent == wanted} for wanted in (10.5, 20.5)]
    assert len(failing(periods, held)) == sum(len(each) > 1 for each in by_rate)
