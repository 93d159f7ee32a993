"""Figures, tables, cards and sources: built once for a document, in the order in which its pages show them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from parkindex.charts.setting import Unavailable
from parkindex.errors import Finding, ParkIndexError
from parkindex.publishing.document import Block, Figure, Language, Note, Run, Table
from parkindex.publishing.draft import DraftInsert, Page, Placeholder
from parkindex.publishing.references import References

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from parkindex.edition import Edition

Key = tuple[str, str]
NEEDS = "leave it out, or add the evidence it needs"


class Inserts:
    """The blocks that pages name; a figure that the evidence does not allow becomes a note with the reason."""

    def __init__(self, edition: Edition, language: Language, pages: Sequence[Page]) -> None:
        """Build every figure and table that the pages show, and number them in their order."""
        self.edition = edition
        self.language: Language = language
        self.references = References(edition.dataset, language)
        self._findings: list[Finding] = []
        self._blocks: dict[Key, Block | None] = {}
        self._numbers: dict[Key, int] = {}
        self._counts = {"figure": 0, "table": 0}
        for page in pages:
            for draft in page.drafts:
                if isinstance(draft, DraftInsert):
                    self._place(draft.placeholder, f"{page.path}:{draft.line}")

    def _place(self, placeholder: Placeholder, where: str) -> None:
        key = (placeholder.kind, placeholder.name)
        if key in self._blocks:
            name = " ".join(part for part in key if part)
            hint = "show it once and refer to it elsewhere with {{ see NAME }}"
            self._findings.append(Finding("page.shown-twice", where, f"'{name}' is shown twice", hint))
            return
        self._blocks[key] = None
        if placeholder.kind in ("figure", "table"):
            built = self._build(placeholder, where)
            if built is not None:
                self._blocks[key] = self._numbered(key, built)

    def _build(self, placeholder: Placeholder, where: str) -> Any:
        """Build a figure or table by its name; None and a finding where there is none, or it cannot be built."""
        known = registry(placeholder.kind)
        build = known.get(placeholder.name)
        if build is None:
            message = f"no {placeholder.kind} is called '{placeholder.name}'"
            self._findings.append(Finding("page.unknown-name", where, message, nearest(placeholder.name, known)))
            return None
        try:
            return build(self.edition, self.language)
        except ParkIndexError as error:
            self._findings += _cannot_be_shown(placeholder.name, where, error)
            return None

    def _numbered(self, key: Key, built: Any) -> Block:
        if isinstance(built, Unavailable):
            return Note((Run(built.reason.of(self.language)),), built.kind)
        self._counts[key[0]] += 1
        number = self._numbers[key] = self._counts[key[0]]
        if isinstance(built, Table):
            from dataclasses import replace

            return replace(built, number=number)
        return Figure(built, number)

    def block(self, draft: DraftInsert, page: Page) -> Block | None:
        """Return the block that a page shows; None where a finding says why there is none."""
        placeholder = draft.placeholder
        if placeholder.kind == "sources":
            return self.references.chapter()
        if placeholder.kind == "cards":
            return self._cards(f"{page.path}:{draft.line}")
        return self._blocks.get((placeholder.kind, placeholder.name))

    def _cards(self, where: str) -> Block | None:
        from parkindex.publishing.cards import cards

        try:
            return cards(self.edition, self.language)
        except ParkIndexError as error:
            self._findings += _cannot_be_shown("cards", where, error)
            return None

    def shown(self, name: str) -> tuple[Key, int | None] | None:
        """Return which figure or table a name means and its number (None for a note); None for no such block."""
        for kind in ("figure", "table"):
            if self._blocks.get((kind, name)) is not None:
                return (kind, name), self._numbers.get((kind, name))
        return None

    def names(self) -> tuple[str, ...]:
        """Return the names that a reference may use."""
        return tuple(dict.fromkeys(name for _, name in self._blocks if name))

    def taken(self, page: Page) -> list[Finding]:
        """Return the findings about one page."""
        return [finding for finding in self._findings if finding.where.startswith(f"{page.path}:")]


def _cannot_be_shown(name: str, where: str, error: ParkIndexError) -> list[Finding]:
    return [
        Finding(each.code, where, f"'{name}' cannot be shown: {each.message}", each.hint or NEEDS, each.severity)
        for each in error.findings
    ]


def registry(kind: str) -> Mapping[str, Callable[[Any, Any], Any]]:
    """Return the figures or the tables by name."""
    if kind == "figure":
        from parkindex.publishing.figures import FIGURES

        return FIGURES
    from parkindex.publishing.tables import TABLES

    return TABLES


STANDS_IN_THE_WAY = "there is one, but something stands in its way: mend what else is found first"


def nearest(name: str, known: Mapping[str, object] | Sequence[str]) -> str:
    """Return a hint with the names that come nearest, or some of those there are; of a name itself, what to mend."""
    names = list(known)
    if name in names:
        return STANDS_IN_THE_WAY
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"there are {', '.join(names[:20])}{' …' if len(names) > 20 else ''}" if names else ""
