"""Tests of the audit as a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.publishing.auditing.compose import compose_audit
from parkindex.publishing.document import Bullets, Figure, Note, Prose, Table

if TYPE_CHECKING:
    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting


def test_tables_and_figures_are_numbered_in_their_order(audit: Audit, en: Setting) -> None:
    document = compose_audit(audit, en)
    held = [block for block in document.blocks if isinstance(block, Table)]
    assert [(block.number, block.name) for block in held] == [
        (1, "audit-families"),
        (2, "audit-ranking"),
        (3, "audit-findings"),
        (4, "audit-untestable"),
        (5, "audit-holds"),
    ]
    assert [block.chart.name for block in document.blocks if isinstance(block, Figure)] == [
        "audit-weights",
        "audit-place-spread",
        "audit-gaps",
    ]


def test_the_summary_counts_and_names_what_is_major(audit: Audit, zh: Setting) -> None:
    document = compose_audit(audit, zh)
    first = next(block for block in document.blocks if isinstance(block, Prose))
    assert "4个结果：2项不成立（重大1项和一般1项），1项无法检验，1项成立。" in first.runs[0].text
    bullets = next(block for block in document.blocks if isinstance(block, Bullets))
    assert [run.text for run in bullets.items[0]] == ["1  ", "次序不符。"]
    assert document.date == "证据截至2019年5月"


def test_a_table_without_a_date_or_findings_makes_a_document_too(audit: Audit, bare: Setting) -> None:
    document = compose_audit(replace(audit, outcomes=audit.outcomes[3:]), bare)
    assert document.date == ""
    assert document.running_head == "审计：一张表"
    assert not any(isinstance(block, Bullets) and "重大" not in block.items[0][0].text for block in document.blocks)
    assert any(isinstance(block, Note) for block in document.blocks)
