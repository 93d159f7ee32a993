"""Two methods over the same units: the printed result of 2019 against binding weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy import stats

from parkindex.analysis.comparison import Comparison, Shift, compare

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_published_against_sound(report_2019: Edition) -> None:
    first, second = report_2019.result("published"), report_2019.result("sound")
    found = compare(first, second)
    assert len(found.shifts) == 22
    assert found.shifts[0].unit == "china-hangzhou"
    assert (found.shifts[0].first_rank, found.shifts[0].second_rank, found.shifts[0].shift) == (1, 2, -1)
    assert found.moved[0].unit == "xixi-valley"
    assert found.moved[0].shift == -4
    assert found.kendall == pytest.approx(stats.kendalltau(first.column(), second.column()).statistic)
    assert found.spearman == pytest.approx(stats.spearmanr(first.column(), second.column()).statistic)


def test_shifts_cancel_out_and_sum_up(report_2019: Edition) -> None:
    found = compare(report_2019.result("published"), report_2019.result("sound"))
    moves = [shift.shift or 0 for shift in found.shifts]
    assert sum(moves) == 0
    assert found.mean_shift == pytest.approx(np.mean(np.abs(moves)))
    assert len(found.moved) == sum(move != 0 for move in moves) == 14


def test_a_result_agrees_with_itself(report_2019: Edition) -> None:
    found = compare(report_2019.result(), report_2019.result())
    assert found.kendall == found.spearman == 1
    assert found.moved == ()
    assert found.tier_changes == ()
    assert found.mean_shift == 0


def test_tier_changes_are_counted_where_both_have_tiers() -> None:
    shifts = (
        Shift("a", 2, 9, 1, 1, 1, 1),
        Shift("b", 1, 5, 2, 2, 1, 2),
        Shift("c", 0, math.nan, 3, None, 2, None),
    )
    found = Comparison(shifts, 1.0, 1.0)
    assert [shift.unit for shift in found.tier_changes] == ["b"]
    assert shifts[2].shift is None
    assert found.mean_shift == 0
