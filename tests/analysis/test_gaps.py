"""Gaps between and within tiers: the printed tiers of 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.gaps import between, within

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_tiers_of_2019(report_2019: Edition) -> None:
    result = report_2019.result()
    first, second, third = within(result.column(), result.tiers)
    assert (first.count, second.count, third.count) == (6, 6, 10)
    assert (first.lowest, first.highest) == (96.51, 105.51)
    assert (second.lowest, second.highest) == (87.40, 94.55)
    assert (third.lowest, third.highest) == (50.28, 86.37)
    assert third.range == pytest.approx(36.09)


def test_the_text_is_right_that_the_third_tier_is_far_behind(report_2019: Edition) -> None:
    result = report_2019.result()
    upper, lower = between(within(result.column(), result.tiers))
    assert upper.step == pytest.approx(1.96)
    assert lower.step == pytest.approx(1.03)
    assert lower.means > upper.means
    assert (upper.upper, upper.lower, lower.upper, lower.lower) == (1, 2, 2, 3)


def test_units_without_score_or_tier_are_left_out() -> None:
    scores = np.array([10.0, np.nan, 8.0, 1.0])
    tiers = np.array([1.0, 1.0, np.nan, 2.0])
    spreads = within(scores, tiers)
    assert [(spread.tier, spread.count) for spread in spreads] == [(1, 1), (2, 1)]
    assert between(spreads)[0].step == 9


def test_one_tier_has_no_gap() -> None:
    spreads = within(np.array([3.0, 2.0]), np.array([1.0, 1.0]))
    assert spreads[0].median == spreads[0].mean == 2.5
    assert between(spreads) == ()
