"""Tests of equal totals and their ranks."""

from __future__ import annotations

from decimal import Decimal

from parkindex.audit.arithmetic.ties import equal_totals, ties, totals_are_exact

from ..conftest import publication

ROWS = [[Decimal(40 - k) / 10, Decimal(20)] for k in (0, 1, 1, 2, 3, 3, *range(4, 30))]
TOTALS = [sum(row) for row in ROWS]


def test_ties_of_exact_sums_that_share_a_rank_or_not_are_told() -> None:
    ranks = (1, 2, 2, 4, 5, 6, *range(7, len(ROWS) + 1))
    (found,) = ties(publication(ROWS, TOTALS, ranks=ranks))
    assert (found.verdict, found.severity) == ("fails", "minor")
    assert (found.data["shared"], found.data["parted"]) == ([["u2", "u3"]], [["u5", "u6"]])
    assert [exhibit.printed for exhibit in found.exhibits[:4]] == ["23.7", "5", "23.7", "6"]


def test_one_rule_for_all_ties_holds() -> None:
    for ranks in ((1, 2, 2, 4, 5, 5, *range(7, 33)), tuple(range(1, 33))):
        (found,) = ties(publication(ROWS, TOTALS, ranks=ranks))
        assert (found.verdict, len(found.data["groups"])) == ("holds", 2)


def test_decimals_that_are_not_printed_explain_a_mixture() -> None:
    rows = [[Decimal(30 - k) / 3, Decimal(20) / 7] for k in (0, 1, 1, 2, 3, 3, 4, 5)]
    totals = [f"{sum(row):.1f}" for row in rows]
    held = publication([[f"{cell:.1f}" for cell in row] for row in rows], totals, ranks=(1, 2, 2, 4, 5, 6, 7, 8))
    assert not totals_are_exact(held.ranking)
    (found,) = ties(held)
    assert found.verdict == "holds"
    assert "未印出的小数" in found.says.zh


def test_without_equal_totals_there_is_nothing_to_share() -> None:
    held = publication([[1, 2], [3, 5], [4, 6]], [3, 8, 10], ranks=(3, 2, 1))
    assert equal_totals(held.ranking) == []
    (found,) = ties(held)
    assert found.says.zh == "没有两家的总分相同。"
