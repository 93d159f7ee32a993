"""The dataset: every table of an edition, with the look-ups that join them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parkindex.evidence.claims import Claim
    from parkindex.evidence.declared import Order, Series, Source, Variable
    from parkindex.evidence.matrix import ValueMatrix
    from parkindex.evidence.rows import (
        Answer,
        Background,
        Beneficiary,
        Fund,
        GrowthRate,
        Guidance,
        MarketValue,
        Observation,
        OrderEntry,
        Place,
        PlaceLevel,
        PolicyMention,
        Published,
        Scheme,
        Statistic,
        SupportCell,
        Unit,
    )
    from parkindex.framework.model import Framework


@dataclass(frozen=True)
class Dataset:
    """All tables of an edition, in the order of their rows. A table that the edition does not have is empty.

    ``incomplete`` names the tables of which rows were left out because they have an error; ``addresses`` tells where a
    thing declared in YAML is written: ``source 'report'`` -> ``evidence/sources.yaml:3``.
    """

    places: tuple[Place, ...] = ()
    units: tuple[Unit, ...] = ()
    sources: tuple[Source, ...] = ()
    observations: tuple[Observation, ...] = ()
    variables: tuple[Variable, ...] = ()
    answers: tuple[Answer, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    policies: tuple[PolicyMention, ...] = ()
    beneficiaries: tuple[Beneficiary, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    support: tuple[SupportCell, ...] = ()
    funds: tuple[Fund, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    market: tuple[MarketValue, ...] = ()
    series: tuple[Series, ...] = ()
    growth: tuple[GrowthRate, ...] = ()
    background: tuple[Background, ...] = ()
    orders: tuple[Order, ...] = ()
    order_entries: tuple[OrderEntry, ...] = ()
    published: tuple[Published, ...] = ()
    claims: Sequence[Claim] = ()
    incomplete: frozenset[str] = frozenset()
    addresses: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.code: place for place in self.places}

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        return {unit.code: unit for unit in self.units}

    @cached_property
    def _variables(self) -> Mapping[str, Variable]:
        return {variable.code: variable for variable in self.variables}

    @cached_property
    def source_addresses(self) -> frozenset[str]:
        """Every address that a ``source`` column may hold: ``SOURCE`` and ``SOURCE#PART``."""
        whole = {source.code for source in self.sources}
        return frozenset(whole | {f"{source.code}#{part.code}" for source in self.sources for part in source.parts})

    def has_unit(self, code: str) -> bool:
        """Tell whether a unit has this code."""
        return code in self._units

    def has_place(self, code: str) -> bool:
        """Tell whether a place has this code."""
        return code in self._places

    def unit(self, code: str) -> Unit:
        """Return a unit; an unknown code is a `KeyError`."""
        return self._units[code]

    def place(self, code: str) -> Place:
        """Return a place; an unknown code is a `KeyError`."""
        return self._places[code]

    def variable(self, code: str) -> Variable:
        """Return a survey question; an unknown code is a `KeyError`."""
        return self._variables[code]

    def line(self, place: str) -> tuple[Place, ...]:
        """Return a place and the places above it, the nearest first; it ends at an unknown parent or before a cycle."""
        line: list[Place] = []
        seen: set[str] = set()
        while place in self._places and place not in seen:
            seen.add(place)
            line.append(self._places[place])
            place = line[-1].parent
        return tuple(line)

    def ancestors(self, place: str) -> tuple[Place, ...]:
        """Return the places above a place, the nearest first."""
        return self.line(place)[1:]

    def at_level(self, place: str, level: PlaceLevel) -> Place | None:
        """Return the place itself or the one above it that has this level."""
        return next((step for step in self.line(place) if step.level == level), None)

    def city_of(self, unit: str) -> Place | None:
        """Return the city of a unit."""
        return self.at_level(self.unit(unit).place, "city")

    def province_of(self, unit: str) -> Place | None:
        """Return the province of a unit."""
        return self.at_level(self.unit(unit).place, "province")

    def region_of(self, unit: str) -> str:
        """Return the region of a unit's province, empty where it has none."""
        return next((step.region for step in self.line(self.unit(unit).place) if step.region), "")

    def coastal(self, unit: str) -> bool | None:
        """Tell whether a unit stands in a coastal city; None where the city does not say."""
        city = self.city_of(unit)
        return None if city is None else city.coastal

    @cached_property
    def _units_within(self) -> Mapping[str, tuple[Unit, ...]]:
        within: dict[str, list[Unit]] = {place.code: [] for place in self.places}
        for unit in self.units:
            for place in self.line(unit.place):
                within[place.code].append(unit)
        return {code: tuple(units) for code, units in within.items()}

    def units_within(self, place: str) -> tuple[Unit, ...]:
        """Return the units inside a place, in the order of the table."""
        return self._units_within.get(place, ())

    def cells_of(self, scheme: str) -> tuple[SupportCell, ...]:
        """Return the row of the support matrix that belongs to a scheme."""
        return tuple(cell for cell in self.support if cell.scheme == scheme)

    @cached_property
    def _answers(self) -> Mapping[tuple[str, str], tuple[Answer, ...]]:
        found: dict[tuple[str, str], list[Answer]] = {}
        for answer in self.answers:
            found.setdefault((answer.subject, answer.variable), []).append(answer)
        return {key: tuple(answers) for key, answers in found.items()}

    def answers_of(self, subject: str, variable: str) -> tuple[Answer, ...]:
        """Return what a unit or place answered; several rows for a multiple answer."""
        return self._answers.get((subject, variable), ())

    def number(self, subject: str, variable: str) -> float:
        """Return an answer as a number, NaN where there is none."""
        answers = self.answers_of(subject, variable)
        return float(answers[0].value) if answers and answers[0].status.has_value else float("nan")

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that observations name, in order; empty where none names one, as in an edition of one date."""
        return tuple(sorted({row.year for row in self.observations if row.year is not None}))

    def observed_in(self, year: int | None = None) -> tuple[Observation, ...]:
        """Return the observations of a year and those of no year; without a year, of the latest."""
        wanted = self.years[-1] if year is None and self.years else year
        return tuple(row for row in self.observations if row.year in {None, wanted})

    def matrix(self, framework: Framework, year: int | None = None) -> ValueMatrix:
        """Spread the observations of a year (the latest) over units and nodes; see `evidence.matrix.spread`."""
        from parkindex.evidence.matrix import spread

        return spread(self, framework, year)

    def where(self, kind: str, code: str, otherwise: str = "") -> str:
        """Return where something declared in YAML is written."""
        return self.addresses.get(f"{kind} '{code}'", otherwise)
