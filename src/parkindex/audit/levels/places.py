"""Units by the place they stand in, and the printed numbers as whole numbers beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.lattice.grid import in_last_places, resolution
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from parkindex.audit.publication import Column, Publication, Ranking
    from parkindex.evidence.rows import PlaceLevel

COARSE = 20
"""Places of a column's own scale up to which equal numbers say nothing: ratings of few levels, small counts."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """The place of each unit at one level: the city where the evidence knows it, otherwise the nearest given."""

    ranking: Ranking
    codes: tuple[str, ...]

    @cached_property
    def rows(self) -> Mapping[str, tuple[int, ...]]:
        """Place -> its rows, of places with at least two units, the largest first."""
        found: dict[str, list[int]] = {}
        for row, code in enumerate(self.codes):
            if code:
                found.setdefault(code, []).append(row)
        kept = [(code, tuple(rows)) for code, rows in found.items() if len(rows) > 1]
        return dict(sorted(kept, key=lambda item: -len(item[1])))

    @cached_property
    def number(self) -> NDArray[np.int64]:
        """A number for the place of each unit (units,); a unit without a place has one of its own."""
        known = {code: place for place, code in enumerate(dict.fromkeys(code for code in self.codes if code))}
        return np.array([known.get(code, len(known) + row) for row, code in enumerate(self.codes)], dtype=np.int64)

    def name(self, code: str) -> Text:
        """Return the name of a place."""
        return self.ranking.place_names.get(code, Text(zh=code, en=code))


def grouping(publication: Publication) -> Grouping:
    """Return the units by city, or by the nearest place that is given where no cities are known."""
    ranking = publication.ranking
    lines = ranking.places or ((),) * len(ranking.units)
    cities = tuple(place_at(publication, line, "city") for line in lines)
    return Grouping(ranking, cities if any(cities) else tuple(line[0] if line else "" for line in lines))


def place_at(publication: Publication, line: tuple[str, ...], level: PlaceLevel) -> str:
    """Return the place of a level in a line of places, empty where none is known."""
    evidence = publication.evidence
    return next((code for code in line if evidence.has_place(code) and evidence.place(code).level == level), "")


@dataclass(frozen=True, eq=False)
class Numbers:
    """A column as whole numbers of its greatest common step: ``rows`` that hold one, and ``places`` of the scale."""

    column: Column
    rows: NDArray[np.int64]
    whole: NDArray[np.int64]
    places: int

    @property
    def coarse(self) -> bool:
        """Tell whether the scale has so few places that equal numbers are to be expected."""
        return self.places <= COARSE


@lru_cache(maxsize=64)
def numbers_of(column: Column) -> Numbers | None:
    """Return a column as whole numbers, None where it has none or they are too large to be exact.

    Several checks ask for the same columns one after the other, so that the last ones are kept.
    """
    whole = in_last_places(column)
    if whole is None:
        return None
    return Numbers(column, np.array(column.present, dtype=np.int64), whole, resolution(whole))


def by_place(numbers: Numbers, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the different (place, number) pairs of a column, in order of the place."""
    different, code = np.unique(numbers.whole, return_inverse=True)
    pairs = np.unique(places[numbers.rows] * different.size + code)
    return pairs // different.size, different[pairs % different.size]
