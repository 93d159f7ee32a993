"""Tests of regular grids in printed numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit.lattice import regular_steps
from parkindex.audit.lattice.grid import Grid, find_grid, resolution

from ..conftest import column, publication
from .lattice_cases import on_grid, smooth

if TYPE_CHECKING:
    from parkindex.audit import Column
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("step", "exact"), [(1.82, Fraction(91, 50)), (0.91, Fraction(91, 100)), (2.5, Fraction(5, 2))]
)
def test_step_offset_and_exceptions_are_exact(step: float, exact: Fraction) -> None:
    held = column("a", [*on_grid(30, step), "33.33", "41.07", "28.19", "17.77"])
    grid = find_grid(held)
    assert grid is not None
    assert (grid.step, grid.offset) == (exact, Fraction(0))
    assert grid.off == (30, 31, 32, 33)
    assert [Fraction(held.cells[row] or 0) for row in grid.on] == [exact * times for times in grid.multiples]


def test_a_step_that_does_not_end_is_found_through_rounding() -> None:
    grid = find_grid(column("a", on_grid(40, 100 / 7)))
    assert grid is not None
    assert grid.step == Fraction(100, 7)
    assert grid.off == ()


@pytest.mark.parametrize("most", [13, 26, 57])
def test_counts_scaled_to_100_lie_on_a_grid_throughout(most: int) -> None:
    counts = [0, most, *np.random.default_rng(most).integers(0, most + 1, 60).tolist()]
    grid = find_grid(column("a", [f"{100 * count / most:.2f}" for count in counts]))
    assert grid is not None
    assert grid.off == ()
    assert (Fraction(100, most) / grid.step).denominator == 1


def test_a_grid_may_start_anywhere() -> None:
    held = column("a", [f"{0.37 + 1.82 * times:.2f}" for times in [3, 4, 6, 7, 8, 9, 11, 12, 14, 15, 17, 19, 20, 22]])
    grid = find_grid(held)
    assert grid is not None
    assert (grid.step, grid.offset) == (Fraction(91, 50), Fraction(37, 100))


@pytest.mark.parametrize(
    "held",
    [
        column("smooth", smooth(60)),
        column("heavy tail", [f"{number:.2f}" for number in np.random.default_rng(1).lognormal(2, 1.5, 300)]),
        column("whole numbers", list(range(40, 90, 2)) + list(range(41, 60, 3))),
        column("few", on_grid(7, 1.82)),
        column("one value", ["1.82"] * 30),
    ],
    ids=lambda held: held.code,
)
def test_no_grid_is_seen_where_chance_explains_the_numbers(held: Column) -> None:
    assert find_grid(held) is None


def test_a_few_numbers_on_a_grid_are_a_near_miss() -> None:
    held = column("a", [*smooth(26), *on_grid(6, 1.82)])
    assert find_grid(held) is None


def test_numbers_in_part_on_a_grid_are_told_with_the_exceptions() -> None:
    numbers = [*on_grid(14, 1.82), *smooth(6)]
    other = smooth(20, seed=3)
    found = list(regular_steps(publication([list(row) for row in zip(numbers, other, strict=True)])))
    assert [(outcome.verdict, outcome.severity, outcome.subject) for outcome in found] == [
        ("fails", "minor", "c1"),
        ("holds", None, ""),
    ]
    assert found[0].data["exact"] == {"step": "91/50", "offset": "0"}
    assert found[0].data["exceptions"] == ["u15", "u16", "u17", "u18", "u19", "u20"]
    assert "20个数值中有14个恰为1.82的整数倍" in found[0].says.zh
    assert len(found[0].exhibits) == 16


def test_a_column_wholly_on_a_grid_is_said_and_not_accused() -> None:
    found = list(regular_steps(publication([[number] for number in on_grid(30, 2.5)])))
    assert [outcome.verdict for outcome in found] == ["holds"]
    assert found[0].says.en.startswith("All 30 numbers under column c1 are whole multiples of 2.5")


def test_cells_rounded_to_a_power_of_ten_are_not_accused() -> None:
    rounded = [f"{float(number):.0f}.00" for number in smooth(30)]
    found = list(regular_steps(publication([[number] for number in [*rounded, "12.34", "45.67"]])))
    assert [outcome.verdict for outcome in found] == ["holds"]


def test_too_few_numbers_cannot_be_tested() -> None:
    (found,) = regular_steps(publication([[1], [2], [3]]))
    assert found.verdict == "untestable"


def test_the_resolution_counts_the_places_that_the_greatest_common_step_leaves() -> None:
    assert resolution(np.array([0, 50, 200])) == 5
    assert resolution(np.array([7, 7])) == 1


def test_2019_recruitment_stands_on_steps_of_1_82(report_2019: Edition) -> None:
    found = {
        outcome.subject: outcome for outcome in report_2019.audit().outcomes if outcome.check == "lattice.regular-steps"
    }
    assert set(found) == {"operation", ""}
    outcome = found["operation"]
    assert (outcome.verdict, outcome.severity) == ("fails", "moderate")
    assert (outcome.data["exact"]["step"], outcome.data["on"], outcome.data["off"]) == ("91/50", 14, 8)
    assert outcome.data["exceptions"] == [
        "chongqing",
        "hangzhou-startup",
        "qingdao",
        "yuhang",
        "apbc",
        "xiaomei",
        "suzhou",
        "e-valley",
    ]
    assert outcome.data["multiples"]["yimi"] == 20


@pytest.mark.parametrize(
    ("step", "natural"),
    [("1", True), ("1/10", True), ("100", True), ("1/3", False), ("303/700", False), ("91/100", False), ("1/5", False)],
)
def test_a_natural_step_is_a_power_of_ten(step: str, natural: bool) -> None:
    assert Grid(Fraction(step), Fraction(0), (), (), (), 0.0).natural is natural
