"""References into the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.document import SourceEntry
from parkindex.publishing.references import References

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_sources_and_parts_are_numbered(edition: Edition) -> None:
    references = References(edition.dataset, "zh")
    assert references.cite("report") == ("[1]", "#source-report")
    assert references.cite("report#x") == ("[1.2]", "#source-report")
    assert references.cite("report#none") is None
    assert references.known() == ("report", "report#scores", "report#x")


def test_the_chapter_lists_what_the_evidence_uses(edition: Edition) -> None:
    (entry,) = References(edition.dataset, "zh").chapter().entries
    assert entry == SourceEntry("source-report", "《报告》，研究院，2019年7月。", ("[1.1] 得分表（第4页）", "[1.2] 甲"))
    (english,) = References(edition.dataset, "en").chapter().entries
    assert english == SourceEntry("source-report", "Report. Institute, July 2019.", ("[1.1] Scores (p. 4)", "[1.2] X"))


def test_what_only_the_text_cites_is_listed_too(edition: Edition) -> None:
    from dataclasses import replace

    silent = replace(edition.dataset, observations=(), statistics=(), series=())
    references = References(silent, "en")
    assert references.chapter().entries[0].parts == ()
    references.cite("report#x")
    assert references.chapter().entries[0].parts == ("[1.2] X",)
