"""From an edition and its pages to the document of one language.

Every number in the prose is a value, every figure and table a function over the evidence and the results; here they
are put into the order of the pages, numbered and linked. All that is wrong is found before anything is raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.errors import Finding, PublishingError, has_errors
from parkindex.publishing.cover import colophon, cover
from parkindex.publishing.document import Block, Bullets, Document, Heading, Language, Note, Prose, Run
from parkindex.publishing.draft import Draft, DraftBullets, DraftHeading, DraftInsert, DraftNote, DraftProse, Page
from parkindex.publishing.inserts import Inserts
from parkindex.publishing.numbering import Numbering
from parkindex.publishing.pages import read_page
from parkindex.publishing.resolving import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parkindex.edition import Edition


def compose(edition: Edition, language: Language) -> Document:
    """Return the report of an edition in one language.

    Raises `PublishingError` with every finding about its pages when one of them is an error.
    """
    document, findings = compose_with_findings(edition, language)
    if has_errors(findings):
        raise PublishingError(findings)
    return document


def compose_with_findings(edition: Edition, language: Language) -> tuple[Document, list[Finding]]:
    """Return the document as far as it goes, with every finding about its pages in their order."""
    read = [read_page(edition.path, name, language) for name in edition.about.pages]
    pages = [page for page, _ in read]
    inserts = Inserts(edition, language, pages)
    resolver = Resolver(edition, language, inserts)
    blocks: list[Block] = []
    findings: list[Finding] = []
    numbering = Numbering(language)
    for page, found in read:
        blocks += without_echoes(page_blocks(page, numbering, inserts, resolver))
        findings += sorted((*found, *inserts.taken(page), *resolver.taken(page)), key=_line)
    return Document(blocks=tuple(blocks), colophon=colophon(edition, language), **cover(edition, language)), findings


def page_blocks(page: Page, numbering: Numbering, inserts: Inserts, resolver: Resolver) -> Iterator[Block]:
    """Yield the blocks of one page."""
    numbering.open_part(page.name)
    for draft in page.drafts:
        if isinstance(draft, DraftHeading):
            anchor, number = numbering.heading(draft.level)
            text = "".join(run.text for run in resolver.runs(draft.pieces, page))
            yield Heading(draft.level, text, anchor, number)
        elif isinstance(draft, DraftInsert):
            block = inserts.block(draft, page)
            if block is not None:
                yield block
        else:
            yield text_block(draft, page, resolver)


def without_echoes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out a note that says again what the one before it says: figures missing for one reason share a note."""
    last: Block | None = None
    for block in blocks:
        if not (isinstance(block, Note) and block == last):
            yield block
        last = block


def text_block(draft: Draft, page: Page, resolver: Resolver) -> Block:
    """Return a paragraph, list or note with its values filled in."""
    match draft:
        case DraftProse(pieces):
            return Prose(resolver.runs(pieces, page))
        case DraftNote(pieces, kind):
            return Note(resolver.runs(pieces, page), kind)
        case DraftBullets(items, ordered):
            return Bullets(tuple(resolver.runs(item, page) for item in items), ordered)
        case _:
            return Prose((Run(""),))


def _line(finding: Finding) -> int:
    line = finding.where.rpartition(":")[2]
    return int(line) if line.isdigit() else 0
