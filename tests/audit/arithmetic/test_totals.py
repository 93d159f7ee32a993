"""Tests of sums, order, ranks and rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.arithmetic.totals import row_totals

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_a_total_that_is_not_the_sum_is_told_with_its_row() -> None:
    (found,) = row_totals(publication([["1.1", "2.2"], ["3.3", "4.4"], ["5.5", "6.6"]], ["3.3", "7.9", "12.1"]))
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "u2")
    assert found.says.zh == "园区2的总分印作7.9，而各列之和为7.7。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["3.3", "4.4", "7.9"]
    assert found.exhibits[2].where == "table.csv:3"


def test_totals_off_by_rounding_hold() -> None:
    (found,) = row_totals(publication([["1.1", "2.2"], ["3.3", "4.4"]], ["3.4", "7.7"]))
    assert found.verdict == "holds"


def test_totals_that_follow_no_rule_are_not_accused() -> None:
    (found,) = row_totals(publication([[1, 2], [3, 4], [5, 6]], [9, 1, 4]))
    assert found.verdict == "untestable"


def test_2019_adds_up(report_2019: Edition) -> None:
    outcomes = [outcome for outcome in report_2019.audit().outcomes if outcome.check == "arithmetic.row-totals"]
    assert [(outcome.verdict, outcome.data["n"]) for outcome in outcomes] == [("holds", 22)]
