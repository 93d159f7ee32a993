"""Laws of the weights family: what is put into a sound table is found, and a sound table left alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.rule import find_rule
from parkindex.audit.weights import CHECKS
from parkindex.audit.weights.marks import nominal_marks

from .printed_changes import failing, outcomes_of, with_ranking
from .sound_tables import build, sound_tables

MANY = settings(max_examples=60, deadline=None)
places = st.integers(0, 10_000)


def added(table: Publication) -> Publication:
    """Keep tables of points that are added."""
    rule = find_rule(table.ranking)
    assume(rule is not None and rule.name == "sum")
    return table


def cells_of(table: Publication) -> list[list[Decimal]]:
    ranking = table.ranking
    return [[column.cells[row] or Decimal(0) for column in ranking.columns] for row in range(len(ranking.units))]


def with_points(table: Publication, cells: list[list[Decimal]]) -> Publication:
    return build(cells, list(table.ranking.weights), [place[0] for place in table.ranking.places], "sum")


@MANY
@given(table=sound_tables(), place=places, column=places, above=st.integers(2, 500))
def test_a_score_above_its_weight_is_found(table: Publication, place: int, column: int, above: int) -> None:
    ranking = added(table).ranking
    row, at = place % len(ranking.units), column % len(ranking.columns)
    cells = cells_of(table)
    cells[row][at] = ranking.weights[at] + Decimal(above) / 100
    (found,) = failing(CHECKS, with_points(table, cells), "weights.above-nominal")
    assert (found.subject, found.data["count"], found.data["mark"]) == (f"c{at + 1}", 1, float(ranking.weights[at]))
    assert found.exhibits[1].printed == f"{cells[row][at]:.2f}"


@MANY
@given(table=sound_tables(), place=places, above=st.integers(2, 900))
def test_a_total_above_the_full_mark_is_found(table: Publication, place: int, above: int) -> None:
    ranking = added(table).ranking
    row = place % len(ranking.units)
    cells = cells_of(table)
    cells[row] = list(ranking.weights)
    cells[row][0] += Decimal(above) / 100
    (found,) = failing(CHECKS, with_points(table, cells), "weights.full-mark")
    assert (found.data["full_mark"], len(found.data["units"])) == (100.0, 1)


@MANY
@given(table=sound_tables(), off=st.sampled_from((Decimal("-1.5"), Decimal("0.5"), Decimal("4.5"))))
def test_weights_that_miss_a_hundred_are_found(table: Publication, off: Decimal) -> None:
    ranking = table.ranking
    columns = [replace(column, weight=Decimal(f"{column.weight}.0")) for column in ranking.columns]
    columns[-1] = replace(columns[-1], weight=(columns[-1].weight or Decimal(0)) + off)
    assume(len({column.weight for column in columns}) > 1)
    (found,) = failing(CHECKS, with_ranking(table, columns=tuple(columns), full_mark=None), "weights.stated-sum")
    assert (found.data["sum"], found.data["expected"]) == (float(100 + off), 100.0)


@MANY
@given(table=sound_tables())
def test_a_heavy_column_made_flat_is_found(table: Publication) -> None:
    weights = added(table).ranking.weights
    heavy = max(range(len(weights)), key=lambda place: weights[place])
    cells = cells_of(table)
    for row in cells:
        row[heavy] = weights[heavy] / 2 + round(row[heavy] / 150, 2)
    assume(len({row[heavy] for row in cells}) > 2)
    (found,) = failing(CHECKS, with_points(table, cells), "weights.effective")
    assert (found.subject, found.severity) == (f"c{heavy + 1}", "minor")


@MANY
@given(table=sound_tables())
def test_a_leader_by_points_above_the_weight_loses_the_lead(table: Publication) -> None:
    ranking = added(table).ranking
    assert nominal_marks(ranking) is not None
    cells = cells_of(table)
    at = min(range(len(cells[0])), key=lambda place: ranking.weights[place])
    lead = sum(cells[0]) - sum(cells[-1])
    assume(lead > ranking.weights[at] - cells[-1][at] >= 0 and ranking.ranks[1] == 2)
    cells[-1][at] += lead + 1
    changed = with_points(table, cells)
    assert changed.ranking.ranks[0] == 1
    (found,) = failing(CHECKS, changed, "weights.binding")
    assert (found.severity, found.data["capped"]["leader"]) == ("major", "u2")


@MANY
@given(table=sound_tables())
def test_shares_of_the_variance_sum_to_one(table: Publication) -> None:
    (found,) = (outcome for outcome in outcomes_of(CHECKS, table) if outcome.check == "weights.effective")
    for kind in ("nominal", "variance", "points", "spread"):
        assert abs(sum(found.data[kind].values()) - 1) < 1e-9
