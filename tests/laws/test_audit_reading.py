"""A table reads back as what was written, in every shape in which rankings are printed."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from parkindex.audit import CHECKS, Column, Publication, Ranking, audit
from parkindex.audit.reading import Stated, open_table, read_weights
from parkindex.errors import Finding, UsageError
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


HEADS = ["排名", "城市", "政策", "运营", "科研（亿元）", "总分", "梯队", "score", "2019", "得分", "序号", "capital"]
ODD_HEADS = ["", "name", "合计", "权重", "园区", "政策"]
CELLS = [
    "甲",
    "乙园",
    "1",
    "2.50",
    "-3",
    "1,234",
    "84,5",
    "12%",
    "3亿元",
    "/",
    "",
    "n/a",
    "第一梯队",
    "=2",
    "<5",
    "#REF!",
    "0",
    "1e19",
    "1e400",
]
fields = st.decimals(0, 100, places=2).map(str) | st.just("/")
whole = st.integers(1, 9).map(str)
strange = fields | st.sampled_from(CELLS) | st.text("0123456789.,-%分甲 ", max_size=6)


@st.composite
def spoilt(draw: st.DrawFn) -> list[list[str]]:
    """Return a table in which most columns are numbers, and cells, heads and lengths of rows may be anything."""
    odd = draw(st.integers(0, 3)) == 0
    pool = st.sampled_from(HEADS + ODD_HEADS if odd else HEADS)
    heads = draw(st.lists(pool, min_size=1, max_size=6, unique=not odd))
    kinds = [draw(st.sampled_from([fields, fields, whole, *([strange] if odd else [])])) for _ in heads]
    rows = [[draw(kind) for kind in kinds] for _ in range(draw(st.integers(0 if odd else 1, 8)))]
    if not odd or draw(st.booleans()):
        heads, rows = ["园区名称", *heads], [[f"园区{place}", *row] for place, row in enumerate(rows)]
    if odd and rows and draw(st.booleans()):
        rows[0] = rows[0][:-1]
    return [heads, *rows]


@given(spoilt(), st.sampled_from([",", ";"]), st.sampled_from(["", "", "", "2,1", "1"]))
@settings(max_examples=400, deadline=None)
def test_any_table_is_audited_or_refused_with_an_address(table: list[list[str]], separator: str, weights: str) -> None:
    stated = Stated(read_weights(weights) if weights else ())
    with tempfile.TemporaryDirectory() as folder:
        path = write_text(Path(folder) / "t.csv", table, separator=separator, encoding="utf-8")
        found, findings = opened(path, stated)
    event("refused" if found is None else "audited")
    assert all(finding.where or finding.code.startswith("usage.") for finding in findings)
    if found is not None:
        assert {outcome.check for outcome in audit(found).outcomes} == set(CHECKS)


def opened(path: Path, stated: Stated) -> tuple[Publication | None, tuple[Finding, ...]]:
    try:
        return open_table(path, stated), ()
    except UsageError as error:
        return None, error.findings


@given(st.binary(max_size=200), st.sampled_from(["t.csv", "t.tsv", "t.xlsx"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with suppress(UsageError):
            open_table(path)
