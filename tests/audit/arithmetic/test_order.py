"""Tests of ranks and rows against totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.arithmetic.order import ranks_follow_totals, table_order

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Outcome
    from parkindex.edition import Edition

TOTALS = ["95.1", "90.2", "88.3", "85.4", "80.5", "77.6", "70.7", "66.8", "60.9", "50.0"]


def ranked(ranks: list[int | None], totals: list[str] = TOTALS, **rest: Any) -> list[Outcome]:
    rows = [[total, "0.0"] for total in totals]
    return list(ranks_follow_totals(publication(rows, totals, ranks=tuple(ranks), **rest)))


def test_ranks_that_run_against_the_totals_are_told_with_both_units() -> None:
    (found,) = ranked([1, 2, 4, 3, 5, 6, 7, 8, 9, 10])
    assert (found.verdict, found.severity, found.subject) == ("fails", "major", "u4")
    assert found.says.zh == "园区4总分85.4，名次3；园区3总分88.3，名次4：名次与总分的高低相反。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["85.4", "3", "88.3", "4"]
    assert found.data["rank_by_total"] == 4


def test_only_the_unit_that_is_out_of_place_is_told() -> None:
    (found,) = ranked([9, 1, 2, 3, 4, 5, 6, 7, 8, 10])
    assert (found.subject, found.data["rank_by_total"]) == ("u1", 1)


def test_equal_totals_may_have_any_order() -> None:
    totals = ["95.1", "90.2", "90.2", "85.4"]
    for ranks in ([1, 2, 2, 4], [1, 3, 2, 4], [1, 2, 2, 3], [1, 3, 3, 4]):
        assert [found.verdict for found in ranked(list(ranks), totals)] == ["holds"]


def test_one_rank_for_different_totals_is_told() -> None:
    (found,) = ranked([1, 2, 2, 4, 5, 6, 7, 8, 9, 10])
    assert (found.severity, found.data["rank"], found.data["units"]) == ("moderate", 2, ["u2", "u3"])
    assert [exhibit.printed for exhibit in found.exhibits] == ["90.2", "2", "88.3", "2"]


def test_classes_that_most_units_share_are_no_misprints() -> None:
    assert [found.verdict for found in ranked([1, 1, 1, 2, 2, 2, 3, 3, 3, 3])] == ["holds"]


def test_a_rank_that_nobody_holds_is_told_and_an_extract_is_not() -> None:
    (found,) = ranked([1, 2, 3, 5, 6, 7, 8, 9, 10, 11])
    assert (found.severity, found.data["ranks"]) == ("minor", [4])
    assert found.says.en == "The ranks of 10 units run up to 11, and none is ranked 4."
    assert [found.verdict for found in ranked([1, 2, 3, 4, 5, 6, 7, 8, 9, 37])] == ["holds"]


def test_ranks_may_start_anew_in_each_tier() -> None:
    tiers = (1, 1, 1, 1, 2, 2, 2, 2, 2, 2)
    (found,) = ranked([1, 2, 3, 4, 1, 2, 3, 4, 5, 6], tiers=tiers)
    assert found.says.zh == "10个名次在各梯队之内都与总分一致。"


def test_lower_may_be_better() -> None:
    assert [found.verdict for found in ranked([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])] == ["holds"]


def test_ranks_of_something_else_are_not_accused() -> None:
    assert [found.verdict for found in ranked([5, 2, 9, 1, 7, 3, 10, 4, 8, 6])] == ["untestable"]


def test_many_wrong_ranks_are_one_outcome() -> None:
    totals = [f"{100 - k}.0" for k in range(40)]
    ranks: list[int | None] = [k + 2 if k % 2 == 0 else k for k in range(40)]
    (found,) = ranked(ranks, totals)
    assert found.says.zh == "40个名次中有20个与总分的高低不符。"
    assert len(found.exhibits) == 10


@pytest.mark.parametrize("ranks", [(), tuple(range(1, 11))])
def test_rows_run_by_rank_or_total(ranks: tuple[int, ...]) -> None:
    rows = [[total, "0.0"] for total in TOTALS]
    (found,) = table_order(publication(rows, TOTALS, ranks=ranks))
    assert found.says.en == f"The 10 rows run by {'rank' if ranks else 'total'}."


def test_a_row_out_of_place_is_told_and_another_order_is_not() -> None:
    totals = [*TOTALS[1:6], TOTALS[0], *TOTALS[6:]]
    (found,) = table_order(publication([[total, "0.0"] for total in totals], totals))
    assert (found.verdict, found.severity, found.data["units"]) == ("fails", "minor", ["u6"])
    assert [exhibit.printed for exhibit in found.exhibits] == ["95.1"]
    mixed = [TOTALS[place] for place in (4, 0, 7, 2, 9, 1, 5, 8, 3, 6)]
    (found,) = table_order(publication([[total, "0.0"] for total in mixed], mixed))
    assert found.verdict == "untestable"


def test_2019_is_in_order(report_2019: Edition) -> None:
    outcomes = [o for o in report_2019.audit().outcomes if o.check in {"arithmetic.ranks", "arithmetic.table-order"}]
    assert [(outcome.verdict, outcome.data["n"]) for outcome in outcomes] == [("holds", 22), ("holds", 22)]
