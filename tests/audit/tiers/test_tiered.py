"""Tests of units with totals and tiers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from parkindex.audit.tiers.tiered import Tiered

from ..conftest import ranking

TOTALS = ["95", "90", "80", "70", "60"]


def tiered(tiers: tuple[int | None, ...], **rest: Any) -> Tiered:
    return Tiered.of(ranking([[total] for total in TOTALS], TOTALS, tiers=tiers, **rest))


def test_units_without_a_tier_are_left_out() -> None:
    held = tiered((1, None, 2, 2, 3))
    assert (held.rows.tolist(), held.count, held.follow) == ([0, 2, 3, 4], 3, True)
    assert held.row(1) == 2


def test_levels_that_count_up_are_turned() -> None:
    held = tiered((3, 3, 2, 1, 1))
    assert (held.rising, held.tiers.tolist(), held.misplaced) == (True, [1, 1, 2, 3, 3], ())


def test_the_fewest_units_are_misplaced() -> None:
    assert tiered((1, 1, 3, 2, 2)).misplaced == (2,)


def test_tiers_part_at_cut_offs_or_in_the_middle_of_gaps() -> None:
    assert tiered((1, 1, 2, 3, 3)).borders.tolist() == [85, 75]
    assert tiered((1, 1, 2, 3, 3)).cut_offs == (Decimal(85), Decimal(75))
    assert tiered((3, 3, 2, 1, 1)).cut_offs == (Decimal(85), Decimal(75))
    assert tiered((1, 1, 2, 3, 3), cut_offs=(Decimal(88), Decimal(72))).borders.tolist() == [88, 72]


def test_one_tier_follows_nothing() -> None:
    assert not tiered((1, 1, 1, 1, 1)).follow
    assert tiered((1, 2, 2, 2, 2)).follow
