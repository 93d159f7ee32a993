"""Bases derived from printed shares: every question of the 2019 report, and shares made from known counts."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.analysis.bases import Base, PrintedShare, derive


def printed(*values: float) -> list[PrintedShare]:
    return [PrintedShare.of(value) for value in values]


def test_location_shares_are_cut_off_and_of_21() -> None:
    found = derive(printed(71.4, 61.9, 42.8, 33.3), limit=22)
    assert found.unique == Base(21, (15, 13, 9, 7), "truncated")


def test_size_shares_are_of_19_although_the_text_says_22() -> None:
    found = derive(printed(53, 21, 32, 26), limit=22)
    assert found.unique == Base(19, (10, 4, 6, 5), "half_up")
    assert 22 not in found.possible


def test_investment_shares_were_moved_to_add_up() -> None:
    found = derive(printed(46, 36, 18), limit=22, whole=True)
    assert found.possible == (11, 22)
    assert {base.rounding for base in found.bases} == {"adjusted"}
    assert found.bases[0].counts == (5, 4, 2)


def test_without_the_whole_the_investment_shares_have_no_base() -> None:
    assert derive(printed(46, 36, 18), limit=22).bases == ()


def test_the_two_ages_exclude_each_other() -> None:
    assert derive(printed(82, 66.7), limit=22).bases == ()
    assert derive(printed(82), limit=22).possible == (11, 17, 22)


def test_a_bound_is_counted_where_one_count_satisfies_it() -> None:
    found = derive([*printed(50), PrintedShare.of(80, ">"), PrintedShare.of(20, "<")], limit=4)
    assert found.possible == (2, 4)
    assert found.bases[1].counts == (2, 4, 0)


def test_a_bound_that_several_counts_satisfy_has_no_count() -> None:
    found = derive([*printed(50), PrintedShare.of(60, ">=")], limit=4)
    assert found.bases[1] == Base(4, (2, None), "half_up")


def test_an_approximate_share_constrains_nothing() -> None:
    exact = derive(printed(30), limit=22)
    assert derive([*printed(30), PrintedShare.of(70, "≈")], limit=22).possible == exact.possible == (10, 20)


@pytest.mark.parametrize("shares", [[], [PrintedShare.of(60, ">")], [PrintedShare.of(50, "≈")]])
def test_without_an_exact_share_nothing_is_derived(shares: list[PrintedShare]) -> None:
    assert derive(shares, limit=22).bases == ()


def test_a_whole_question_must_add_up() -> None:
    apart = derive(printed(50, 25), limit=8)
    assert apart.possible == (4, 8)
    assert derive(printed(50, 25), limit=8, whole=True).bases == ()


@pytest.mark.parametrize(("value", "decimals"), [(53.0, 0), (71.4, 1), (42.85, 2), (100, 0), (0.5, 1)])
def test_decimals_are_those_printed(value: float, decimals: int) -> None:
    assert PrintedShare.of(value).decimals == decimals


@given(data=st.data(), n=st.integers(1, 30), decimals=st.integers(0, 2))
def test_the_true_base_is_always_among_those_found(data: st.DataObject, n: int, decimals: int) -> None:
    counts = data.draw(st.lists(st.integers(0, n), min_size=1, max_size=5))
    unit = Decimal(1).scaleb(-decimals)
    shares = [PrintedShare((Decimal(100 * k) / n).quantize(unit, ROUND_HALF_UP)) for k in counts]
    found = derive(shares, limit=30)
    assert n in found.possible
    base = next(base for base in found.bases if base.n == n)
    assert all(known is None or known == count for known, count in zip(base.counts, counts, strict=True))


@given(n=st.integers(2, 40), k=st.integers(0, 40))
def test_more_shares_never_leave_more_bases(n: int, k: int) -> None:
    shares = printed(round(100 * min(k, n) / n, 1))
    once = set(derive(shares, limit=40).possible)
    again = derive([*shares, *printed(round(100 / n, 1))], limit=40)
    if again.bases and again.bases[0].rounding == "half_up":
        assert set(again.possible) <= once
