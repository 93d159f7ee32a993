"""Figures of what lies behind the scores: 2019 at its pillars, a synthetic edition at its indicators."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.treated import treated
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.structure import (
    NOT_A_SUM,
    NOT_TREATED,
    NOTHING_MOVED,
    correlation_map,
    effective_weights,
    treated_indicators,
)
from parkindex.engine.method import Step

if TYPE_CHECKING:
    from parkindex.edition import Edition


def drawn(chart: Chart | Unavailable) -> Chart:
    assert isinstance(chart, Chart)
    return chart


def test_moved_points_are_marked_and_named(sample_22: Edition, en: Setting) -> None:
    result = sample_22.result("sound").redo(treatment=Step("winsorise_points", {"points": 2, "end": "high"}))
    chart = drawn(treated_indicators(result, en))
    assert chart.kind == "strips"
    found = treated(result)
    moved = found.moved.any(axis=0)
    panels = chart.data["panels"]
    assert len(panels) == np.count_nonzero(moved)
    assert sum(point["moved"] for panel in panels for point in panel["points"]) == np.count_nonzero(found.moved)
    for panel in panels:
        assert panel["linked"]
        assert panel["before"] == panel["after"]
        ends = panel["before"]
        for point in panel["points"]:
            assert ends["minimum"] <= point["after"] <= point["before"] <= ends["maximum"]
            assert point["moved"] == (point["after"] < point["before"])
    assert chart.title.startswith("Treatment moves ")
    assert "n = 22" in chart.subtitle


def test_a_transformation_has_a_scale_of_its_own_and_no_single_point(sample_22: Edition, zh: Setting) -> None:
    result = sample_22.result("sound").redo(treatment=Step("none", {}, {"talent": Step("log")}))
    (panel,) = drawn(treated_indicators(result, zh)).data["panels"]
    assert not panel["linked"]
    assert not any(point["moved"] for point in panel["points"])
    assert panel["after"]["maximum"] == pytest.approx(np.log(panel["before"]["maximum"]))
    assert panel["note"] == "全部值经过变换，两条各有刻度"


def test_a_step_that_is_not_used_says_so(report_2019: Edition, sample_22: Edition, zh: Setting) -> None:
    assert treated_indicators(report_2019.result(), zh) is NOT_TREATED
    calm = sample_22.result("sound").redo(treatment=Step("winsorise", {"skewness": 50.0}))
    assert treated_indicators(calm, zh) is NOTHING_MOVED
    assert NOT_TREATED.kind == NOTHING_MOVED.kind == NOT_A_SUM.kind == "remark"


def test_correlations_of_2019_are_those_of_its_pillars(report_2019: Edition, zh: Setting, en: Setting) -> None:
    result = report_2019.result()
    chart = drawn(correlation_map(result, en))
    assert chart.data["labels"] == [
        "Policy support",
        "Recruitment and operation",
        "Research strength",
        "Capital support",
    ]
    expected = np.atleast_2d(
        np.corrcoef(result.raw[:, [result.column_of(code) for code in result.entries]], rowvar=False)
    )
    for i, row in enumerate(chart.data["values"]):
        for j, value in enumerate(row):
            assert value == (None if i == j else pytest.approx(abs(expected[i, j])))
            said = chart.data["texts"][i][j].replace("−", "-")
            assert said == ("" if i == j else f"{expected[i, j]:.2f}")
    assert chart.title == (
        "“Research strength” and “Capital support” go together most (0.58); 2 of 6 pairs are significant at 5%"
    )
    assert drawn(correlation_map(result, zh)).subtitle == "标准化得分的皮尔逊相关系数，n = 22"


def test_two_units_have_no_correlations(report_2019: Edition, zh: Setting) -> None:
    result = report_2019.result()
    few = replace(result, matrix=replace(result.matrix, units=result.units), outcome=replace(
        result.outcome, scores=np.where(np.arange(22)[:, None] < 2, result.scores, np.nan)
    ))  # fmt: skip
    assert isinstance(correlation_map(few, zh), Unavailable)


def test_nominal_and_effective_weights_of_2019(report_2019: Edition, en: Setting) -> None:
    result = report_2019.result()
    chart = drawn(effective_weights(result, en))
    scores = np.stack([result.column(pillar.code) for pillar in result.framework.pillars])
    shares = np.array([np.cov(row, result.column())[0, 1] for row in scores]) / result.column().var(ddof=1) * 100
    assert [row["values"][0] for row in chart.data["rows"]] == pytest.approx([25, 45, 15, 15])
    assert [row["values"][1] for row in chart.data["rows"]] == pytest.approx(shares.tolist(), abs=0.01)
    assert chart.title == (
        "“Recruitment and operation” is said to weigh 45% and accounts for 32.4% of the differences in the index"
    )


def test_a_method_that_does_not_add_up_has_no_shares(sample_22: Edition, zh: Setting) -> None:
    assert effective_weights(sample_22.result("geometric"), zh) is NOT_A_SUM


def test_a_node_that_works_against_the_rest_has_a_bar_of_nothing_and_its_number(
    sample_22: Edition, zh: Setting
) -> None:
    for row in drawn(effective_weights(sample_22.result("sound"), zh)).data["rows"]:
        assert min(row["values"]) >= 0
        assert row["texts"][1].startswith("−") == (row["values"][1] == 0)
