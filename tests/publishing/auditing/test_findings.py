"""Tests of numbers and addresses of findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.audit.outcome import fails
from parkindex.evidence.dataset import Dataset
from parkindex.publishing.auditing.findings import exhibits_text, numbered, place_text, question

if TYPE_CHECKING:
    from parkindex.audit import Audit, Ranking
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_the_most_serious_of_a_family_has_the_first_number(audit: Audit) -> None:
    found = numbered(audit)
    assert [(each.number, each.severity, each.outcome.subject) for each in found] == [
        (1, "major", "o"),
        (2, "moderate", "b"),
    ]
    assert question(found[0].outcome).en.endswith("?")


def test_printed_numbers_stand_with_their_addresses(audit: Audit, zh: Setting, en: Setting) -> None:
    order, sum_ = (each.outcome for each in numbered(audit))
    published = audit.publication
    said = exhibits_text(sum_, published.ranking, published.evidence, zh)
    assert said == "乙园：列p\u00a050，列total\u00a081（table.csv:3）"
    assert exhibits_text(sum_, published.ranking, published.evidence, en) == (
        "Park 乙: column p\u00a050, column total\u00a081 (table.csv:3)"
    )
    assert exhibits_text(order, published.ranking, published.evidence, zh).startswith("甲园：列total")


def test_cells_of_one_column_name_it_once(ranking: Ranking, en: Setting) -> None:
    cells = [replace(ranking.cell(row, ranking.columns[0]), where="") for row in range(4)]
    outcome = fails("minor", "不", "no", *cells)
    said = exhibits_text(outcome, ranking, Dataset(), en)
    assert said == "Column p: Park 甲\u00a060, Park 乙\u00a050, Park 丙\u00a020, Park 丁\u00a010"


def test_an_address_in_a_source_is_named_by_its_title(report_2019: Edition, zh: Setting, en: Setting) -> None:
    part = next(part for part in report_2019.dataset.sources[0].parts if part.code == "ranking-table")
    assert place_text("report#ranking-table", report_2019.dataset, zh) == part.title.zh
    assert place_text("report#ranking-table", report_2019.dataset, en) == part.title.en
    assert place_text("table.csv:3", report_2019.dataset, zh) == "table.csv:3"
