"""The check of a whole edition: its files and evidence first, then its pages in every language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import EditionError, Finding, has_errors

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.publishing.draft import Page


def check_edition(path: Path | str) -> list[Finding]:
    """Return every finding about the edition in a folder; never raises for what the edition gets wrong."""
    from parkindex.edition import open_edition

    try:
        edition = open_edition(path)
    except EditionError as error:
        return [*error.findings, *check_texts(Path(path))]
    found = edition.check()
    if has_errors(edition.findings_of_claims):
        return [*found, *check_texts(Path(path))]
    return [*found, *(finding for finding in check_pages(edition) if not _repeats(finding, found))]


def _repeats(finding: Finding, found: list[Finding]) -> bool:
    """Tell whether a page only suffers from a problem that is told at its own place: a method that fails."""
    return any(finding.code == other.code and finding.message.endswith(other.message) for other in found)


def check_texts(folder: Path) -> list[Finding]:
    """Return what is wrong with the pages as texts, where an edition cannot be opened and no value is known."""
    from parkindex.edition import About
    from parkindex.framework.reading import read_yaml, validate
    from parkindex.publishing.pages import read_page

    about, _ = validate(read_yaml(folder / "edition.yaml"), About)
    if about is None:
        return []
    pages = [(name, language) for language in about.languages for name in about.pages]
    return [finding for name, language in pages for finding in read_page(folder, name, language)[1]]


def check_pages(edition: Edition) -> list[Finding]:
    """Return every finding about the pages: unknown names, literal numbers, characters that the fonts lack."""
    from parkindex.publishing.characters import missing_glyphs
    from parkindex.publishing.compose import compose_with_findings

    found: list[Finding] = []
    for language in edition.about.languages:
        document, findings = compose_with_findings(edition, language)
        found += [*findings, *missing_glyphs(document, {}, edition.path)]
    return [*found, *check_parity(edition)]


def check_parity(edition: Edition) -> list[Finding]:
    """Find figures and tables that one language shows and another does not."""
    from parkindex.publishing.pages import read_page

    first, *others = edition.about.languages
    found: list[Finding] = []
    for name in edition.about.pages:
        one, _ = read_page(edition.path, name, first)
        for language in others:
            other, _ = read_page(edition.path, name, language)
            if one.drafts and other.drafts:
                found += [*_lacking(one, other), *_lacking(other, one)]
    return found


def _lacking(page: Page, other: Page) -> list[Finding]:
    lacking = [
        f"{kind} {name}".strip()
        for kind in ("figure", "table", "cards", "sources")
        for name in page.inserts(kind)
        if name not in other.inserts(kind)
    ]
    hint = "both languages show the same"
    return [Finding("page.parity", other.path, f"'{name}' of {page.path} is not shown", hint) for name in lacking]
