"""Tests of units by place, and of columns as whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.levels.places import by_place, grouping, numbers_of, place_at
from parkindex.audit.of_edition import publication_of

from ..conftest import column, publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_units_are_grouped_by_the_nearest_place_of_a_bare_table() -> None:
    held = grouping(publication([[1], [2], [3], [4]], places=["b", "a", "b", ""]))
    assert held.rows == {"b": (0, 2)}
    assert held.number.tolist() == [0, 1, 0, 5]
    assert held.name("b").en == "b"


def test_units_of_an_edition_are_grouped_by_city(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    assert {code: len(rows) for code, rows in grouping(held).rows.items()} == {"330100": 4, "310100": 4, "440100": 3}
    assert place_at(held, held.ranking.places[1], "district") == "440112"
    assert place_at(held, (), "city") == ""


def test_numbers_are_whole_in_last_places_and_know_their_scale() -> None:
    held = numbers_of(column("a", ["1.50", None, "2.00", "12.50"]))
    assert held is not None
    assert (held.whole.tolist(), held.rows.tolist(), held.places) == ([150, 200, 1250], [0, 2, 3], 23)
    assert numbers_of(column("a", [None, None])) is None
    ratings = numbers_of(column("a", [1, 5, 3]))
    assert ratings is not None
    assert ratings.coarse


def test_equal_numbers_of_one_place_count_once() -> None:
    held = numbers_of(column("a", ["1.5", "1.5", "1.5", "2.5"]))
    assert held is not None
    at, whole = by_place(held, np.array([0, 0, 1, 1]))
    assert list(zip(at.tolist(), whole.tolist(), strict=True)) == [(0, 15), (1, 15), (1, 25)]
