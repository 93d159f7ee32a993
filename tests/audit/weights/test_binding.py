"""Tests of what changes when weights bind."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.audit.weights.binding import binding

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition

TOTALS = ["95.0", "90.0", "70.0", "60.0"]


def test_a_leader_by_points_above_the_weight_is_told() -> None:
    rows = [["55.0", "40.0"], ["40.0", "50.0"], ["35.0", "35.0"], ["30.0", "30.0"]]
    held = publication(rows, TOTALS, weights=[40, 60], ranks=(1, 2, 3, 4), tiers=(1, 1, 2, 2), cut_offs=(Decimal(85),))
    (found,) = binding(held)
    assert (found.verdict, found.severity) == ("fails", "major")
    assert found.says.zh.startswith(
        "若每项得分以所载权重封顶，4家中2家的名次改变、1家的梯队改变，首位由园区1变为园区2；"
    )
    assert found.data["capped"]["totals"] == {"u1": 80.0, "u2": 90.0, "u3": 70.0, "u4": 60.0}
    assert found.data["scaled"]["totals"]["u1"] == 88.0
    assert [exhibit.printed for exhibit in found.exhibits] == ["40.0", "50.0", "2", "55.0", "40.0", "1"]


def test_points_above_the_weight_that_change_no_rank_hold() -> None:
    rows = [["41.0", "54.0"], ["40.0", "50.0"], ["35.0", "35.0"], ["30.0", "30.0"]]
    (found,) = binding(publication(rows, TOTALS, weights=[40, 60]))
    assert (found.verdict, found.data["capped"]["ranks_changed"]) == ("holds", 0)


def test_columns_below_their_weights_are_not_held_against_a_table() -> None:
    rows = [["35.0", "20.0"], ["10.0", "40.0"], ["15.0", "30.0"]]
    (found,) = binding(publication(rows, ["55.0", "50.0", "45.0"], weights=[40, 60]))
    assert found.verdict == "holds"
    assert found.data["scaled"]["ranks_changed"] == 2


def test_a_mean_has_no_marks_to_bind() -> None:
    (found,) = binding(publication([[90, 80], [70, 60], [50, 44]], [85, 65, 47], weights=[50, 50]))
    assert found.verdict == "untestable"


def test_2019_another_park_would_lead(report_2019: Edition) -> None:
    (found,) = (outcome for outcome in report_2019.audit().outcomes if outcome.check == "weights.binding")
    assert (found.verdict, found.severity) == ("fails", "major")
    capped, scaled = found.data["capped"], found.data["scaled"]
    assert (capped["leader"], capped["ranks_changed"], capped["tiers_changed"]) == ("yimi", 17, 10)
    assert (scaled["leader"], scaled["ranks_changed"], scaled["tiers_changed"]) == ("yimi", 14, 12)
    assert capped["totals"]["yimi"] == 25 + 36.40 + 15 + 15
    assert capped["farthest"] == {"unit": "xixi-valley", "from": 4, "to": 11}
