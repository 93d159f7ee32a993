"""Figures and tables that pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.document import Figure, Note, SourceList, Table
from parkindex.publishing.draft import DraftInsert, Page, Placeholder, PlaceholderKind
from parkindex.publishing.inserts import STANDS_IN_THE_WAY, Inserts, nearest, registry

if TYPE_CHECKING:
    from parkindex.edition import Edition


def page(*shown: tuple[PlaceholderKind, str]) -> Page:
    drafts = tuple(DraftInsert(Placeholder(kind, name), line) for line, (kind, name) in enumerate(shown, start=3))
    return Page("overview", "zh", "pages/overview.zh.md", drafts)


def blocks(inserts: Inserts, on: Page) -> list[object]:
    return [inserts.block(draft, on) for draft in on.drafts if isinstance(draft, DraftInsert)]


@pytest.mark.usefixtures("registries")
def test_figures_and_tables_are_numbered_apart(edition: Edition) -> None:
    shown = page(("table", "ranking"), ("figure", "absent"), ("figure", "dots"), ("sources", ""))
    inserts = Inserts(edition, "zh", [shown])
    table, note, figure, sources = blocks(inserts, shown)
    assert isinstance(table, Table)
    assert isinstance(figure, Figure)
    assert isinstance(note, Note)
    assert isinstance(sources, SourceList)
    assert (table.number, figure.number) == (1, 1)
    assert (note.kind, note.runs[0].text) == ("limit", "原文未给出。")
    assert inserts.taken(shown) == []


@pytest.mark.usefixtures("registries")
def test_what_a_reference_finds(edition: Edition) -> None:
    inserts = Inserts(edition, "en", [page(("figure", "absent"), ("figure", "dots"), ("table", "ranking"))])
    assert inserts.shown("dots") == (("figure", "dots"), 1)
    assert inserts.shown("ranking") == (("table", "ranking"), 1)
    assert inserts.shown("absent") == (("figure", "absent"), None)
    assert inserts.shown("none") is None
    assert set(inserts.names()) == {"absent", "dots", "ranking"}


@pytest.mark.usefixtures("registries")
def test_all_that_is_wrong_is_found_at_its_line(edition: Edition) -> None:
    shown = page(("figure", "dost"), ("figure", "dots"), ("figure", "dots"), ("figure", "broken"))
    found = Inserts(edition, "zh", [shown]).taken(shown)
    assert [(finding.code, finding.where.rpartition(":")[2]) for finding in found] == [
        ("page.unknown-name", "3"),
        ("page.shown-twice", "5"),
        ("charts.kind", "6"),
    ]
    assert found[0].hint == "did you mean dots?"


def test_hints() -> None:
    assert nearest("rankin", ["ranking", "funds"]) == "did you mean ranking?"
    assert nearest("zzz", ["ranking", "funds"]) == "there are ranking, funds"
    assert nearest("ranking", ["ranking", "funds"]) == STANDS_IN_THE_WAY
    assert nearest("zzz", [f"name{i}" for i in range(30)]).endswith("name19 …")


def test_the_registries_of_the_package_hold_callables() -> None:
    for kind in ("figure", "table"):
        known = registry(kind)
        assert known
        assert all(callable(build) for build in known.values())
