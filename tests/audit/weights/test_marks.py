"""Tests of scores and totals against stated weights."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.audit.weights.marks import above_marks, full_mark, nominal_marks, stated_sum

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition

ROWS = [["30.5", "50.0"], ["40.0", "60.0"], ["20.0", "35.5"], ["41.5", "30.0"]]
TOTALS = ["80.5", "100.0", "55.5", "71.5"]


def test_scores_above_the_weight_are_told_by_column_the_highest_first() -> None:
    rows = [["30.5", "50.0"], ["40.1", "60.0"], ["20.0", "35.5"], ["41.5", "30.0"]]
    held = publication(rows, ["80.5", "100.1", "55.5", "71.5"], weights=[40, 60])
    (found,) = above_marks(held)
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "c1")
    assert found.says.zh == "“列c1”的权重为40分，4家中有2家得分高于此，最高为41.5。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["40", "41.5", "40.1"]
    assert (found.data["count"], found.data["n"], found.data["units"]) == (2, 4, ["u4", "u2"])


def test_a_score_at_the_weight_holds_and_so_does_a_mean() -> None:
    (found,) = above_marks(publication(ROWS[:3], TOTALS[:3], weights=[40, 60]))
    assert (found.verdict, found.data["marks"]) == ("holds", {"c1": 40.0, "c2": 60.0})
    (found,) = above_marks(publication([[90, 80], [70, 60], [50, 44]], [85, 65, 47], weights=[50, 50]))
    assert found.verdict == "untestable"


def test_weights_as_shares_are_marks_of_a_hundred() -> None:
    held = publication(ROWS, TOTALS, weights=["0.4", "0.6"])
    assert nominal_marks(held.ranking) == (Decimal(40), Decimal(60))


def test_added_scores_on_another_scale_have_no_marks() -> None:
    held = publication([[90, 80], [70, 60], [50, 40]], [170, 130, 90], weights=[25, 75])
    assert nominal_marks(held.ranking) is None


def test_totals_above_the_full_mark_are_told() -> None:
    totals = ["80.5", "100.5", "55.5"]
    rows = [["30.5", "50.0"], ["40.5", "60.0"], ["20.0", "35.5"]]
    (found,) = full_mark(publication(rows, totals, full_mark=Decimal(100)))
    assert (found.verdict, found.data["units"]) == ("fails", ["u2"])
    assert [exhibit.printed for exhibit in found.exhibits] == ["100.5"]
    (found,) = full_mark(publication(ROWS, TOTALS, full_mark=Decimal(100)))
    assert found.verdict == "holds"


def test_weights_that_miss_the_full_mark_are_told_but_for_rounding() -> None:
    (found,) = stated_sum(publication(ROWS, weights=["40.0", "58.0"]))
    assert (found.verdict, found.data["expected"]) == ("fails", 100.0)
    assert found.says.en == "The 2 stated weights 40.0, 58.0 add up to 98.0, not 100."


def test_weights_with_decimals_that_make_a_whole_number_add_up_to_it() -> None:
    rows = [[10, 20, 30], [20, 10, 15], [30, 5, 20]]
    (found,) = stated_sum(publication(rows, [20, 15, 20], weights=("30", "2.5", "67.5")))
    assert (found.verdict, found.says.en) == ("holds", "The 3 stated weights 30, 2.5, 67.5 add up to 100.")


def test_one_unit_scores_and_several_score_above_a_mark() -> None:
    rows = [[26, 20, 30], [20, 10, 15], [20, 5, 20]]
    (one,) = above_marks(publication(rows, [sum(row) for row in rows], weights=(25, 25, 50)))
    assert "; 1 of 3 units scores more, up to 26." in one.says.en
    rows[1][0] = 27
    (two,) = above_marks(publication(rows, [sum(row) for row in rows], weights=(25, 25, 50)))
    assert "; 2 of 3 units score more, up to 27." in two.says.en
    thirds = [[1, 2, 3]] * 3
    for weights in (["33.3", "33.3", "33.4"], ["0.33", "0.33", "0.34"], ["16.7", "33.3", "49.9"], [1, 2, 3], [1, 1, 1]):
        (found,) = stated_sum(publication(thirds, weights=weights))
        assert found.verdict == "holds", weights


def test_2019_scores_exceed_three_of_four_weights(report_2019: Edition) -> None:
    found = [o for o in report_2019.audit().outcomes if o.check in {"weights.above-nominal", "weights.full-mark"}]
    assert [(o.subject, o.data.get("count")) for o in found] == [
        ("policy", 10),
        ("research", 14),
        ("capital", 14),
        ("", None),
    ]
    assert found[-1].data["units"] == ["china-hangzhou", "yimi", "shanghai-innovation"]
    assert found[0].exhibits[0].where.startswith("framework.yaml:")
