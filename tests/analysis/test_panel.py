"""Years: growth and trend by hand, and ranks whose change adds up."""

from __future__ import annotations

import math

import pytest

from parkindex.analysis.panel import courses, rank_moves
from parkindex.engine.method import Step
from parkindex.index import Panel

from .structure_cases import COLUMNS, panel

TURNED = {**COLUMNS, "a": COLUMNS["c"], "d": (3, 1, 2, 5, 4, 8, 6, 7)}
YEARS = {2017: TURNED, 2019: COLUMNS}


def made(**steps: Step | tuple[str, ...]) -> Panel:
    return panel(YEARS, **steps)


def test_a_unit_is_followed_through_the_years() -> None:
    found = {course.unit: course for course in courses(made(), node="a")}
    # 0 to 100 points each year: u1 falls from 6/7 to 1/7 of the range in two years
    assert found["u1"].scores == pytest.approx((600 / 7, 100 / 7))
    assert found["u1"].ranks == (2, 7)
    assert found["u1"].growth == pytest.approx((1 / 6) ** 0.5 - 1)
    assert found["u1"].slope == pytest.approx(-500 / 7 / 2)
    assert found["u1"].fit == pytest.approx(1)


def test_the_best_of_the_last_year_comes_first() -> None:
    scored = made()
    assert [course.unit for course in courses(scored)] == list(scored.result().order())
    assert courses(scored)[0].ranks[-1] == 1


def test_one_year_has_no_growth() -> None:
    (first, *_) = courses(panel({2019: COLUMNS}))
    assert math.isnan(first.growth)
    assert len(first.scores) == 1


def test_without_another_method_all_change_is_datas() -> None:
    scored = made()
    for course, move in zip(courses(scored), rank_moves(scored), strict=True):
        before, after = course.ranks
        assert before is not None
        assert after is not None
        assert move.unit == course.unit
        assert (move.total, move.data, move.method) == (before - after, before - after, 0)


def test_with_another_method_the_parts_add_up() -> None:
    old = made()
    new = made(weighting=Step("equal"), normalisation=Step("rank"))
    moves = rank_moves(old, new)
    assert any(move.method for move in moves)
    for move in moves:
        assert move.data + move.method == pytest.approx(move.total)
        row = old.units.index(move.unit)
        assert move.total == old.ranks[0, row] - new.ranks[1, row]
