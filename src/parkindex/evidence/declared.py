"""What an edition declares in YAML: sources, survey questions, market series, orders, and the report's claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, PlainSerializer, RootModel, Tag, WithJsonSchema

from parkindex.evidence.dates import PartialDate
from parkindex.framework.text import Code, Number, Slug, Strict, Text
from parkindex.framework.validation import TAG_MARK


def _date(written: object) -> PartialDate:
    """Take ``2019`` (a number in YAML), ``2019-05`` or ``2019-05-31``."""
    if isinstance(written, PartialDate):
        return written
    if isinstance(written, bool) or not isinstance(written, int | str):
        raise ValueError(f"not a date: {written!r}")  # noqa: TRY004 - pydantic takes only this kind
    return PartialDate.parse(str(written))


DateField = Annotated[
    PartialDate,
    BeforeValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}, {"type": "integer"}]}),
]
"""A partial date as a field of a YAML model."""

SourceType = Literal["report", "policy", "dataset", "statistics", "own", "handbook"]


class SourcePart(Strict):
    """A table, page or chapter of a source; its address is ``SOURCE#PART``."""

    code: Slug
    title: Text
    page: int | None = None
    part: int | None = None
    note: Text | None = None


class Source(Strict):
    """Where facts come from."""

    code: Slug
    title: Text
    publisher: Text | None = None
    date: DateField | None = None
    kind: SourceType
    url: str | None = None
    note: Text | None = None
    parts: tuple[SourcePart, ...] = ()


class VariableClass(Strict):
    """An option of a question, or for a number the class ``from`` <= value < ``to`` (None: open)."""

    code: Code
    name: Text
    least: Number | None = Field(default=None, alias="from")
    below: Number | None = Field(default=None, alias="to")

    def holds(self, value: float) -> bool:
        """Tell whether a number falls into the class."""
        return (self.least is None or value >= self.least) and (self.below is None or value < self.below)


class Variable(Strict):
    """A question about units or places outside the index tree.

    ``least`` and ``most`` bound the numbers that make sense.
    """

    code: Code
    name: Text
    question: Text | None = None
    level: Literal["park", "district", "city", "province"]
    kind: Literal["number", "category", "multiple", "date"]
    unit_of_measure: Text | None = None
    classes: tuple[VariableClass, ...] = ()
    least: Number | None = None
    most: Number | None = None

    def class_of(self, value: float) -> VariableClass | None:
        """Return the class that a number falls into, None for none."""
        return next((option for option in self.classes if option.holds(value)), None)


class Series(Strict):
    """A time series of a market, with its currency and publisher."""

    code: Slug
    name: Text
    currency: str
    publisher: Text
    source: str


class Order(Strict):
    """A ranking that was printed as an order only, without values."""

    code: Slug
    name: Text
    source: str


class _Claim(Strict):
    code: Slug
    source: str
    part: str | int | None = None
    says: Text
    note: Text | None = None


class TierCutOff(_Claim):
    """A tier starts at a score."""

    kind: Literal["tier_cutoff"]
    tier: int
    at: Number


class TierMembers(_Claim):
    """A tier holds these units, or units of these places; ``complete`` when it holds no other."""

    kind: Literal["tier_members"]
    tier: int
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    complete: bool = False


class Leader(_Claim):
    """A unit or place has the highest (or lowest) score of a node, among all or within a tier (``tier:1``)."""

    kind: Literal["leader"]
    node: Code
    unit: str | None = None
    place: str | None = None
    scope: Annotated[str, Field(pattern=r"^(all|tier:[1-9])$")] = "all"
    which: Literal["highest", "lowest"] = "highest"


class OrderClaim(_Claim):
    """Places or units stand in this order."""

    kind: Literal["order"]
    order: str | None = None
    node: Code | None = None
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Measure(_Claim):
    """A count or a share is so large."""

    kind: Literal["count", "share"]
    what: str
    value: Number
    relation: Literal["=", ">", "<", "≈", ">=", "<="] = "="


class GrowthClaim(_Claim):
    """A series grew by so many percent a year."""

    kind: Literal["growth"]
    series: str
    first: int = Field(alias="from")
    last: int = Field(alias="to")
    rate: Number


class Comparison(_Claim):
    """Two groups differ much, or little."""

    kind: Literal["comparison"]
    what: str
    degree: str
    between: tuple[str, ...]


class Names(_Claim):
    """The report names these places or units in a list."""

    kind: Literal["names"]
    list: str
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Trend(_Claim):
    """Something is going to rise or fall."""

    kind: Literal["trend"]
    what: str
    direction: str


class Untestable(_Claim):
    """A claim that no evidence can decide, and why."""

    kind: Literal["other"]
    testable: Literal[False] = False
    because: Text


def _kind(value: object) -> str | None:
    """Tell claims apart by their kind, marked so that a kind is never taken for a key of the same name."""
    kind = value.get("kind") if isinstance(value, Mapping) else getattr(value, "kind", None)
    return f"{TAG_MARK}{kind}" if isinstance(kind, str) else None


Claim = Annotated[
    Annotated[TierCutOff, Tag("@tier_cutoff")]
    | Annotated[TierMembers, Tag("@tier_members")]
    | Annotated[Leader, Tag("@leader")]
    | Annotated[OrderClaim, Tag("@order")]
    | Annotated[Measure, Tag("@count")]
    | Annotated[Measure, Tag("@share")]
    | Annotated[GrowthClaim, Tag("@growth")]
    | Annotated[Comparison, Tag("@comparison")]
    | Annotated[Names, Tag("@names")]
    | Annotated[Trend, Tag("@trend")]
    | Annotated[Untestable, Tag("@other")],
    Discriminator(_kind),
]
"""What a published report says about its own results, in a form that a check can test."""


class Sources(RootModel[tuple[Source, ...]]):
    """evidence/sources.yaml."""


class Variables(RootModel[tuple[Variable, ...]]):
    """evidence/variables.yaml."""


class SeriesList(RootModel[tuple[Series, ...]]):
    """evidence/series.yaml."""


class Orders(RootModel[tuple[Order, ...]]):
    """evidence/orders.yaml."""


class Claims(RootModel[tuple[Claim, ...]]):
    """claims.yaml."""


def claim_references(claim: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the unit codes and the place codes that a claim names."""
    units = (*getattr(claim, "units", ()), *filter(None, [getattr(claim, "unit", None)]))
    places = (*getattr(claim, "places", ()), *filter(None, [getattr(claim, "place", None)]))
    return units, places
