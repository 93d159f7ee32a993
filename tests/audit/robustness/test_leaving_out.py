"""Tests of the ranking without each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.robustness.leaving_out import leave_one_out

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_farthest_move_and_other_leaders_are_told() -> None:
    rows = [["60", "20", "10"], ["30", "25", "15"], ["20", "25", "20"], ["10", "20", "21"]]
    (found,) = leave_one_out(publication(rows, ["90", "70", "65", "51"]))
    assert found.verdict == "holds"
    assert (
        found.says.zh
        == "逐一去掉各列，名次变动最大的是去掉列c1时的园区1，由第1名到第4名（n = 4）；去掉列c1，首位易主。"
    )
    assert found.data["largest"] == {"c1": 3, "c2": 0, "c3": 0}
    assert found.data["leaders"] == {"c1": ["u3"], "c2": ["u1"], "c3": ["u1"]}


def test_a_leader_in_everything_stays() -> None:
    rows = [["60", "25"], ["30", "20"], ["20", "15"]]
    (found,) = leave_one_out(publication(rows, ["85", "50", "35"]))
    assert found.says.en.endswith("the leader stays throughout.")


def test_totals_of_no_rule_cannot_be_tested() -> None:
    (found,) = leave_one_out(publication([[1, 2], [3, 4], [5, 6]], [9, 1, 4]))
    assert found.verdict == "untestable"


def test_2019_without_operation(report_2019: Edition) -> None:
    (found,) = (outcome for outcome in report_2019.audit().outcomes if outcome.check == "robustness.leave-one-out")
    assert found.data["largest"]["operation"] == 11
    assert found.data["leaders"]["operation"] == ["shanghai-innovation", "shanghai-collaborative"]
    assert round(28.13 + 20.04 + 22.85, 2) > round(23.85 + 18.53 + 28.55, 2)  # Shanghai's parks, then Hangzhou's
