"""What one row of each table says. Every row remembers where it was read (``where``), for findings.

``source`` holds addresses (``report#ranking-table``); an empty text means that a cell was empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from parkindex.evidence.amounts import Clause
    from parkindex.evidence.dates import PartialDate
    from parkindex.framework.text import Text

PlaceLevel = Literal["country", "province", "city", "district", "zone"]
Relation = Literal["=", ">", "<", "≈", ">=", "<="]


@dataclass(frozen=True, slots=True)
class Row:
    """The address that every row carries."""

    where: str = field(default="", compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Place(Row):
    """A division, or a development zone (``zone``); longitude and latitude in degrees; ``region`` only on provinces."""

    code: str
    gbt2260: str
    name: Text
    level: PlaceLevel
    parent: str = ""
    region: str = ""
    longitude: float | None = None
    latitude: float | None = None
    coastal: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unit(Row):
    """What is evaluated: a park. ``place`` is the most specific place that the source supports."""

    code: str
    name: Text
    short: Text
    place: str
    aliases: tuple[str, ...] = ()
    place_note: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Observation(Row):
    """The value of a node for a unit or place; NaN where the status has no value.

    Of several years each has its ``year``; a row without one (None) holds for every year that says nothing else.
    """

    subject: str
    node: str
    value: float
    status: Status = Status.OBSERVED
    source: tuple[str, ...] = ()
    note: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Answer(Row):
    """The answer to a question as written (`Dataset.number` reads numbers); a multiple answer has several rows."""

    subject: str
    variable: str
    value: str
    status: Status = Status.OBSERVED
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statistic(Row):
    """A printed share or total.

    ``value`` is in ``unit`` (percent, count, yuan_100m, usd_100m), and NaN where none is printed.
    """

    code: str
    question: str
    category: str
    relation: Relation
    value: float
    unit: str
    stated_n: int | None = None
    answer: str = ""
    as_printed: str = ""
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PolicyMention(Row):
    """One printed mention of a policy; a policy printed in two tables has two.

    ``place_as_printed`` is what the table itself calls the place, where that is entered.
    """

    policy: str
    table: str
    place: str
    title: Text
    date: PartialDate | None = None
    summary: Text | None = None
    source: tuple[str, ...] = ()
    note: str = ""
    place_as_printed: str = ""


@dataclass(frozen=True, slots=True)
class Beneficiary(Row):
    """A park that gains from a policy; ``unit`` is empty when it is not among the units.

    ``name_en`` is the English name of such a park.
    """

    policy: str
    name_as_printed: str
    unit: str = ""
    name_en: str = ""
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scheme(Row):
    """A row of the support matrix, with the stars that the source gives it."""

    scheme: str
    name: Text
    place: str
    stars: int | None = None
    policies: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SupportCell(Row):
    """A cell of the support matrix: its words, and the clauses read from them; ``unread`` is what could not be read."""

    scheme: str
    category: str
    words: str
    words_en: str = ""
    status: Status = Status.OBSERVED
    source: tuple[str, ...] = ()
    note: str = ""
    clauses: tuple[Clause, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Fund(Row):
    """A fund; ``amount`` in ``unit_of_measure`` as printed, `yuan` in yuan. ``unit`` is empty when no unit holds it.

    ``park_en`` is the English name of a park that is not among the units.
    """

    fund: str
    name: Text
    place: str
    amount: float
    unit_of_measure: str
    unit: str = ""
    park_as_printed: str = ""
    park_en: str = ""
    source: tuple[str, ...] = ()
    note: str = ""

    @property
    def yuan(self) -> float:
        """The amount in yuan."""
        return self.amount * {"亿元": 1e8, "万元": 1e4, "元": 1.0}[self.unit_of_measure]


@dataclass(frozen=True, slots=True)
class Guidance(Row):
    """A province's guidance policy; date and title are empty where only the province is named."""

    place: str
    date: PartialDate | None = None
    title: Text | None = None
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class MarketValue(Row):
    """A year of a market series; ``value`` in ``unit`` (yuan_100m, usd_100m)."""

    series: str
    year: int
    value: float
    unit: str
    relation: Relation
    kind: Literal["observed", "forecast"]
    as_printed: str = ""
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class GrowthRate(Row):
    """A printed compound growth rate in percent a year."""

    series: str
    first: int
    last: int
    rate: float
    as_printed: str = ""
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Background(Row):
    """A national document or speech; ``kind`` is a plan, opinion, speech, white paper or the like."""

    code: str
    date: PartialDate
    issuer: Text
    title: Text
    kind: str
    gist: Text | None = None
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderEntry(Row):
    """A position in a printed order, held by a place or a unit."""

    order: str
    position: int
    place: str = ""
    unit: str = ""
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Published(Row):
    """A printed result, to compare a reproduction with."""

    unit: str
    node: str
    value: float
    rank: int | None = None
    tier: int | None = None
    source: tuple[str, ...] = ()
    note: str = ""
