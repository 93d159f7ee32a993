"""Strengths and weaknesses by the stated rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.strengths import QUARTER, TIER_MARGIN, Verdict, positions, verdict

if TYPE_CHECKING:
    from parkindex.edition import Edition


def of(report: Edition, unit: str) -> dict[str, Verdict]:
    return {position.node: position.verdict for position in positions(report.result(), unit)}


def test_cards_of_2019(report_2019: Edition) -> None:
    first = of(report_2019, "china-hangzhou")
    assert first["capital"] == "strong"
    assert first["policy"] == "weak_for_tier"
    assert set(of(report_2019, "longcheng").values()) == {"weak"}


def test_numbers_of_a_position(report_2019: Edition) -> None:
    policy = next(each for each in positions(report_2019.result(), "yimi") if each.node == "policy")
    assert (policy.score, policy.rank, policy.ranked) == (30.61, 1, 22)
    assert (policy.lowest, policy.highest) == (10.23, 30.61)
    assert policy.median == pytest.approx(23.85)
    assert policy.tier_median == pytest.approx(25.99)


@pytest.mark.parametrize(
    ("above", "below", "ahead", "expected"),
    [
        (1, 20, 0.0, "strong"),
        (5, 16, -9.0, "strong"),
        (20, 1, 9.0, "weak"),
        (10, 11, 2.1, "strong_for_tier"),
        (10, 11, 2.0, "ordinary"),
        (10, 11, -2.1, "weak_for_tier"),
        (10, 11, 0.0, "ordinary"),
    ],
)
def test_the_rule(above: int, below: int, ahead: float, expected: Verdict) -> None:
    assert verdict(above, below, 20, ahead, spread=20.0) == expected


def test_a_pillar_shared_by_all_is_neither() -> None:
    assert verdict(1, 1, 20, 0.0, spread=0.0) == "ordinary"


def test_the_rule_holds_for_every_unit(report_2019: Edition, sample_22: Edition) -> None:
    for edition in (report_2019, sample_22):
        result = edition.result()
        for unit in result.units:
            for position in positions(result, unit):
                if position.rank is None:
                    assert position.verdict == "ordinary"
                    continue
                reach = position.highest - position.lowest
                if position.verdict == "strong":
                    assert position.rank <= max(1, position.ranked * QUARTER)
                if position.verdict.endswith("for_tier"):
                    assert abs(position.score - position.tier_median) > TIER_MARGIN * reach
                assert position.lowest <= position.score <= position.highest


def test_a_missing_score_has_a_place_nowhere(sample_22: Edition) -> None:
    result = sample_22.result()
    missing = [
        (unit, pillar.code)
        for unit in result.units
        for pillar in result.framework.pillars
        if np.isnan(result.score(unit, pillar.code))
    ]
    for unit, pillar in missing:
        position = next(each for each in positions(result, unit) if each.node == pillar)
        assert position.rank is None
        assert position.verdict == "ordinary"
