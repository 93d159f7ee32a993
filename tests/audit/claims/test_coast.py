"""Tests of what the text may mean by coastal."""

from __future__ import annotations

from parkindex.audit.claims.coast import called_coastal, coastal_cities, coastal_rows
from parkindex.audit.claims.ground import Ground

from .claim_cases import ground, publication

CALLED = {"kind": "names", "list": "coastal-cities", "places": ["c21", "c11"]}


def test_the_table_of_places_is_the_first_reading() -> None:
    held = ground()
    assert coastal_cities(held) == {"c11", "c12"}
    assert called_coastal(held) == ()
    assert coastal_rows(held) == ((0, 1, 2, 3, 5),) * 3


def test_what_the_text_calls_coastal_is_the_second() -> None:
    held = Ground(publication([CALLED]))
    assert called_coastal(held) == ("c21", "c11")
    assert [len(rows) for rows in coastal_rows(held)] == [5, 8, 8]


def test_every_city_of_a_province_with_a_coast_is_the_third() -> None:
    lines = list(ground().ranking.places)
    lines[7] = ("c13", "p1")
    from dataclasses import replace

    held = publication()
    held = replace(held, ranking=replace(held.ranking, places=tuple(lines)))
    assert [len(rows) for rows in coastal_rows(Ground(held))] == [5, 5, 6]
