"""The timeline of national documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.background import KINDS, kind_name, national_documents
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Background, Dataset, PartialDate
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_the_documents_of_2019(report_2019: Edition, zh: Setting, en: Setting) -> None:
    chart = national_documents(report_2019.dataset, zh)
    assert isinstance(chart, Chart)
    assert chart.title == "5份国家层面的文件与讲话先后出现在2016年12月至2018年5月之间"
    assert "n = 5" in chart.subtitle
    dates = [event["date"] for event in chart.data["events"]]
    assert dates == sorted(dates)
    assert dates[0] == "2016-12"
    assert "国务院" in chart.alt
    english = national_documents(report_2019.dataset, en)
    assert isinstance(english, Chart)
    assert english.title == "Five national documents and speeches came between December 2016 and May 2018"
    assert {event["kind"] for event in english.data["events"]} <= {name.en for name in KINDS.values()}


def test_a_single_document_has_one_date(en: Setting) -> None:
    row = Background("a", PartialDate(2018, 5), Text(zh="甲", en="A"), Text(zh="文", en="Paper"), "plan")
    chart = national_documents(Dataset(background=(row,)), en)
    assert isinstance(chart, Chart)
    assert chart.title == "One national document came in May 2018"


def test_no_document_no_figure(en: Setting) -> None:
    assert isinstance(national_documents(Dataset(), en), Unavailable)


def test_an_unknown_kind_stands_for_itself() -> None:
    assert kind_name("round_table").en == "round table"
    assert kind_name("speech").zh == "讲话"
