"""A table reads back as what was written, in every shape in which rankings are printed."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from parkindex.audit import Column, Publication, Ranking
from parkindex.audit.reading import Stated, open_table
from parkindex.framework.text import Language

from .printed_tables import Shape, lines_of, shapes, write_text, write_workbook
from .sound_tables import sound_table

tables = st.builds(
    lambda seed, units, columns: sound_table(seed, units=units, columns=columns),
    st.integers(0, 2**32 - 1),
    st.integers(12, 20),
    st.integers(3, 6),
)


def with_numbers(publication: Publication, code: str, changed: dict[int, Decimal | None]) -> Publication:
    """Return the publication with other numbers in some rows of a column, and nothing else changed."""
    ranking = publication.ranking

    def other(column: Column) -> Column:
        cells = tuple(changed.get(row, cell) for row, cell in enumerate(column.cells))
        return replace(column, cells=cells) if column.code == code else column

    columns = tuple(other(column) for column in ranking.columns)
    assert ranking.total is not None
    return replace(publication, ranking=replace(ranking, columns=columns, total=other(ranking.total)))


def read_back(path: Path, written: Ranking) -> Ranking:
    stated = Stated(written.weights, written.cut_offs, None, written.full_mark)
    return open_table(path, stated).ranking


def assert_same(found: Ranking, written: Ranking, *, english: bool) -> None:
    """Compare all that is printed: names, decimals of every cell, ranks, tiers, the nearest place, what is stated."""
    language: Language = "en" if english else "zh"
    assert [name.of("zh") for name in found.names] == [name.of(language) for name in written.names]
    assert [column.code for column in found.columns] == [column.name.of(language) for column in written.columns]
    for own, other in zip(found.columns, written.columns, strict=True):
        assert [str(cell) for cell in own.cells] == [str(cell) for cell in other.cells]
        assert own.weight == other.weight
    assert found.total is not None
    assert written.total is not None
    assert [str(cell) for cell in found.total.cells] == [str(cell) for cell in written.total.cells]
    assert (found.ranks, found.tiers) == (written.ranks, written.tiers)
    assert found.places == tuple(places[:1] for places in written.places)
    assert (found.cut_offs, found.full_mark) == (written.cut_offs, written.full_mark)


@given(
    tables,
    shapes,
    st.sampled_from([",", ";", "\t", "，"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
@example(sound_table(1), Shape(two_rows=True, title=True, total_first=True, foot=True), ";", "gb18030")
@settings(max_examples=150, deadline=None)
def test_a_table_as_text(publication: Publication, shape: Shape, separator: str, encoding: str) -> None:
    if shape.english and encoding == "gb18030":
        encoding = "utf-8"
    with tempfile.TemporaryDirectory() as folder:
        path = write_text(Path(folder) / "t.csv", lines_of(publication, shape), separator=separator, encoding=encoding)
        assert_same(read_back(path, publication.ranking), publication.ranking, english=shape.english)


@given(tables, shapes, st.booleans(), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_a_table_as_a_sheet(publication: Publication, shape: Shape, merged: bool, above: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_workbook(Path(folder) / "t.xlsx", publication, shape, merged=merged, above=above)
        assert_same(read_back(path, publication.ranking), publication.ranking, english=shape.english)


@given(tables, shapes, st.data())
@settings(max_examples=60, deadline=None)
def test_cells_without_a_number_stay_blank(publication: Publication, shape: Shape, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([column.code for column in publication.ranking.columns]))
    rows = data.draw(st.sets(st.integers(0, len(publication.ranking.units) - 1), max_size=4))
    written = with_numbers(publication, code, dict.fromkeys(rows)).ranking
    with tempfile.TemporaryDirectory() as folder:
        lines = lines_of(with_numbers(publication, code, dict.fromkeys(rows)), shape)
        path = write_text(Path(folder) / "t.csv", lines, separator="\t", encoding="utf-8")
        found = read_back(path, written)
    column = found.columns[[held.code for held in written.columns].index(code)]
    assert {row for row, cell in enumerate(column.cells) if cell is None} == rows
    assert_same(found, written, english=shape.english)


@given(tables, st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_decimal_comma(publication: Publication, shift: int) -> None:
    moved = Decimal(shift) / 100
    total = publication.ranking.total
    assert total is not None
    changed = with_numbers(publication, "total", {row: cell + moved for row, cell in enumerate(total.cells) if cell})
    lines = lines_of(changed, Shape())
    comma = [[cell.replace(".", ",") if cell.replace(".", "").isdigit() else cell for cell in line] for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        path = write_text(Path(folder) / "t.csv", comma, separator=";", encoding="utf-8")
        assert_same(read_back(path, changed.ranking), changed.ranking, english=False)
