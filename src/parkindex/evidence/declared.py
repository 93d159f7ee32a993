"""What an edition declares in YAML beside its tables: sources, survey questions, market series and orders."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, RootModel, WithJsonSchema

from parkindex.evidence.dates import PartialDate
from parkindex.framework.text import Code, Number, Slug, Strict, Text


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


class Sources(RootModel[tuple[Source, ...]]):
    """evidence/sources.yaml."""


class Variables(RootModel[tuple[Variable, ...]]):
    """evidence/variables.yaml."""


class SeriesList(RootModel[tuple[Series, ...]]):
    """evidence/series.yaml."""


class Orders(RootModel[tuple[Order, ...]]):
    """evidence/orders.yaml."""
