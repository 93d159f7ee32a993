"""What a published report says of its own numbers, in a form that a check can test (``claims.yaml``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, RootModel, Tag, WithJsonSchema, model_validator

from parkindex.evidence import claim_words
from parkindex.framework.text import Code, Number, Slug, Strict, Text
from parkindex.framework.validation import TAG_MARK


def _checked_measure(word: str) -> str:
    claim_words.measure(word)
    return word


def _checked_group(word: str) -> str:
    claim_words.group(word)
    return word


def _checked_list(word: str) -> str:
    claim_words.listing(word)
    return word


MeasureWord = Annotated[str, AfterValidator(_checked_measure)]
GroupWord = Annotated[str, AfterValidator(_checked_group)]
ListWord = Annotated[str, AfterValidator(_checked_list)]
DegreeWord = Annotated[
    str,
    AfterValidator(claim_words.checked_degree),
    WithJsonSchema({"type": "string", "enum": list(claim_words.DEGREES)}),
]
Scope = Annotated[str, Field(pattern=r"^(all|tier:[1-9])$")]
Tier = Annotated[int, Field(ge=1)]
Relation = Literal["=", ">", "<", "≈", ">=", "<="]


class BaseClaim(Strict):
    """A sentence of the report, or a part of one; ``says`` is a paraphrase, ``source`` where it is printed."""

    code: Slug
    source: str
    part: str | int | None = None
    says: Text
    note: Text | None = None


class TierCutOff(BaseClaim):
    """Every unit of a tier scores ``at`` or more, and less than ``below``; one of the two may be missing."""

    kind: Literal["tier_cutoff"]
    tier: Tier
    at: Number | None = None
    below: Number | None = None

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.at is None and self.below is None:
            raise ValueError("state 'at', 'below' or both")
        return self


class TierMembers(BaseClaim):
    """A tier holds these units, or units of these places; ``complete`` when it holds no other."""

    kind: Literal["tier_members"]
    tier: Tier
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    complete: bool = False

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.units or self.places):
            raise ValueError("name units or places")
        return self


class Leader(BaseClaim):
    """A unit or place has the highest (or lowest) score of a node, among all or within a tier (``tier:1``).

    With a ``statistic`` it is a printed share that is the greatest (or smallest) among those of its question.
    """

    kind: Literal["leader"]
    node: Code | None = None
    unit: str | None = None
    place: str | None = None
    statistic: str | None = None
    scope: Scope = "all"
    which: Literal["highest", "lowest"] = "highest"

    @model_validator(mode="after")
    def _of_one_thing(self) -> Self:
        if sum(named is not None for named in (self.unit, self.place, self.statistic)) != 1:
            raise ValueError("name exactly one of 'unit', 'place' and 'statistic'")
        if (self.node is None) != (self.statistic is not None):
            raise ValueError("state 'node' for a unit or place, and none for a statistic")
        return self


class OrderClaim(BaseClaim):
    """Places or units come first in this order; with ``ordered: false`` they come first in some order.

    ``order`` is the printed order that says so. ``node`` or ``by`` tells by which numbers it can be tested: the scores
    of a node, the number of parks, or the stars of support.
    """

    kind: Literal["order"]
    order: str | None = None
    node: Code | None = None
    by: Literal["parks", "stars"] | None = None
    ordered: bool = True
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _named(self) -> Self:
        if bool(self.places) == bool(self.units):
            raise ValueError("name either places or units")
        if self.by is not None and (self.units or self.node is not None):
            raise ValueError("'by' orders places and stands without 'node'")
        return self


class Measure(BaseClaim):
    """A count or a share (in percent) is so large."""

    kind: Literal["count", "share"]
    what: MeasureWord
    value: Number
    relation: Relation = "="

    @model_validator(mode="after")
    def _shared(self) -> Self:
        if self.kind == "share" and claim_words.measure(self.what).form not in claim_words.SHARED:
            allowed = sorted(claim_words.SHARED)
            raise claim_words.UnknownWordError("measure of a share", self.what, tuple(allowed))
        return self


class GrowthClaim(BaseClaim):
    """A series grew by so many percent a year."""

    kind: Literal["growth"]
    series: str
    first: int = Field(alias="from")
    last: int = Field(alias="to")
    rate: Number


class Comparison(BaseClaim):
    """Two groups differ much, or little; or one group does within itself. ``scope`` keeps both to one tier.

    ``what`` is a node of the framework, a question, or ``parks`` for the number of units.
    """

    kind: Literal["comparison"]
    what: Code
    degree: DegreeWord
    between: Annotated[tuple[GroupWord, ...], Field(min_length=1)]
    scope: Scope = "all"

    @model_validator(mode="after")
    def _two_groups(self) -> Self:
        within = self.degree in claim_words.WITHIN
        if self.degree != "most" and len(self.between) > 2:
            raise ValueError("'between' takes one group or two")
        if len(self.between) == 1 and not within:
            raise ValueError(f"'{self.degree}' compares two groups; name the second, such as others")
        if self.degree == "most" and self.what != "parks":
            raise ValueError("'most' is said of 'parks'; of scores say mostly-higher or mostly-lower")
        if all(word == "others" for word in self.between):
            raise ValueError("'others' are the units of no other group; name one")
        return self


class Names(BaseClaim):
    """The report names these places, units or categories of support in a list; ``complete`` when it means all."""

    kind: Literal["names"]
    list: ListWord
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    complete: bool = False

    @model_validator(mode="after")
    def _named(self) -> Self:
        key = claim_words.LISTED.get(claim_words.listing(self.list).form, "places")
        given = [name for name in ("places", "units", "categories") if getattr(self, name)]
        if given != [key]:
            raise ValueError(f"the list '{self.list}' names '{key}' and nothing else")
        return self


class Trend(BaseClaim):
    """Something is going to rise or fall."""

    kind: Literal["trend"]
    what: Slug
    direction: Literal["rising", "falling"]


class Untestable(BaseClaim):
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


class Claims(RootModel[tuple[Claim, ...]]):
    """claims.yaml."""


def claim_references(claim: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (kind of thing, codes) for everything that a claim names, its source first."""
    yield "source", (claim.source,)
    for key, kind in _KEYS.items():
        named = getattr(claim, key, None) or ()
        yield kind, (named,) if isinstance(named, str) else named
    if claim.kind == "comparison" and claim.what != "parks":
        yield "node or question", (claim.what,)
    for word in _words_of(claim):
        yield from word.names


_KEYS = {
    "unit": "unit",
    "units": "unit",
    "place": "place",
    "places": "place",
    "categories": "category of support",
    "node": "node",
    "series": "series",
    "order": "order",
    "statistic": "statistic",
}
"""Key of a claim -> the kind of thing that it names."""


def _words_of(claim: Any) -> Iterator[claim_words.Word]:
    if claim.kind in {"count", "share"}:
        yield claim_words.measure(claim.what)
    if claim.kind == "comparison":
        yield from map(claim_words.group, claim.between)
    if claim.kind == "names":
        yield claim_words.listing(claim.list)
