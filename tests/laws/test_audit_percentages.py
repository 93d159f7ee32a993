"""Laws of the percentages family: shares made from counts are left alone, shares that no count makes are found."""

from __future__ import annotations

import math
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.percentages import CHECKS
from parkindex.audit.percentages.bases import common_bases, stated_bases
from parkindex.audit.percentages.restated import alike, restated, sample
from parkindex.audit.percentages.sums import parts, rounding, sums
from parkindex.evidence.model import Variable

from ..audit.evidence_cases import around, failing, question, share, stated, unit

MANY = settings(max_examples=100, deadline=None)
NEAR = question("near", *(f"o{k}" for k in range(6)), kind="multiple")
BANDS = question("band", *((f"b{k}", float(k), float(k + 1)) for k in range(5)), ("low", 0.0, 2.0), kind="number")
ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


def percent(count: int, n: int, decimals: int, rounding: str) -> float:
    """Return a share as it is printed."""
    exact = Decimal(100 * count) / Decimal(n)
    return float(exact.quantize(Decimal(1).scaleb(-decimals), rounding))


def of(rows: dict[str, float], variable: Variable, *, n: int, units: int = 0) -> Publication:
    """Return a publication that prints these shares, says that they are of ``n``, and repeats each in a heading."""
    statistics = tuple(share(variable.code, code, value, stated_n=n) for code, value in rows.items())
    return around(
        units=tuple(unit(f"u{k}", f"园{k}") for k in range(max(units, n))),
        variables=(variable,),
        statistics=statistics,
        claims=tuple(stated(f"statistic:{row.code}", row.value) for row in statistics),
    )


def found(held: Publication) -> list[str]:
    return [each.says.en for check in CHECKS.values() for each in failing(check.run, held)]


@MANY
@given(data=st.data(), n=st.integers(1, 120), decimals=st.integers(0, 2), rounding=ROUNDINGS)
def test_shares_of_several_answers_made_from_counts_hold(
    data: st.DataObject, n: int, decimals: int, rounding: str
) -> None:
    counts = data.draw(st.lists(st.integers(0, n), min_size=1, max_size=6))
    rows = {f"o{k}": percent(count, n, decimals, rounding) for k, count in enumerate(counts)}
    assert found(of(rows, NEAR, n=n)) == []


@MANY
@given(data=st.data(), decimals=st.integers(0, 2), rounding=ROUNDINGS)
def test_shares_of_one_answer_made_from_counts_hold(data: st.DataObject, decimals: int, rounding: str) -> None:
    counts = data.draw(st.lists(st.integers(0, 30), min_size=5, max_size=5))
    n = sum(counts)
    assume(n)
    rows = {f"b{k}": percent(count, n, decimals, rounding) for k, count in enumerate(counts)}
    rows["low"] = percent(counts[0] + counts[1], n, decimals, rounding)
    assert found(of(rows, BANDS, n=n)) == []


@MANY
@given(data=st.data(), n=st.integers(4, 60), decimals=st.integers(1, 2))
def test_a_share_that_the_stated_base_cannot_give_is_found(data: st.DataObject, n: int, decimals: int) -> None:
    thousandths = data.draw(st.integers(1, 100 * 10**decimals - 1))
    value = Fraction(thousandths, 10**decimals)
    assume(float(value) != math.floor(value))
    near = [Fraction(100 * count, n) - value for count in range(n + 1)]
    unit_printed = Fraction(1, 10**decimals)
    text = repr(float(value)).partition(".")[2]
    assume(len(text) == decimals)
    possible = any(-unit_printed / 2 <= off < unit_printed for off in near)
    outcomes = failing(stated_bases, of({"o0": float(value)}, NEAR, n=n))
    assert bool(outcomes) is not possible


@MANY
@given(data=st.data(), n=st.integers(5, 40))
def test_shares_of_two_bases_without_a_common_one_are_found(data: st.DataObject, n: int) -> None:
    first, second = data.draw(st.tuples(st.integers(1, n - 1), st.integers(1, n - 1)))
    rows = {"o0": percent(first, n, 1, ROUND_HALF_UP), "o1": percent(second, n - 1, 1, ROUND_HALF_UP)}
    units = tuple(unit(f"u{k}", f"园{k}") for k in range(n))
    held = around(
        units=units, variables=(NEAR,), statistics=tuple(share("near", code, value) for code, value in rows.items())
    )

    def fits(value: float, base: int) -> bool:
        half = Fraction(1, 20) if value != math.floor(value) else Fraction(1, 2)
        exact = Fraction(repr(value))
        return any(-half <= Fraction(100 * count, base) - exact < 2 * half for count in range(base + 1))

    common = [base for base in range(1, n + 1) if all(fits(value, base) for value in rows.values())]
    assert bool(failing(common_bases, held)) is (not common)


