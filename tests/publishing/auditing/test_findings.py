"""Tests of numbers and addresses of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.auditing.findings import exhibits_text, numbered, place_text, question

if TYPE_CHECKING:
    from parkindex.audit import Audit
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
    outcome = numbered(audit)[1].outcome
    evidence = audit.publication.evidence
    assert exhibits_text(outcome, evidence, zh) == "乙园，列p：50，乙园，列total：81（table.csv:3）"
    assert exhibits_text(outcome, evidence, en) == "Park 乙, column p: 50, Park 乙, column total: 81 (table.csv:3)"


def test_an_address_in_a_source_is_named_by_its_title(report_2019: Edition, zh: Setting, en: Setting) -> None:
    part = next(part for part in report_2019.dataset.sources[0].parts if part.code == "ranking-table")
    assert place_text("report#ranking-table", report_2019.dataset, zh) == part.title.zh
    assert place_text("report#ranking-table", report_2019.dataset, en) == part.title.en
    assert place_text("table.csv:3", report_2019.dataset, zh) == "table.csv:3"
