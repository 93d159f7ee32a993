"""Tests of tiers under rounding and under a point more or less."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit.tiers.noise import any_of, changing, noise

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_share_of_the_error_beyond_a_border_is_what_moves_a_unit() -> None:
    scores, borders = np.array([95.5, 95.0, 94.5, 90.0, 87.0, 80.0]), np.array([95.0, 87.0])
    assert changing(scores, borders, 1.0) == pytest.approx([0.25, 0.5, 0.25, 0, 0.5, 0])
    assert changing(np.array([91.0]), borders, 8.0) == pytest.approx([0.25 + 0.25])


def test_seeded_draws_agree_with_the_closed_form() -> None:
    generator = np.random.default_rng(1)
    scores, borders = np.array([96.51, 94.55, 88.04, 87.40, 86.37, 86.09]), np.array([95.0, 87.0])
    drawn = scores + generator.uniform(-1, 1, (200_000, len(scores)))
    before = (scores[:, None] < borders).sum(axis=1)
    changed = (drawn[..., None] < borders).sum(axis=2) != before
    shares = changing(scores, borders, 1.0)
    assert changed.mean(axis=0) == pytest.approx(shares, abs=0.005)
    assert changed.any(axis=1).mean() == pytest.approx(any_of(shares), abs=0.005)


def test_units_near_a_cut_off_are_named() -> None:
    totals = ["99.0", "90.2", "87.00", "60.00"]
    held = publication(
        [[total] for total in totals], totals, tiers=(1, 1, 2, 2), cut_offs=(Decimal(90),), full_mark=Decimal(100)
    )
    (found,) = noise(held)
    assert found.verdict == "holds"
    assert (
        found.says.zh
        == "取舍误差不会改变梯队；总分若有上下1分之内的误差，名单有40%的可能改变（n = 4），靠近界线的是园区2。"
    )
    assert [exhibit.printed for exhibit in found.exhibits] == ["90.20"]


def test_a_total_at_the_cut_off_may_be_there_by_rounding() -> None:
    totals = ["99", "90", "80", "60"]
    (found,) = noise(publication([[t] for t in totals], totals, tiers=(1, 1, 2, 2), cut_offs=(Decimal(90),)))
    assert found.says.en.startswith("Rounding could move Park 2 to another tier;")
    assert found.data["rounding"]["list_changes"] == 0.5


def test_far_from_every_cut_off_nothing_changes() -> None:
    totals = ["99", "95", "60", "50"]
    (found,) = noise(publication([[t] for t in totals], totals, tiers=(1, 1, 2, 2), cut_offs=(Decimal(80),)))
    assert found.says.zh == "取舍误差不会改变梯队；总分上下0.99分之内的误差也不会。"


def test_2019_a_point_changes_the_lists_more_often_than_not(report_2019: Edition) -> None:
    (found,) = (outcome for outcome in report_2019.audit().outcomes if outcome.check == "tiers.noise")
    stays = (1 - 0.55 / 2) * (1 - 0.6 / 2) * (1 - 0.37 / 2) * (1 - 0.09 / 2)  # distances 0.45, 0.40, 0.63, 0.91
    assert found.data["single_point"]["list_changes"] == pytest.approx(1 - stays)
    assert found.data["rounding"]["list_changes"] == 0