@MANY
@given(data=st.data(), decimals=st.integers(0, 1), more=st.integers(8, 60))
def test_shares_that_add_up_to_more_than_100_are_found(data: st.DataObject, decimals: int, more: int) -> None:
    counts = data.draw(st.lists(st.integers(1, 30), min_size=5, max_size=5))
    n = sum(counts)
    rows = {f"b{k}": percent(count, n, decimals, ROUND_HALF_UP) for k, count in enumerate(counts)}
    rows["b4"] += more
    assert failing(sums, of(rows, BANDS, n=n))


@MANY
@given(data=st.data(), more=st.integers(5, 60))
def test_a_class_that_is_not_the_sum_of_those_in_it_is_found(data: st.DataObject, more: int) -> None:
    counts = data.draw(st.lists(st.integers(1, 30), min_size=3, max_size=3))
    n = sum(counts)
    rows = {f"b{k}": percent(counts[k], n, 1, ROUND_HALF_UP) for k in range(2)}
    rows["low"] = round(rows["b0"] + rows["b1"] + more, 1)
    assert failing(parts, of(rows, BANDS, n=n))


def printable(value: float, n: int) -> bool:
    """Tell by trying every count whether a share can be printed of ``n``, rounded or cut off."""
    decimals = 0 if value == math.floor(value) else len(repr(value).partition(".")[2])
    unit_printed = Fraction(1, 10**decimals)
    off = [Fraction(100 * count, n) - Fraction(repr(value)) for count in range(n + 1)]
    return any(-unit_printed / 2 <= each < unit_printed for each in off)


@MANY
@given(text=st.integers(1, 999), heading=st.integers(1, 999))
def test_a_heading_with_another_share_is_found(text: int, heading: int) -> None:
    assume(text % 10 and heading % 10)
    held = around(
        variables=(NEAR,),
        statistics=(share("near", "o0", text / 10),),
        claims=(stated("statistic:near_o0", heading / 10),),
    )
    assert bool(failing(restated, held)) is (abs(text - heading) > 1)  # next to each other: one rounded, one cut off


@MANY
@given(surveyed=st.integers(1, 300), bases=st.lists(st.integers(1, 300), min_size=1, max_size=5))
def test_a_base_greater_than_the_number_surveyed_is_found(surveyed: int, bases: list[int]) -> None:
    asked = question("parks", "surveyed")
    number = share("parks", "surveyed", surveyed, unit="count", as_printed=f"调研{surveyed}家")
    shares = tuple(share("near", f"o{k}", 50, stated_n=n) for k, n in enumerate(bases))
    held = around(variables=(asked, NEAR), statistics=(number, *shares))
    assert bool(failing(sample, held)) is (max(bases) > surveyed)


@MANY
@given(first=st.integers(1, 999), second=st.integers(1, 999), n=st.integers(2, 40))
def test_sentences_that_read_alike_are_found_when_no_base_gives_both(first: int, second: int, n: int) -> None:
    values = first / 10, second / 10
    words = [f"{value:g}%的园区{kind}时间不足2年" for value, kind in zip(values, ("成立", "运营"), strict=True)]
    rows = tuple(
        share(code, "o", value, as_printed=text) for code, value, text in zip("ab", values, words, strict=True)
    )
    units = tuple(unit(f"u{k}", f"园{k}") for k in range(n))
    held = around(units=units, variables=(question("a", "o"), question("b", "o")), statistics=rows)
    common = any(printable(values[0], base) and printable(values[1], base) for base in range(1, n + 1))
    assert bool(failing(alike, held)) is (values[0] != values[1] and not common)


@MANY
@given(data=st.data(), n=st.integers(3, 30))
def test_only_shares_that_need_both_ways_of_rounding_are_found(data: st.DataObject, n: int) -> None:
    counts = data.draw(st.lists(st.integers(0, n), min_size=4, max_size=4))
    ways = data.draw(st.tuples(ROUNDINGS, ROUNDINGS))
    asked = question("a", "o0", "o1", kind="multiple"), question("b", "o0", "o1", kind="multiple")
    rows = [
        share(each.code, f"o{k}", percent(counts[2 * place + k], n, 1, way))
        for place, (each, way) in enumerate(zip(asked, ways, strict=True))
        for k in range(2)
    ]
    units = tuple(unit(f"u{k}", f"园{k}") for k in range(n))
    outcomes = failing(rounding, around(units=units, variables=asked, statistics=tuple(rows)))
    if ways[0] == ways[1] == ROUND_HALF_UP or ways == (ROUND_DOWN, ROUND_DOWN):
        assert not outcomes
    for found_ways in outcomes:
        assert {*found_ways.data["cut_off"], *found_ways.data["rounded"]} == {"a", "b"}
