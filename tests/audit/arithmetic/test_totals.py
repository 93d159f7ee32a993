"""Tests of totals against the columns beside them."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest

from parkindex.audit.arithmetic.totals import exact_share, last_place, row_totals

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition

ROWS = [[Decimal(k) / 10 + 40, Decimal(3 * k) / 10 + 20] for k in range(48)]
SUMS = [str(sum(row)) for row in ROWS]


def test_a_total_that_is_not_the_sum_is_told_with_its_row() -> None:
    (found,) = row_totals(publication([["1.1", "2.2"], ["3.3", "4.4"], ["5.5", "6.6"]], ["3.3", "7.9", "12.1"]))
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "u2")
    assert found.says.zh == "园区2的总分印作7.9，而各列之和为7.7。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["3.3", "4.4", "7.9"]
    assert found.exhibits[2].where == "table.csv:3"


def test_many_wrong_totals_are_one_outcome_with_their_number() -> None:
    totals = [str(Decimal(total) + (5 if row < 12 else 0)) for row, total in enumerate(SUMS)]
    (found,) = row_totals(publication(ROWS, totals))
    assert found.says.zh == "48个总分中有12个不等于各列之和，其余36个相等。"
    assert len(found.exhibits) == 10
    assert len(found.data["rows"]) == 12
    assert found.data["expected"]["u1"] == 60.0


def test_totals_off_by_rounding_hold() -> None:
    (found,) = row_totals(publication([["1.1", "2.2"], ["3.3", "4.4"]], ["3.4", "7.7"]))
    assert found.verdict == "holds"


def test_totals_that_follow_no_rule_are_not_accused() -> None:
    (found,) = row_totals(publication([[1, 2], [3, 4], [5, 6]], [9, 1, 4]))
    assert found.verdict == "untestable"


def test_a_mean_that_breaks_in_a_short_table_may_have_weights_of_its_own() -> None:
    rows, means = [[Decimal(2 * k), Decimal(6 * k + 2)] for k in range(1, 13)], [4 * k + 1 for k in range(1, 13)]
    (found,) = row_totals(publication(rows[:5], [*means[:4], 99]))
    assert found.verdict == "untestable"
    (found,) = row_totals(publication(rows, [*means[:11], 99]))
    assert (found.verdict, found.subject) == ("fails", "u12")


def test_one_last_place_among_many_exact_sums_is_told() -> None:
    totals = [*SUMS[:3], str(Decimal(SUMS[3]) + Decimal("0.1")), *SUMS[4:]]
    (found,) = last_place(publication(ROWS, totals))
    assert (found.verdict, found.severity, found.data["units"]) == ("fails", "minor", ["u4"])
    assert [exhibit.printed for exhibit in found.exhibits] == ["40.3", "20.9", "61.3"]
    assert found.data["chance"] < 0.0005


def test_last_places_that_differ_as_often_as_rounding_does_hold() -> None:
    totals = [str(Decimal(total) + (Decimal("0.1") if row % 3 == 0 else 0)) for row, total in enumerate(SUMS)]
    (found,) = last_place(publication(ROWS, totals))
    assert (found.verdict, found.data["exact"]) == ("holds", 32)


def test_a_last_place_of_a_few_rows_could_be_rounding() -> None:
    (found,) = last_place(publication(ROWS[:4], [*SUMS[:3], str(Decimal(SUMS[3]) + Decimal("0.1"))]))
    assert found.verdict == "holds"


def test_a_mean_does_not_show_how_its_last_place_came_about() -> None:
    (found,) = last_place(publication([["1.0", "2.0"], ["3.0", "4.0"], ["5.0", "8.0"]], ["1.5", "3.5", "6.5"]))
    assert found.verdict == "untestable"


@pytest.mark.parametrize(("columns", "share"), [(1, 1.0), (2, 3 / 4), (3, 2 / 3)])
def test_rounded_sums_are_exact_as_often_as_counting_says(columns: int, share: float) -> None:
    assert exact_share(columns) == pytest.approx(share)
    tenths = range(-9, 10, 2)  # errors in twentieths of the last place
    errors = [sum(parts) for parts in product(tenths, repeat=columns)]
    counted = sum((abs(error) < 10) + (abs(error) == 10) / 2 for error in errors) / len(errors)
    assert counted == pytest.approx(share, abs=0.01)


def test_2019_adds_up(report_2019: Edition) -> None:
    outcomes = [outcome for outcome in report_2019.audit().outcomes if outcome.check == "arithmetic.row-totals"]
    assert [(outcome.verdict, outcome.data["n"]) for outcome in outcomes] == [("holds", 22)]


@pytest.mark.parametrize(
    ("units", "zh", "en", "exactly"),
    [
        (1, "唯一的总分等于各列之和。", "The one total equals the sum of the columns.", "唯一的总分恰等于各列之和。"),
        (2, "2个总分都等于各列之和。", "Both totals equal the sum of the columns.", "2个总分全都恰等于各列之和。"),
        (3, "3个总分都等于各列之和。", "All 3 totals equal the sum of the columns.", "3个总分全都恰等于各列之和。"),
    ],
)
def test_the_smallest_tables_are_told_in_good_grammar(units: int, zh: str, en: str, exactly: str) -> None:
    table = publication(ROWS[:units], SUMS[:units])
    (found,), (last,) = row_totals(table), last_place(table)
    assert (found.says.zh, found.says.en, last.says.zh) == (zh, en, exactly)
