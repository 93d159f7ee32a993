"""Tables of the method."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.engine.method import Step
from parkindex.publishing.document import Table
from parkindex.publishing.tables import method
from parkindex.publishing.tables.method_words import STEPS, choice_name

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_every_step_has_its_reason(report_2019: Edition, sample_22: Edition, zh: Setting) -> None:
    for edition in (report_2019, sample_22):
        table = method.method_steps(edition, zh)
        assert len(table.rows) == 2 * (1 + len(STEPS))
        assert all(row[3].text for row in table.rows)
        assert [row[1].text for row in table.rows[1:10]] == [step.zh for step in STEPS.values()]


def test_the_two_methods_differ_in_three_steps(report_2019: Edition, zh: Setting, en: Setting) -> None:
    assert method.method_steps(report_2019, en).title == (
        "“As published” and “With binding weights” differ in normalisation, aggregation and tiers"
    )
    assert method.method_steps(report_2019, zh).title.endswith("的不同在于标准化、合成和分梯队")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step("sum"), "sum"),
        (Step("thresholds", {"at": [95, 87]}), "thresholds (at = 95, 87)"),
        (Step("min_max", {"to": (0.0, 100.0)}), "min–max (to = 0, 100)"),
        (Step("something_new", {"k": 2}), "something_new (k = 2)"),
    ],
)
def test_a_choice_is_named_with_its_parameters(step: Step, said: str, en: Setting) -> None:
    assert choice_name(step, en) == said


def test_the_framework_as_a_table(report_2019: Edition, zh: Setting, en: Setting) -> None:
    table = method.framework(report_2019, zh)
    assert len(table.rows) == 11
    assert [row[0].text for row in table.rows if row[0].text] == [
        "政策扶持（25%）",
        "招商运营能力（45%）",
        "科研实力（15%）",
        "资本支持（15%）",
    ]
    assert sum(row[4].text == "指数型" for row in table.rows) == 3
    assert sum(bool(row[1].text) for row in table.rows) == 8
    english = method.framework(report_2019, en)
    assert english.title == "Three of the eleven indicators under four pillars are of the index type"


def test_weights_of_the_whole_add_up(report_2019: Edition, en: Setting) -> None:
    table = method.weights(report_2019, en)
    assert len(table.rows) == 23
    for depth in ("1", "2", "3"):
        assert sum(float(row[3].text) for row in table.rows if row[1].text == depth) == pytest.approx(100, abs=0.3)
    stated = [row[2].text for row in table.rows if row[1].text == "1"]
    assert stated == ["25.0", "45.0", "15.0", "15.0"]
    assert all(row[2].text == "–" for row in table.rows if row[1].text != "1")


def test_stated_weights_do_not_bind_in_the_published_sum(report_2019: Edition, zh: Setting) -> None:
    table = method.nominal_weights(report_2019, zh)
    assert isinstance(table, Table)
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert rows["招商运营能力"] == ["45.0", "31.1", "43.5"]
    assert table.title == "“招商运营能力”所列权重45%，实际占全部得分的31.1%"


def test_shares_of_points_add_up(report_2019: Edition, sample_22: Edition) -> None:
    for result in (report_2019.result("published"), report_2019.result("sound"), sample_22.result()):
        assert sum(method.point_shares(result)) == pytest.approx(100)
