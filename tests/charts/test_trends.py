"""Gaps of the tiers as grouped bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.profiles import pillar_profiles
from parkindex.charts.chart import Chart
from parkindex.charts.trends import tier_gaps

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_medians_by_tier(report_2019: Edition, en: Setting) -> None:
    result = report_2019.result()
    chart = tier_gaps(result, en)
    assert isinstance(chart, Chart)
    assert [(series["name"], series["tier"]) for series in chart.data["series"]] == [
        ("Tier 1", 1),
        ("Tier 2", 2),
        ("Tier 3", 3),
    ]
    profiles = pillar_profiles(result)
    for column, row in enumerate(chart.data["rows"]):
        expected = [np.median(profiles[result.tiers == tier, column]) for tier in (1, 2, 3)]
        assert row["values"] == pytest.approx(expected)
    assert chart.title == "The widest step, 22.8 points, lies between Tier 2 and Tier 3 in “Capital support”"


def test_the_widest_gap_is_named_in_any_edition(sample_22: Edition, zh: Setting) -> None:
    chart = tier_gaps(sample_22.result(), zh)
    assert isinstance(chart, Chart)
    assert "相邻梯队差距最大的是" in chart.title
    assert "n = " in chart.subtitle
