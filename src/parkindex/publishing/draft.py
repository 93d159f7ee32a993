"""A page of the edition as it was written: blocks of text and placeholders with their lines, before any value is known.

`parkindex.publishing.pages` reads Markdown into a `Page`; `parkindex.publishing.compose` turns pages into a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from parkindex.publishing.document import Language

PlaceholderKind = Literal["value", "see", "cite", "figure", "table", "cards", "sources"]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands between ``{{`` and ``}}``: a value with its format, a reference, or a whole block by name."""

    kind: PlaceholderKind
    name: str = ""
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or a placeholder, in one style; ``line`` is its line in the page's file."""

    content: str | Placeholder
    line: int
    strong: bool = False
    code: bool = False
    target: str = ""


Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DraftHeading:
    """A heading; level 1 opens the page."""

    level: int
    pieces: Pieces
    line: int


@dataclass(frozen=True, slots=True)
class DraftProse:
    """A paragraph."""

    pieces: Pieces
    line: int


@dataclass(frozen=True, slots=True)
class DraftBullets:
    """A list, numbered or not."""

    items: tuple[Pieces, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A quoted paragraph: a remark, or a limit of the evidence."""

    pieces: Pieces
    kind: Literal["limit", "remark"]
    line: int


@dataclass(frozen=True, slots=True)
class DraftInsert:
    """A figure, a table, the cards or the sources, by name."""

    placeholder: Placeholder
    line: int


Draft: TypeAlias = DraftHeading | DraftProse | DraftBullets | DraftNote | DraftInsert


@dataclass(frozen=True, slots=True)
class Page:
    """One part of the report in one language; ``path`` is how findings name the file (``pages/summary.zh.md``)."""

    name: str
    language: Language
    path: str
    drafts: tuple[Draft, ...]

    def inserts(self, kind: PlaceholderKind) -> tuple[str, ...]:
        """Return the names of the figures or tables this page shows, in order."""
        shown = (draft.placeholder for draft in self.drafts if isinstance(draft, DraftInsert))
        return tuple(placeholder.name for placeholder in shown if placeholder.kind == kind)
