"""Tests of units that share their profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.levels.profiles import shared_profiles

from ..conftest import publication
from .level_cases import drawn, outcomes_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_units_that_differ_in_one_column_are_told_and_one_shared_column_is_not() -> None:
    rows = drawn(20, 4)
    rows[5] = [*rows[2][:3], rows[5][3]]
    rows[9] = [*rows[7][:3], rows[9][3]]
    (found,) = shared_profiles(publication(rows))
    assert found.verdict == "fails"
    assert [group["units"] for group in found.data["groups"]] == [["u3", "u6"], ["u8", "u10"]] or [
        group["units"] for group in found.data["groups"]
    ] == [["u8", "u10"], ["u3", "u6"]]
    assert {group["differ_in"] for group in found.data["groups"]} == {"c4"}
    near = drawn(20, 4)
    near[5][0] = near[2][0]
    assert [outcome.verdict for outcome in shared_profiles(publication(near))] == ["holds"]


def test_profiles_of_ratings_cannot_be_told_apart() -> None:
    ratings = [[row % 3, row % 4, row % 5] for row in range(30)]
    assert [outcome.verdict for outcome in shared_profiles(publication(ratings))] == ["untestable"]


def test_2019_three_pairs_of_parks_differ_in_operation_only(report_2019: Edition) -> None:
    (found,) = outcomes_of(report_2019, "profiles")
    assert {tuple(group["units"]) for group in found.data["groups"]} == {
        ("yimi", "greater-bay-youth"),
        ("china-hangzhou", "xixi-valley"),
        ("shanghai-innovation", "shanghai-collaborative"),
    }
    assert {group["differ_in"] for group in found.data["groups"]} == {"operation"}
