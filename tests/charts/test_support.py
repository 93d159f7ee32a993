"""The support matrix drawn, and breadth beside stars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.charts import support
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Clause, Dataset, Status, SupportCell

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def cell(*clauses: Clause, status: Status = Status.OBSERVED) -> SupportCell:
    return SupportCell("s", "talent", "words", status=status, clauses=clauses)


def amount(yuan: float, *, at_most: bool = False) -> Clause:
    return Clause("amount", "…", most=yuan, at_most=at_most)


@pytest.mark.parametrize(
    ("given", "zh_text", "en_text"),
    [
        (cell(amount(600_000, at_most=True)), "≤60万", "≤600k"),
        (cell(amount(1e6), amount(5e6)), "500万", "5m"),
        (cell(Clause("fund", "…", most=1e9)), "10亿", "1bn"),
        (cell(amount(500_000), Clause("fund", "…", most=1e9)), "50万", "500k"),
        (cell(Clause("rate", "…", rate_least=40, rate_most=50)), "50%", "50%"),
        (cell(Clause("period", "…", years=3, at_most=True)), "≤3年", "≤3 y"),
        (cell(Clause("benefit", "…")), "✓", "✓"),
        (cell(), "✓", "✓"),
        (cell(status=Status.NONE), "/", "/"),
        (cell(status=Status.REFERS_ELSEWHERE), "现行政策", "other policy"),
    ],
)
def test_a_cell_in_brief(given: SupportCell, zh_text: str, en_text: str, zh: Setting, en: Setting) -> None:
    assert support.brief(given, zh) == zh_text
    assert support.brief(given, en) == en_text


@pytest.mark.parametrize(
    ("yuan", "zh_text", "en_text"), [(9_800, "9,800", "9.8k"), (1.5e8, "1.5亿", "150m"), (800, "800", "800")]
)
def test_money_in_brief(yuan: float, zh_text: str, en_text: str, zh: Setting, en: Setting) -> None:
    assert support.brief_money(yuan, zh) == zh_text
    assert support.brief_money(yuan, en) == en_text


def test_the_matrix_of_2019(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = support.support_matrix(report_2019.dataset, zh)
    assert isinstance(chart, Chart)
    assert chart.title == "广州黄埔区覆盖最广（10类中的10类），娄底市最窄（2类）"
    assert len(chart.data["rows"]) == 8
    assert len(chart.data["columns"]) == 12
    assert all(len(row) == 12 for row in chart.data["cells"])
    shades = [cell["value"] for row in chart.data["cells"] for cell in row if cell["value"] is not None]
    assert min(shades) >= 0
    assert max(shades) == 1
    kinds = {cell.get("missing") for row in chart.data["cells"] for cell in row}
    assert kinds == {None, "none", "refers_elsewhere"}
    assert [row[-1]["text"] for row in chart.data["cells"]][:3] == ["★★★★", "★★★★", "★★★"]
    english = support.support_matrix(report_2019.dataset, en)
    assert isinstance(english, Chart)
    assert [column["label"] for column in english.data["columns"]][3] == "R&D"


def test_breadth_and_stars(report_2019: Edition, en: Setting) -> None:
    chart = support.support_breadth(report_2019.dataset, en)
    assert isinstance(chart, Chart)
    assert chart.title == "Broader schemes tend to have more stars (Spearman 0.90)"
    assert [row["value"] for row in chart.data["rows"]] == [10, 7, 7, 7, 7, 5, 5, 2]
    assert chart.data["rows"][0]["note"] == "★★★★"


def test_an_unknown_category_keeps_its_own_name(en: Setting) -> None:
    dataset = Dataset(support=(SupportCell("s", "housing", "住房"),))
    assert support.category_names(dataset, en) == {"housing": "housing"}
    assert support.stars(None) == ""


def test_without_a_matrix_nothing_is_drawn(en: Setting) -> None:
    assert isinstance(support.support_matrix(Dataset(), en), Unavailable)
    assert isinstance(support.support_breadth(Dataset(), en), Unavailable)
