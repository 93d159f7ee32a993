"""The result as bars and as a line of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.charts import ranking
from parkindex.charts.chart import Chart

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_contributions_of_2019(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = ranking.contributions(report_2019.result(), zh)
    assert isinstance(chart, Chart)
    assert chart.title == "中国杭州以105.51分居首；“招商运营能力”占全部得分的31.1%"
    assert [row["text"] for row in chart.data["rows"]][:3] == ["105.51", "101.97", "101.96"]
    assert [row["tier"] for row in chart.data["rows"]] == [1] * 6 + [2] * 6 + [3] * 10
    assert [row["rank"] for row in chart.data["rows"]] == [str(rank) for rank in range(1, 23)]
    first = chart.data["rows"][0]
    assert first["values"] == [23.85, 34.58, 18.53, 28.55]
    english = ranking.contributions(report_2019.result(), en)
    assert isinstance(english, Chart)
    assert "method: As published" in english.subtitle


@pytest.mark.parametrize("method", ["published", "sound"])
def test_contributions_add_up_to_the_total(report_2019: Edition, method: str) -> None:
    result = report_2019.result(method)
    for unit in result.units:
        assert sum(ranking.pillar_points(result, unit)) == pytest.approx(result.score(unit), abs=0.006)


def test_contributions_of_the_sample_add_up(sample_22: Edition) -> None:
    for method in sample_22.methods:
        result = sample_22.result(method)
        for unit in ranking.ranked_units(result):
            points = [point for point in ranking.pillar_points(result, unit) if point == point]
            assert sum(points) == pytest.approx(result.score(unit), abs=0.01)


def test_cut_offs_are_those_stated_or_lie_between_the_tiers(report_2019: Edition) -> None:
    assert ranking.cut_offs(report_2019.result("published")) == [95, 87]
    sound = report_2019.result("sound")
    for tier, cut in enumerate(ranking.cut_offs(sound), 1):
        assert sound.score(sound.tier_members(tier + 1)[0]) < cut < sound.score(sound.tier_members(tier)[-1])


def test_the_line_of_scores(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = ranking.tier_scores(report_2019.result(), zh)
    assert isinstance(chart, Chart)
    assert chart.title == "3个梯队依次有6、6和10家，首末两家相差55.23分"
    assert [cut["label"] for cut in chart.data["cutoffs"]] == ["95", "87"]
    values = [point["value"] for point in chart.data["points"]]
    assert values == sorted(values, reverse=True)
    sound = ranking.tier_scores(report_2019.result("sound"), en)
    assert isinstance(sound, Chart)
    assert all(cut["label"].endswith("(midway)") for cut in sound.data["cutoffs"])


def test_the_pillar_that_weighs_most(report_2019: Edition) -> None:
    result = report_2019.result()
    pillar, share = ranking.largest_pillar(result, list(result.units))
    assert pillar == "operation"
    assert share == pytest.approx(31.1, abs=0.05)


def test_scores_have_the_decimals_of_the_method(report_2019: Edition, en: Setting) -> None:
    assert ranking.score_text(report_2019.result(), 100.0, en) == "100.00"


def test_the_source_line_names_where_the_entries_stand(report_2019: Edition, en: Setting) -> None:
    line = ranking.result_line(report_2019.result(), en)
    assert line.endswith("computed by ParkIndex")
    assert "Results of the Evaluation" in line
