"""What moves the ranks, and how far weights can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.trust import sensitivity_of
from parkindex.analysis.uncertainty.assumptions import MeasurementError
from parkindex.analysis.uncertainty.stability import Interval
from parkindex.charts.chart import Chart
from parkindex.charts.sensitivity import index_text, nearest_change, sobol_indices, weight_stability
from parkindex.charts.setting import Unavailable

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_indices_of_2019(report_2019: Edition, en: Setting, zh: Setting) -> None:
    found = report_2019.sensitivity()
    assert found is not None
    chart = sobol_indices(report_2019.result(), report_2019.assumptions(), found, en)
    assert isinstance(chart, Chart)
    assert chart.title == "“Aggregation” (56%) and “Normalisation” (52%) move the ranks most, interactions included"
    labels = [row["label"] for row in chart.data["rows"]]
    assert labels[:3] == ["Aggregation", "Normalisation", "Weights"]
    totals = [row["bars"][1]["value"] for row in chart.data["rows"]]
    assert totals == sorted(totals, reverse=True)
    for row in chart.data["rows"]:
        assert all(bar["low"] <= bar["value"] <= bar["high"] for bar in row["bars"])
    assert "3,584 runs" in chart.subtitle
    chinese = sobol_indices(report_2019.result(), report_2019.assumptions(), found, zh)
    assert isinstance(chinese, Chart)
    assert chinese.title == "最能移动名次的是“合成”（56%）、“标准化”（52%），含与其他假设的交互"


def test_what_does_not_vary_is_not_compared(report_2019: Edition, en: Setting) -> None:
    assert isinstance(sobol_indices(report_2019.result(), (), None, en), Unavailable)
    still = (MeasurementError("absolute", 1e-9, name="one"), MeasurementError("absolute", 1e-9, name="other"))
    found = sensitivity_of(report_2019.result(), still, rows=64)
    assert found is not None
    assert isinstance(sobol_indices(report_2019.result(), still, found, en), Unavailable)


@pytest.mark.parametrize(("value", "text"), [(0.236, "0.24"), (-0.001, "0.00"), (-0.02, "−0.02"), (1.0, "1.00")])
def test_an_index_of_nothing_has_no_sign(en: Setting, value: float, text: str) -> None:
    assert index_text(value, en) == text


def test_stability_of_2019(report_2019: Edition, en: Setting, zh: Setting) -> None:
    found = report_2019.stability()
    chart = weight_stability(report_2019.result(), found, en)
    assert isinstance(chart, Chart)
    assert chart.title == "The leader changes once “Capital support” weighs less than 9.8% instead of 15%"
    assert [row["mark"] for row in chart.data["rows"]] == pytest.approx([25, 45, 15, 15])
    assert all(bar["low"] <= row["mark"] <= bar["high"] for row in chart.data["rows"] for bar in row["bars"])
    assert chart.subtitle.endswith("all ends are exact")
    chinese = weight_stability(report_2019.result(), found, zh)
    assert isinstance(chinese, Chart)
    assert chinese.title == "“资本支持”的权重由15%降到9.8%以下，榜首即易主"


def test_weights_that_do_not_act_have_no_intervals(report_2019: Edition, en: Setting) -> None:
    for nothing, reason in (
        (None, "weights do not act"),
        ({}, "cannot be followed"),
        ({"tiers": ()}, "cannot be followed"),
    ):
        missing = weight_stability(report_2019.result(), nothing, en)
        assert isinstance(missing, Unavailable)
        assert reason in missing.reason.en


def test_the_nearest_end_is_the_smallest_move() -> None:
    one = Interval("policy", "leader", 0.25, 0.0, 0.34, exact=True)
    other = Interval("capital", "leader", 0.15, 0.1, 1.0, exact=True)
    assert nearest_change((one, other)) == (other, 0.1)
    assert nearest_change((Interval("policy", "leader", 0.25, 0.0, 1.0, exact=True),)) is None


def test_a_leader_under_all_weights_stays(report_2019: Edition, en: Setting) -> None:
    free = {"leader": (Interval("policy", "leader", 0.25, 0.0, 1.0, exact=True),)}
    chart = weight_stability(report_2019.result(), free, en)
    assert isinstance(chart, Chart)
    assert chart.title == "Whatever a single weight, the leader stays"
    assert np.isfinite(chart.data["rows"][0]["bars"][0]["high"])
