"""Tests of numbers copied between places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.levels.across import same_across_places

from ..conftest import publication
from .level_cases import drawn, levelled, outcomes_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_numbers_copied_between_places_are_told_and_a_few_are_not() -> None:
    rows = drawn(24)
    few = [list(row) for row in rows]
    few[3][0] = few[8][0]
    places = [f"p{row}" for row in range(23)] + ["p0"]
    assert [outcome.verdict for outcome in same_across_places(publication(few, places=places))] == ["holds"]
    for pair in range(6):
        rows[pair][1] = rows[pair + 10][1]
    (open_still,) = same_across_places(publication(rows, places=places))
    assert (open_still.verdict, open_still.data["surplus"]) == ("untestable", 6)
    (found,) = same_across_places(levelled(publication(rows, places=places), c2="city"))
    assert (found.verdict, found.severity, found.data["surplus"]) == ("fails", "minor", 6)
    assert len(found.exhibits) == 12


def test_equal_numbers_on_a_regular_grid_are_expected() -> None:
    rows = [[f"{1.82 * (5 + row % 12):.2f}", *rest] for row, rest in enumerate(drawn(24, 2))]
    places = [f"p{row}" for row in range(23)] + ["p0"]
    assert [outcome.verdict for outcome in same_across_places(publication(rows, places=places))] == ["holds"]


def test_2019_numbers_are_copied_between_cities_and_stepped_within(report_2019: Edition) -> None:
    (copied,) = outcomes_of(report_2019, "across-places")
    assert copied.verdict == "fails"
    assert sorted((copy["column"], copy["number"]) for copy in copied.data["copies"]) == [
        ("capital", 19.34),
        ("policy", 26.83),
        ("research", 15.62),
        ("research", 18.53),
    ]
    (stepped,) = outcomes_of(report_2019, "whole-steps")
    assert (stepped.verdict, stepped.severity) == ("fails", "minor")
    assert "产业园区投融资总金额" in stepped.says.zh
    assert sorted(pair["numbers"] for pair in stepped.data["found"]) == [[19.34, 14.34], [20.04, 19.04], [28.55, 21.55]]
