"""Tests of what a printed share can be."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parkindex.audit.percentages.intervals import Interval, added, interval


def test_a_share_can_be_what_rounds_or_is_cut_off_to_it() -> None:
    assert interval(42.8, "=") == Interval(Fraction("42.75"), Fraction("42.9"), high_strict=True)


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (interval(50, ">"), interval(50, ">="), True),
        (interval(50, ">"), interval(50, "<="), False),
        (interval(50, ">="), interval(50, "<="), True),
        (interval(70, "≈", nearly=True), interval(70, ">"), False),
        (interval(70, "≈"), interval(70, ">"), True),
        (interval(82, "="), interval(80, ">"), True),
        (interval(78, "="), interval(80, ">"), False),
    ],
)
def test_two_shares_meet_where_one_share_can_be_both(first: Interval, second: Interval, meet: bool) -> None:
    assert first.meets(second) is second.meets(first) is meet


def test_sums_are_strict_where_a_term_is() -> None:
    total = added([interval(60, ">"), interval(40, ">=")])
    assert (total.low, total.low_strict) == (Fraction(100), True)
    assert Interval(Fraction(100), Fraction(100)).below(total)
