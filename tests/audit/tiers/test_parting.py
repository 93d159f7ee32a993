"""Tests of whether tiers part where the totals part."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.audit.tiers.parting import fit_of, goodness, parts_elsewhere, wide_gap
from parkindex.audit.tiers.tiered import Tiered

from ..conftest import ranking

TIERS = (1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2)


def table(*totals: float, tiers: tuple[int, ...] = TIERS) -> Tiered:
    return Tiered.of(ranking([[total] for total in totals], totals, tiers=tiers))


def test_goodness_is_one_less_the_share_within() -> None:
    scores, tiers = np.array([1.0, 2.0, 9.0, 12.0]), np.array([2, 2, 1, 1])
    assert goodness(scores, tiers) == pytest.approx(1 - 5.0 / 86.0)


def test_a_gap_within_a_tier_counts_with_units_on_either_side() -> None:
    assert wide_gap(table(95, 94, 93, 92, 91, 90, 89, 88, 78, 77, 76, 75)) == 7
    assert wide_gap(table(95, 94, 93, 92, 89, 88, 87, 86, 75, 74, 73, 72)) is None  # not four times as wide
    assert wide_gap(table(95, 94, 93, 92, 91, 90, 89, 88, 87, 86, 85, 60)) is None  # one unit far from all others
    assert wide_gap(table(95, 94, 93, 92, 91.5, 90, 89, 88, 86, 85, 84, 30)) is None  # not a large part of the range


def test_both_a_wide_gap_and_a_poor_fit_are_needed() -> None:
    apart = table(95, 94.5, 94, 93.5, 93, 92.5, 92, 91.5, 75, 74.5, 74, 73.5, tiers=(1, 1, 1, *[2] * 9))
    found = fit_of(apart)
    assert found is not None
    assert (found.members, found.poor, parts_elsewhere(apart)) == ([8, 4], True, True)
    even = table(100, 97, 94, 91, 88, 85, 83, 80, 77, 65, 62, 59, tiers=(*[1] * 6, *[2] * 6))
    found = fit_of(even)
    assert found is not None
    assert wide_gap(even) == 8
    assert (found.poor, parts_elsewhere(even)) == (False, False)


def test_few_units_or_totals_have_no_fit() -> None:
    assert fit_of(table(9, 8, 3, 2, tiers=(1, 1, 2, 2))) is None
    assert fit_of(table(*[9.0] * 12)) is None
