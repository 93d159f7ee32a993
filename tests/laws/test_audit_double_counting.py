"""Laws of the double-counting family: sound tables are left alone; a column, subtotal or row told twice is found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.double_counting import CHECKS
from parkindex.audit.double_counting.columns import correlated, subtotals
from parkindex.audit.double_counting.rows import rows_twice
from parkindex.audit.needs import missing

from ..audit.evidence_cases import around, failing, fund, gains, mention
from .sound_tables import CENT, build, sound_tables

MANY = settings(max_examples=60, deadline=None)


def cells_of(table: Publication) -> list[list[Decimal]]:
    columns = table.ranking.columns
    return [[column.cells[row] or Decimal(0) for column in columns] for row in range(len(table.ranking.units))]


def rebuilt(table: Publication, cells: list[list[Decimal]]) -> Publication:
    """Return the table with other cells, all of which are added to the totals."""
    weights = [Decimal(100) / len(cells[0])] * len(cells[0])
    return build(cells, weights, [place[0] for place in table.ranking.places], "sum")


@MANY
@given(table=sound_tables())
def test_a_sound_table_has_no_finding(table: Publication) -> None:
    checks = [check for check in CHECKS.values() if missing(table, check.needs) is None]
    assert [each.says.en for check in checks for each in failing(check.run, table)] == []


@MANY
@given(table=sound_tables(), data=st.data(), factor=st.sampled_from(["0.5", "-0.4", "1", "2.5"]))
def test_a_column_told_again_on_another_scale_is_found(table: Publication, data: st.DataObject, factor: str) -> None:
    cells = cells_of(table)
    again = data.draw(st.integers(0, len(cells[0]) - 1))
    for row in cells:
        row.append((row[again] * Decimal(factor) + 50).quantize(CENT))
    found = failing(correlated, rebuilt(table, cells))
    assert f"c{again + 1}/c{len(cells[0])}" in {each.subject for each in found}


@MANY
@given(table=sound_tables(), data=st.data())
def test_a_subtotal_among_its_terms_is_found(table: Publication, data: st.DataObject) -> None:
    cells = cells_of(table)
    first = data.draw(st.integers(0, len(cells[0]) - 2))
    last = data.draw(st.integers(first + 2, len(cells[0])))
    for row in cells:
        row.insert(last, sum(row[first:last], Decimal(0)))
    (found,) = failing(subtotals, rebuilt(table, cells))
    assert found.subject == f"c{last + 1}"
    assert found.data["terms"] == [f"c{k + 1}" for k in range(first, last)]


@MANY
@given(table=sound_tables(), seed=st.integers(0, 2**32 - 1))
def test_missing_numbers_are_no_finding(table: Publication, seed: int) -> None:
    random = np.random.default_rng(seed)
    columns = tuple(
        replace(column, cells=tuple(None if random.random() < 0.1 else cell for cell in column.cells))
        for column in table.ranking.columns
    )
    held = replace(table, ranking=replace(table.ranking, columns=columns))
    assert not failing(correlated, held)
    assert not failing(subtotals, held)


@MANY
@given(n=st.integers(1, 30), data=st.data())
def test_a_row_that_stands_twice_is_found(n: int, data: st.DataObject) -> None:
    tables: dict[str, list[Any]] = {
        "funds": [fund(f"f{k}", k + 1) for k in range(n)],
        "policies": [mention(f"a{k}", table) for k in range(n) for table in ("one", "two")],
        "beneficiaries": [gains(f"a{k}", f"园{k}") for k in range(n)],
    }
    sound: dict[str, Any] = {name: tuple(rows) for name, rows in tables.items()}
    assert not failing(rows_twice, around(**sound))
    name = data.draw(st.sampled_from(sorted(tables)))
    at = data.draw(st.integers(0, n - 1))
    doubled: dict[str, Any] = {
        each: (*rows, rows[at]) if each == name else tuple(rows) for each, rows in tables.items()
    }
    assert len(failing(rows_twice, around(**doubled))) == 1
