"""The report as data: what is said, in which order, before any format writes it.

`parkindex.publishing.compose` builds a `Document`; a renderer (`html`, `pdf`) only typesets it. Every number is
already text in the document's language, so that all formats of one language print the same characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart

Language = Literal["zh", "en"]
Alignment = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``target`` is an anchor (``#table-ranking``) or a web address."""

    text: str
    strong: bool = False
    code: bool = False
    target: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 opens a part. ``anchor`` is unique, ``number`` is its printed number or empty."""

    level: int
    text: str
    anchor: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of paragraphs, numbered or not."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark set apart: a limit of the evidence (``limit``), a hint to the reader (``remark``)."""

    runs: Runs
    kind: Literal["limit", "remark"] = "remark"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, the unit of measure under it, and how its cells stand.

    ``share`` is the column's share of the width in relation to the other columns (1 = ordinary).
    """

    head: str
    unit: str = ""
    align: Alignment = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, a mark for what was done to the value, a shade (0 to 1) for heat tables, a tier (1 = best)."""

    text: str
    mark: str = ""
    shade: float | None = None
    tier: int | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title that says what it shows. ``rows`` hold one `Cell` a column; ``notes`` explain the marks."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str
    notes: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its number; the chart carries title, subtitle, source line and alternative text."""

    chart: Chart
    number: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """The card of one unit: who it is, how it scored, where it stands in each pillar, what is strong, what is weak."""

    code: str
    name: str
    place: str
    tier: int
    tier_name: str
    rank: str
    score: str
    figures: tuple[Cell, ...]
    chart: Chart
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of all units, best first."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of the source chapter: title, publisher and date as one line, and the parts that are used."""

    anchor: str
    line: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of the document."""

    entries: tuple[SourceEntry, ...]


Block: TypeAlias = Heading | Prose | Bullets | Note | Table | Figure | Cards | SourceList


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report in one language.

    ``running_head`` stands on every page: edition, cut-off date and, for a synthetic edition, that it is synthetic.
    ``colophon`` lines name the version, the licence and how to reproduce the document.
    """

    language: Language
    title: str
    subtitle: str
    running_head: str
    publisher: str
    date: str
    synthetic: bool
    blocks: tuple[Block, ...]
    colophon: tuple[str, ...] = ()

    def figures(self) -> tuple[Chart, ...]:
        """Return every chart of the document in its order, those of the cards included."""
        charts: list[Chart] = []
        for block in self.blocks:
            if isinstance(block, Figure):
                charts.append(block.chart)
            elif isinstance(block, Cards):
                charts.extend(card.chart for card in block.cards)
        return tuple(charts)
