"""Tests of gaps between and within tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit.tiers.gaps import gaps

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Publication
    from parkindex.edition import Edition

TIERS = (1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2)


def table(*totals: float) -> Publication:
    printed = [f"{total:.1f}" for total in totals]
    return publication([[total] for total in printed], printed, tiers=TIERS)


def test_a_gap_within_a_tier_wider_than_the_step_between_tiers_is_told() -> None:
    (found,) = gaps(table(95, 94, 93, 92, 91, 90, 89, 88, 78, 77, 76, 75))
    assert (found.verdict, found.severity, found.subject) == ("fails", "minor", "2")
    assert found.says.zh == "梯队之间依次相差1.0分，而第2梯队内部88.0与78.0之间相差10.0分（n = 12）。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["92.0", "91.0", "88.0", "78.0"]
    assert found.data["ranges"] == {"1": 3.0, "2": 16.0}
    assert found.data["gaps"][0] == {"above": "u8", "below": "u9", "gap": 10.0, "border": False}


@pytest.mark.parametrize(
    "totals",
    [
        (95, 94, 93, 92, 88, 87, 86, 85, 75, 74, 73, 72),  # not four times as wide
        (95, 94, 93, 92, 91, 90, 89, 88, 87, 86, 85, 60),  # one unit far from all others
        (95, 94, 93, 92, 91.5, 90, 89, 88, 86, 85, 80, 30),  # not a large part of the range
    ],
)
def test_other_gaps_are_not_held_against_a_table(totals: tuple[float, ...]) -> None:
    (found,) = gaps(table(*totals))
    assert found.verdict == "holds"


def test_2019_parts_where_nothing_parts(report_2019: Edition) -> None:
    (found,) = (outcome for outcome in report_2019.audit().outcomes if outcome.check == "tiers.gaps")
    assert found.says.zh == "梯队之间依次相差1.96、1.03分，而第3梯队内部81.05与71.54之间相差9.51分（n = 22）。"
    assert [round(gap["gap"], 2) for gap in found.data["gaps"][:3]] == [9.6, 9.51, 5.66]
    assert not any(gap["border"] for gap in found.data["gaps"][:3])
