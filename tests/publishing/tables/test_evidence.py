"""Tables of the evidence."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from parkindex.charts.setting import Unavailable
from parkindex.evidence.model import Statistic
from parkindex.publishing.document import Table
from parkindex.publishing.tables import evidence

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def held(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def test_2019_has_given_pillars_and_nothing_below(report_2019: Edition, en: Setting) -> None:
    table = evidence.data_availability(report_2019, en)
    assert table.title == "The four nodes that enter the index hold 88 of 88 possible values"
    rows = {row[0].text.strip(): [cell.text for cell in row[1:]] for row in table.rows}
    assert rows["Policy support"] == ["22", "22", "0", "0", "0", "0", "0", ""]
    assert rows["Duration"][-2:] == ["22", "no record 22"]
    assert [row[0].text for row in table.rows if row[0].strong] == [
        "Policy support",
        "Recruitment and operation",
        "Research strength",
        "Capital support",
    ]


def test_the_sample_keeps_kinds_of_missing_apart(sample_22: Edition, en: Setting) -> None:
    table = evidence.data_availability(sample_22, en)
    reasons = " ".join(row[-1].text for row in table.rows if row[0].strong)
    assert "not " in reasons
    result = sample_22.result()
    assert sum(row[0].strong for row in table.rows) == len(result.entries) == 11
    for row in table.rows:
        assert int(row[1].text) + int(row[7].text) == len(result.units)
    assert sum(int(row[3].text) for row in table.rows) > 0


def test_every_granted_cell_is_shown_with_what_was_read(report_2019: Edition, zh: Setting, en: Setting) -> None:
    table = held(evidence.support_amounts(report_2019, zh))
    assert len(table.rows) == 50
    assert all(row[3].text for row in table.rows)
    threshold = next(row for row in table.rows if row[2].text == "门槛：500万营收，补贴：50—500万元")
    assert threshold[3].text == "补贴：50—500万元（门槛：营收500万元）"
    english = held(evidence.support_amounts(report_2019, en))
    assert english.title.startswith("50 of 80 cells grant something")


def test_every_printed_statistic_is_listed_with_its_base(report_2019: Edition, zh: Setting) -> None:
    table = held(evidence.statistics(report_2019, zh))
    assert len(table.rows) == len(report_2019.dataset.statistics)
    highway = next(row for row in table.rows if row[1].text == "靠近高速公路")
    assert (highway[2].text, highway[3].text) == ("71.4%", "15/21")
    assert highway[4].text.startswith("n = 21")
    metro = next(row for row in table.rows if row[1].text == "靠近地铁口")
    assert metro[4].text == ""


def test_the_sample_quotes_no_shares(sample_22: Edition, zh: Setting) -> None:
    found = evidence.statistics(sample_22, zh)
    if isinstance(found, Unavailable):
        assert "回答" in found.reason.zh
    else:
        assert all(not row[2].text.endswith("%") for row in found.rows)


@pytest.mark.parametrize(
    ("statistic", "zh_text", "en_text"),
    [
        (Statistic("a", "q", "c", ">", 60, "percent"), "超过60%", "more than 60%"),
        (Statistic("a", "q", "c", "≈", 400, "yuan_100m"), "约400亿元", "about CNY 40 billion"),
        (Statistic("a", "q", "c", "=", 22, "count"), "22", "22"),
        (Statistic("a", "q", "c", "=", math.nan, "percent"), "–", "–"),
    ],
)
def test_statistics_as_printed(statistic: Statistic, zh_text: str, en_text: str, zh: Setting, en: Setting) -> None:
    assert evidence.printed_value(statistic, zh) == zh_text
    assert evidence.printed_value(statistic, en) == en_text


def test_sources_with_how_often_they_are_cited(report_2019: Edition, zh: Setting) -> None:
    table = evidence.sources(report_2019, zh)
    assert len(table.rows) == len(report_2019.dataset.sources)
    first = table.rows[0]
    assert first[0].text.startswith("《")
    assert int(first[4].text) > 300
    assert first[2].text == "2019年7月"


def test_places_with_their_grounds(report_2019: Edition, en: Setting) -> None:
    table = evidence.places_of_units(report_2019, en)
    assert len(table.rows) == 22
    assert sum(row[4].text == "yes" for row in table.rows) == 14
    assert table.title == "Twelve of 22 parks can be placed in a district or zone"
    longcheng = next(row for row in table.rows if row[0].text.startswith("Liaoning Longcheng"))
    assert longcheng[5].text.startswith("Inferred")
