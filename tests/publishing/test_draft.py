"""Drafts."""

from __future__ import annotations

from parkindex.publishing.draft import DraftInsert, Page, Placeholder


def test_a_page_tells_what_it_shows_in_order() -> None:
    shown = [Placeholder("figure", "b"), Placeholder("table", "a"), Placeholder("figure", "a")]
    page = Page("x", "zh", "pages/x.zh.md", tuple(DraftInsert(each, line) for line, each in enumerate(shown)))
    assert page.inserts("figure") == ("b", "a")
    assert page.inserts("table") == ("a",)
    assert page.inserts("sources") == ()
