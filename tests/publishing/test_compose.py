"""From pages to a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from parkindex.errors import PublishingError
from parkindex.publishing.compose import compose, compose_with_findings, without_echoes
from parkindex.publishing.document import Bullets, Figure, Heading, Note, Prose, Run, SourceList, Table

if TYPE_CHECKING:
    from parkindex.edition import Edition

pytestmark = pytest.mark.usefixtures("registries")
WritePages = Callable[..., "Edition"]

SUMMARY = ("# 摘要\n\n见{{ see dots }}。\n", "# Summary\n\nSee {{ see dots }}.\n")
OVERVIEW = (
    "# 概览\n\n## {{ units.count }}家园区\n\n- 甲\n\n> 说明\n\n{{ figure dots }}\n\n{{ table ranking }}\n",
    "# Overview\n\n## {{ units.count }} parks\n\n- A\n\n> Remark\n\n{{ figure dots }}\n\n{{ table ranking }}\n",
)
SOURCES = ("# 来源\n\n{{ sources }}\n", "# Sources\n\n{{ sources }}\n")


def test_a_whole_document(write_pages: WritePages) -> None:
    document = compose(write_pages(summary=SUMMARY, overview=OVERVIEW, sources=SOURCES), "zh")
    assert [type(block) for block in document.blocks] == [
        Heading, Prose, Heading, Heading, Bullets, Note, Figure, Table, Heading, SourceList,
    ]  # fmt: skip
    assert [block for block in document.blocks if isinstance(block, Heading)] == [
        Heading(1, "摘要", "summary", ""),
        Heading(1, "概览", "overview", "第一部分"),
        Heading(2, "4家园区", "overview-1", "1.1"),
        Heading(1, "来源", "sources", ""),
    ]
    assert document.blocks[1] == Prose((Run("见"), Run("图\u00a01", target="#figure-dots"), Run("。")))
    assert document.title == "手工版"


def test_both_languages_have_the_same_shape(write_pages: WritePages) -> None:
    edition = write_pages(summary=SUMMARY, overview=OVERVIEW, sources=SOURCES)
    shapes = [[type(block) for block in compose(edition, language).blocks] for language in ("zh", "en")]
    assert shapes[0] == shapes[1]


def test_the_same_pages_give_the_same_document(write_pages: WritePages) -> None:
    edition = write_pages(summary=SUMMARY, overview=OVERVIEW)
    assert compose(edition, "en") == compose(edition, "en")


def test_everything_wrong_comes_at_once_in_the_order_of_the_pages(write_pages: WritePages) -> None:
    wrong = (
        "# 概览\n\n共22家{{ units.none }}\n\n{{ figure none }}\n\n{{ figure broken }}\n\n见{{ see none }}\n",
        "# X\n",
    )
    with pytest.raises(PublishingError) as raised:
        compose(write_pages(summary=SUMMARY, overview=wrong), "zh")
    assert [(finding.code, finding.where) for finding in raised.value.findings] == [
        ("page.unknown-reference", "pages/summary.zh.md:3"),
        ("prose.literal-number", "pages/overview.zh.md:3"),
        ("prose.unknown-value", "pages/overview.zh.md:3"),
        ("page.unknown-name", "pages/overview.zh.md:5"),
        ("charts.kind", "pages/overview.zh.md:7"),
        ("page.unknown-reference", "pages/overview.zh.md:9"),
    ]


def test_the_document_is_composed_as_far_as_it_goes(write_pages: WritePages) -> None:
    document, findings = compose_with_findings(write_pages(overview=("# 概览\n\n{{ x }}甲\n", "# X\n")), "zh")
    assert len(findings) == 1
    assert document.blocks[1] == Prose((Run("甲"),))


def test_a_missing_page_is_a_finding(edition: Edition) -> None:
    _, findings = compose_with_findings(edition, "zh")
    assert [finding.code for finding in findings] == ["page.missing"] * 3


def test_figures_missing_for_one_reason_share_a_note() -> None:
    note, other, prose = Note((Run("no data"),), "limit"), Note((Run("else"),), "limit"), Prose((Run("no data"),))
    assert list(without_echoes([note, note, other, note, prose, prose, note])) == [
        note,
        other,
        note,
        prose,
        prose,
        note,
    ]
