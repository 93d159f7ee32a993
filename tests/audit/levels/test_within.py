"""Tests of numbers that are the same in a place, or differ there, beside whose they claim to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.audit.below import claimed_levels
from parkindex.audit.levels.variance import variance_of_places
from parkindex.audit.levels.within import level_kept, same_within_places
from parkindex.audit.of_edition import publication_of
from parkindex.evidence.dataset import Dataset

from ..conftest import column, publication
from .level_cases import by_letter, city, drawn, lent, levelled, outcomes_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("level", "verdict", "severity"), [("park", "fails", "moderate"), ("city", "holds", None), ("", "holds", None)]
)
def test_one_number_a_place_depends_on_whose_value_is_claimed(level: str, verdict: str, severity: str | None) -> None:
    held = levelled(publication(lent(), places=by_letter(24, 4)), c1=level)
    found, rest = same_within_places(held)
    assert (found.verdict, found.severity, found.subject) == (verdict, severity, "c1")
    assert len(found.data["constant"]) == 4
    assert rest.data["columns"] == ["c2", "c3"]


def test_equal_ratings_of_few_levels_are_a_near_miss() -> None:
    ratings = [[str(3 + row % 4), *rest] for row, rest in enumerate(drawn(24, 2))]
    (found,) = same_within_places(levelled(publication(ratings, places=by_letter(24, 4)), c1="park"))
    assert found.verdict == "holds"


def test_places_of_one_unit_cannot_be_tested() -> None:
    (found,) = same_within_places(publication(drawn(5), places=list("abcde")))
    assert found.verdict == "untestable"
    (found,) = variance_of_places(publication(drawn(5), places=list("abcde")))
    assert found.verdict == "untestable"


def test_a_column_of_cities_that_differs_in_a_city_is_told() -> None:
    rows = drawn(6, 2)
    rows[4][0] = rows[0][0]
    held = levelled(publication(rows, places=["a", "b", "c", "d", "a", "b"]), c1="city")
    held = replace(held, evidence=Dataset(places=tuple(city(code) for code in "abcd")))
    found = list(level_kept(held))
    assert [(outcome.verdict, outcome.severity, outcome.subject) for outcome in found] == [
        ("fails", "moderate", "c1.b")
    ]
    rows[5][0] = rows[1][0]
    held = replace(
        levelled(publication(rows, places=["a", "b", "c", "d", "a", "b"]), c1="city"), evidence=held.evidence
    )
    assert [outcome.verdict for outcome in level_kept(held)] == ["holds"]


def test_2019_research_is_one_number_for_hangzhou_and_for_guangzhou(report_2019: Edition) -> None:
    found = {outcome.subject: outcome for outcome in outcomes_of(report_2019, "within-places")}
    assert (found["policy"].verdict, found["research"].verdict) == ("holds", "fails")
    assert found["research"].data["constant"] == {"330100": 18.53, "440100": 15.62}
    assert found[""].data["columns"] == ["operation", "capital"]


def test_a_small_count_beside_a_value_of_the_place_is_no_repeat(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    capital = next(one for one in held.ranking.columns if one.code == "capital")
    counted = [10.37 + 5 * (row % 4) + [0, 0, 1][row // 4 % 3] for row in range(22)]
    swapped = column("capital", [f"{number:.2f}" for number in counted])
    assert claimed_levels(held, capital) == claimed_levels(held, swapped) == {"park", "city"}
    columns = tuple(swapped if one.code == "capital" else one for one in held.ranking.columns)
    changed = replace(held, ranking=replace(held.ranking, columns=columns))
    assert "capital" not in {outcome.subject for outcome in same_within_places(changed)}
