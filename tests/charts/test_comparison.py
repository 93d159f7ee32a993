"""Two methods as a slope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.comparison import compare
from parkindex.charts.chart import Chart
from parkindex.charts.comparison import method_shifts, shift_title

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_published_against_sound(report_2019: Edition, zh: Setting, en: Setting) -> None:
    first, second = report_2019.result("published"), report_2019.result("sound")
    chart = method_shifts(first, second, en)
    assert isinstance(chart, Chart)
    assert (chart.data["left"], chart.data["right"]) == ("As published", "With binding weights")
    rows = {row["label"]: row for row in chart.data["rows"]}
    assert (rows["Hangzhou Xixi Valley"]["left"], rows["Hangzhou Xixi Valley"]["right"]) == (4, 8)
    assert [row["emphasis"] for row in rows.values()].count(True) == 1
    assert "tau = 0.879" in chart.subtitle
    assert chart.title == (
        "Under the second method fourteen of 22 parks change rank, Hangzhou Xixi Valley most (4 places), "
        "and nine change tier"
    )
    chinese = method_shifts(first, second, zh)
    assert isinstance(chinese, Chart)
    assert chinese.title == "换一种方法，22家中有14家名次变动，杭州西溪谷变动最大（4位），9家换了梯队"


def test_nothing_moves_against_itself(report_2019: Edition, en: Setting) -> None:
    result = report_2019.result()
    assert shift_title(result, compare(result, result), en) == "Under the second method no rank changes"
    chart = method_shifts(result, result, en)
    assert isinstance(chart, Chart)
    assert not any(row["emphasis"] for row in chart.data["rows"])
