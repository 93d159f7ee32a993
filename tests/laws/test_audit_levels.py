"""Laws of the levels family: values of a place lent to its units are found, a sound table is left alone."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.levels import CHECKS
from parkindex.audit.levels.steps import whole_steps
from parkindex.audit.outcome import Outcome
from parkindex.audit.running import outcomes_of

from .sound_tables import build, rule_of, sound_tables, with_levels

MANY = settings(max_examples=60, deadline=None)


def failing(publication: Publication) -> list[Outcome]:
    found = [outcome for check in CHECKS.values() for outcome in outcomes_of(check, publication)]
    return [outcome for outcome in found if outcome.verdict == "fails"]


def cells_of(table: Publication) -> list[list[Decimal]]:
    ranking = table.ranking
    return [[column.cells[row] or Decimal(0) for column in ranking.columns] for row in range(len(ranking.units))]


def _of_scores(table: Publication) -> bool:
    """Tell whether the columns are scores up to 100: in few points equal numbers are no surprise."""
    return rule_of(table) == "weighted_mean"


def rebuilt(table: Publication, cells: list[list[Decimal]], places: list[str]) -> Publication:
    return build(cells, list(table.ranking.weights), places, rule_of(table))


@MANY
@given(table=sound_tables())
def test_a_sound_table_has_no_finding(table: Publication) -> None:
    own = with_levels(table, {column.code: "park" for column in table.ranking.columns})
    assert [outcome.says.en for outcome in [*failing(table), *failing(own)]] == []


@MANY
@given(table=sound_tables(least_units=24))
def test_a_column_of_the_place_that_claims_to_be_the_units_own_is_found(table: Publication) -> None:
    cells = cells_of(table)
    places = [f"p{row % 6}" for row in range(len(cells))]
    lent = [[cells[row % 6][0], *cells[row][1:]] for row in range(len(cells))]
    found = failing(with_levels(rebuilt(table, lent, places), {"c1": "park", "c2": "park", "c3": "park"}))
    (own,) = [outcome for outcome in found if outcome.check == "" and outcome.data.get("constant")]
    assert (own.subject, own.severity) == ("c1", "moderate")
    assert len(own.data["constant"]) == 6
    other = failing(with_levels(rebuilt(table, lent, places), {"c1": "city"}))
    assert not [outcome for outcome in other if outcome.data.get("constant")]


@MANY
@given(table=sound_tables(least_units=24))
def test_rows_copied_but_for_one_column_are_found(table: Publication) -> None:
    cells = cells_of(table)
    for row in range(0, 8, 2):
        cells[row + 1] = [*cells[row][:-1], cells[row + 1][-1]]
    places = [place[0] for place in table.ranking.places]
    held = with_levels(rebuilt(table, cells, places), {column.code: "park" for column in table.ranking.columns})
    (found,) = [outcome for outcome in failing(held) if "groups" in outcome.data]
    last = table.ranking.columns[-1].code
    assert len([group for group in found.data["groups"] if group["differ_in"] in {last, None}]) >= 4


@MANY
@given(seed=st.integers(0, 2**32 - 1), units=st.integers(24, 120))
def test_whole_steps_inside_places_are_found(seed: int, units: int) -> None:
    random = np.random.default_rng(seed)
    base = random.integers(20, 60, 5) + random.permutation(100)[:5] / 100
    places = random.integers(0, 5, units)
    cells = [
        [
            Decimal(f"{base[place] + random.integers(-6, 7):.2f}"),
            *(Decimal(f"{number:.2f}") for number in random.normal(50, 9, 3)),
        ]
        for place in places
    ]
    table = build(cells, [Decimal(25)] * 4, [f"p{place}" for place in places], "sum")
    (steps,) = whole_steps(table)
    assert {pair["column"] for pair in steps.data["found"][:3]} == {"c1"}
    assert not [outcome for outcome in failing(table) if "steps" in outcome.data]


@MANY
@given(table=sound_tables(least_units=24).filter(_of_scores), seed=st.integers(0, 1_000))
def test_numbers_copied_between_places_are_found(table: Publication, seed: int) -> None:
    random = np.random.default_rng(seed)
    cells = cells_of(table)
    places = [f"p{row}" for row in range(len(cells))]
    for column in range(3):
        rows = random.permutation(len(cells))[: 2 * (len(cells) // 3)]
        for first, second in zip(rows[::2], rows[1::2], strict=True):
            cells[int(second)][column] = cells[int(first)][column]
    held = with_levels(_in_pairs(table, cells, places), {"c1": "city", "c2": "city", "c3": "city"})
    found = [outcome for outcome in failing(held) if "copies" in outcome.data]
    assert [outcome.severity for outcome in found] == ["minor"]
    assert found[0].data["surplus"] >= len(cells) // 2


def _in_pairs(table: Publication, cells: list[list[Decimal]], places: list[str]) -> Publication:
    """Return the table with one unit more in the first place, so that there is a place of two."""
    extra = [cell + Decimal("0.37") for cell in cells[0]]
    return rebuilt(table, [*cells, extra], [*places, places[0]])
