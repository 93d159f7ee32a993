"""Laws of the arithmetic family: what is put into a sound table is found, and a sound table left alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.arithmetic import CHECKS
from parkindex.audit.rule import find_rule

from .printed_changes import exchanged, failing, outcomes_of, with_printed, with_ranking, with_rows
from .sound_tables import sound_tables

MANY = settings(max_examples=60, deadline=None)
places = st.integers(0, 10_000)


@MANY
@given(table=sound_tables(), place=places, off=st.integers(1, 900), sign=st.sampled_from((-1, 1)))
def test_a_total_that_rounding_cannot_explain_is_found_with_its_unit(
    table: Publication, place: int, off: int, sign: int
) -> None:
    ranking, row = table.ranking, place % len(table.ranking.units)
    rule = find_rule(ranking)
    assert rule is not None
    assert ranking.total is not None
    wrong = (ranking.total.cells[row] or Decimal(0)) + sign * (Decimal(off) / 100 + Decimal("0.10"))
    (found,) = failing(CHECKS, with_printed(table, "total", {row: wrong}), "arithmetic.row-totals")
    assert found.subject == ranking.units[row]
    assert found.exhibits[-1].printed == f"{wrong:.2f}"


@MANY
@given(table=sound_tables(least_units=60), place=places, sign=st.sampled_from((-1, 1)))
def test_one_last_place_among_exact_sums_is_found(table: Publication, place: int, sign: int) -> None:
    ranking, row = table.ranking, place % len(table.ranking.units)
    rule = find_rule(ranking)
    assume(rule is not None and rule.name == "sum")
    assert ranking.total is not None
    wrong = (ranking.total.cells[row] or Decimal(0)) + sign * Decimal("0.01")
    changed = with_printed(table, "total", {row: wrong})
    assert failing(CHECKS, changed, "arithmetic.row-totals") == []
    (found,) = failing(CHECKS, changed, "arithmetic.last-place")
    assert found.data["units"] == [ranking.units[row]]


@MANY
@given(table=sound_tables(), one=places, other=places)
def test_exchanged_ranks_are_found_at_one_of_the_two(table: Publication, one: int, other: int) -> None:
    ranking = table.ranking
    first, second = one % len(ranking.units), other % len(ranking.units)
    assume(ranking.ranks[first] != ranking.ranks[second])
    changed = with_ranking(table, ranks=exchanged(ranking.ranks, first, second))
    found = failing(CHECKS, changed, "arithmetic.ranks")
    assert {outcome.severity for outcome in found} == {"major"}
    assert {outcome.subject for outcome in found} & {ranking.units[first], ranking.units[second]}


@MANY
@given(table=sound_tables(), place=places)
def test_a_rank_given_twice_is_found(table: Publication, place: int) -> None:
    ranking, row = table.ranking, 1 + place % (len(table.ranking.units) - 2)
    assume(len(set(ranking.ranks)) == len(ranking.units))
    ranks = tuple(rank if k != row + 1 else ranking.ranks[row] for k, rank in enumerate(ranking.ranks))
    (found,) = failing(CHECKS, with_ranking(table, ranks=ranks), "arithmetic.ranks")
    assert (found.severity, found.data["rank"]) == ("moderate", ranking.ranks[row])
    assert found.data["units"] == [ranking.units[row], ranking.units[row + 1]]


@MANY
@given(table=sound_tables(), place=places)
def test_a_rank_left_out_is_found(table: Publication, place: int) -> None:
    ranking, row = table.ranking, 1 + place % (len(table.ranking.units) - 2)
    assume(len(set(ranking.ranks)) == len(ranking.units))
    ranks = tuple((rank or 0) + (k >= row) for k, rank in enumerate(ranking.ranks))
    (found,) = failing(CHECKS, with_ranking(table, ranks=ranks), "arithmetic.ranks")
    assert (found.severity, found.data["ranks"]) == ("minor", [row + 1])


@MANY
@given(table=sound_tables(), start=places, end=places)
def test_a_row_moved_elsewhere_is_found(table: Publication, start: int, end: int) -> None:
    n = len(table.ranking.units)
    first, last = start % n, end % n
    assume(abs(first - last) > 1 and table.ranking.ranks[first] != table.ranking.ranks[last])
    order = [row for row in range(n) if row != first]
    order.insert(last, first)
    changed = with_rows(table, order)
    assume(changed.ranking.ranks != tuple(sorted(changed.ranking.ranks, key=lambda rank: rank or 0)))
    (found,) = failing(CHECKS, changed, "arithmetic.table-order")
    assert table.ranking.units[first] in found.data["units"]


@MANY
@given(table=sound_tables(), place=places, column=places)
def test_a_cell_with_another_decimal_is_found(table: Publication, place: int, column: int) -> None:
    ranking = table.ranking
    row, held = place % len(ranking.units), ranking.columns[column % len(ranking.columns)]
    finer = (held.cells[row] or Decimal(0)) + Decimal("0.001")
    (found,) = failing(CHECKS, with_printed(table, held.code, {row: finer}))
    assert (found.check, found.subject, found.data["units"]) == (
        "arithmetic.precision",
        held.code,
        {ranking.units[row]: 3},
    )


@MANY
@given(table=sound_tables(least_units=20), data=st.data())
def test_weights_that_nobody_stated_are_found(table: Publication, data: st.DataObject) -> None:
    ranking = table.ranking
    assume(find_rule(ranking) is not None)
    hidden = [Decimal(data.draw(st.integers(3, 40))) / 20 for _ in ranking.columns]
    assume(len(set(hidden)) > 1)
    cells = [[column.cells[row] or Decimal(0) for column in ranking.columns] for row in range(len(ranking.units))]
    totals = [sum((w * cell for w, cell in zip(hidden, row, strict=True)), Decimal(0)) for row in cells]
    bare = with_ranking(table, columns=tuple(replace(column, weight=None) for column in ranking.columns))
    changed = with_printed(bare, "total", {row: round(total, 2) for row, total in enumerate(totals)})
    assume(find_rule(changed.ranking) is None)
    (found,) = (o for o in outcomes_of(CHECKS, changed) if o.check == "arithmetic.implied-weights")
    assert (found.verdict, found.data.get("weights")) == ("holds", [float(weight) for weight in hidden])
