"""Coastal or inland: what the text may mean where it does not say what it counts as coastal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.evidence.claims import Names

if TYPE_CHECKING:
    from parkindex.audit.claims.ground import Ground


def called_coastal(ground: Ground) -> tuple[str, ...]:
    """Return the cities that the text itself calls coastal."""
    lists = [claim for claim in ground.evidence.claims if isinstance(claim, Names) and claim.list == "coastal-cities"]
    return tuple(dict.fromkeys(place for claim in lists for place in claim.places))


def coastal_cities(ground: Ground) -> frozenset[str]:
    """Return the cities that the table of places marks as coastal."""
    return frozenset(place.code for place in ground.evidence.places if place.coastal)


def coastal_rows(ground: Ground) -> tuple[tuple[int, ...], ...]:
    """Return the rows in coastal cities under each reading, the first by the table of places.

    The second counts the cities that the text calls coastal as well; the third also every city of a province that has
    a coast, the widest use of the word.
    """
    marked = coastal_cities(ground)
    called = marked | set(called_coastal(ground))
    provinces = {
        place.code for city in marked for place in ground.evidence.ancestors(city) if place.level == "province"
    }
    wide = [
        row
        for row in ground.every_row
        if ground.cities[row] in called or provinces & set(ground.ranking.places[row] if ground.ranking.places else ())
    ]
    return (
        tuple(row for row in ground.every_row if ground.cities[row] in marked),
        tuple(row for row in ground.every_row if ground.cities[row] in called),
        tuple(wide),
    )
