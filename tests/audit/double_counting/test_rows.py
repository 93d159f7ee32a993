"""Tests of rows that stand in their table twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.double_counting.rows import rows_twice

from ..evidence_cases import around, failing, fund, gains, mention, of_2019, printed, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_a_fund_a_policy_and_a_park_listed_twice_are_told() -> None:
    held = around(
        funds=(fund("f", 1), fund("f", 1)),
        policies=(mention("a", "one", title="办法（试行）"), mention("b", "one", title="办法 (试行)")),
        beneficiaries=(gains("a", "甲园"), gains("a", "甲 园")),
    )
    found = failing(rows_twice, held)
    assert [printed(each)[0] for each in found] == ["基金f", "办法（试行）", "甲园"]
    assert {each.severity for each in found} == {"moderate"}


def test_one_policy_in_two_tables_and_two_sizes_of_a_fund_are_no_repetition() -> None:
    held = around(
        funds=(fund("f", 1), fund("f", 2)),
        policies=(mention("a", "one"), mention("a", "two")),
        beneficiaries=(gains("a", "甲园"), gains("b", "甲园")),
    )
    assert verdicts(rows_twice, held) == ["holds"]
    assert verdicts(rows_twice, around()) == ["untestable"]


def test_no_row_of_2019_stands_twice(report_2019: Edition) -> None:
    (found,) = rows_twice(of_2019(report_2019))
    assert (found.verdict, found.data["n"]) == ("holds", 41)
