"""Laws of the double-counting family: sound tables are left alone; a column, subtotal or row told twice is found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.double_counting.columns import correlated, subtotals
from parkindex.audit.double_counting.definitions import definitions
from parkindex.audit.double_counting.funds import funds_shared, funds_twice
from parkindex.audit.double_counting.rows import rows_twice

from ..audit.conftest import column, publication
from ..audit.evidence_cases import (
    around,
    cell,
    failing,
    framework,
    fund,
    gains,
    indicator,
    mention,
    place,
    scheme,
    unit,
)
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


@MANY
@given(sizes=st.lists(st.integers(1, 900), min_size=1, max_size=8, unique=True), both=st.booleans())
def test_funds_that_two_pillars_count_are_found(sizes: list[int], *, both: bool) -> None:
    codes = range(len(sizes))
    held = around(
        places=tuple(place(f"p{k}") for k in codes),
        schemes=tuple(scheme(f"s{k}", where=f"p{k}") for k in codes),
        support=tuple(cell(f"s{k}", "finance", f"{size}亿产业基金") for k, size in enumerate(sizes)),
        funds=tuple(fund(f"f{k}", size, where=f"p{k}") for k, size in enumerate(sizes)),
    )
    policy = indicator("deep", "政策支持深度" if both else "政策数量", "政策。")
    held = replace(held, framework=framework(policy=(policy,), capital=(indicator("size", "基金总规模", "基金。"),)))
    assert [each.data["funds"] for each in failing(funds_twice, held)] == [len(sizes)][:both]


@MANY
@given(scores=st.lists(st.integers(1, 400), min_size=3, max_size=20), cities=st.integers(1, 3), data=st.data())
def test_the_score_of_a_holder_is_found_with_others_of_its_city(
    scores: list[int], cities: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(scores) - 1))
    bare = publication([[str(score / 10 + 0.01), "1"] for score in scores])
    columns = (column("capital", [f"{score / 10 + 0.01:.2f}" for score in scores]), bare.ranking.columns[1])
    bare = replace(bare, ranking=replace(bare.ranking, columns=columns))
    held = around(
        ranking=bare,
        places=tuple(place(f"p{k}") for k in range(cities)),
        units=tuple(unit(code, code, f"p{k % cities}") for k, code in enumerate(bare.ranking.units)),
        funds=(fund("f", 1, f"u{at + 1}"),),
    )
    level = {"level": "park"}
    held = replace(held, framework=framework(capital=(indicator("size", "基金总规模", "基金。", **level),)))
    city = [k for k in range(len(scores)) if k % cities == at % cities]
    alike = [f"u{k + 1}" for k in city if k != at and scores[k] == scores[at]]
    one_score = len({scores[k] for k in city}) == 1
    assert [each.data["units"] for each in failing(funds_shared, held)] == [alike][: bool(alike) and not one_score]


@MANY
@given(
    words=st.lists(
        st.text("甲乙丙丁戊己庚辛壬癸子丑寅卯", min_size=8, max_size=20), min_size=2, max_size=6, unique=True
    )
)
def test_a_definition_told_again_is_found(words: list[str]) -> None:
    told = [indicator(f"i{k}", f"指标{k}", text) for k, text in enumerate(words)]
    again = indicator("again", "又一项", f"{words[0]}。")
    held = replace(around(), framework=framework(all=(*told, again)))
    assert "i0/again" in {each.subject for each in failing(definitions, held)}
