from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from parkindex.audit import audit
from parkindex.audit.publication import Ranking
from parkindex.audit.reading import Stated, open_table, read_table
from parkindex.errors import UsageError

from .conftest import PRINTED

Write = Callable[..., Path]


def ranking_of(path: Path, stated: Stated | None = None) -> Ranking:
    return open_table(path, stated or Stated()).ranking


def codes_of(path: Path, stated: Stated | None = None) -> set[str]:
    with pytest.raises(UsageError) as caught:
        open_table(path, stated or Stated())
    return {finding.code for finding in caught.value.findings}


def test_every_part_of_a_ranking_is_read(write: Write) -> None:
    ranking = ranking_of(write())
    assert ranking.units == ("甲园", "乙园", "丙园")
    assert [column.code for column in ranking.columns] == ["政策", "运营"]
    assert [str(cell) for cell in ranking.column("运营").cells] == ["50.25", "40.00", "40.10"]
    assert ranking.total is not None
    assert ranking.total.cells == (Decimal("80.75"), Decimal("70.50"), Decimal("60.10"))
    assert ranking.ranks == (1, 2, 3)
    assert ranking.tiers == (1, 1, 2)
    assert ranking.places == (("杭州",), ("杭州",), ("广州",))
    assert ranking.place_names["广州"].zh == "广州"
    assert (ranking.weights, ranking.full_mark, ranking.cut_offs) == ((), None, ())


def test_cells_have_their_addresses(write: Write) -> None:
    ranking = ranking_of(write())
    assert ranking.total is not None
    assert ranking.total.addresses[2] == "table.csv:4 column '总分'"
    assert ranking.cell(0, ranking.columns[0]).where == "table.csv:2 column '政策'"
    assert ranking.rank_cell(1).where == "table.csv:3 column '排名'"
    assert ranking.tier_cell(1).where == "table.csv:3 column '梯队'"


def test_what_stands_around_a_table_is_told_from_its_rows(write: Write) -> None:
    text = f"2019年排名\n单位：分\n{PRINTED}平均,,,27.00,43.45,70.45,\n注：数据来自问卷\n"
    reading = read_table(write(text))
    assert reading.publication.title.zh == "2019年排名"
    assert reading.publication.ranking.units == ("甲园", "乙园", "丙园")
    assert reading.notes == (
        "table.csv:7  sums up the rows above and is left out: 平均",
        "table.csv:8  stands alone and is left out: 注：数据来自问卷",
    )


def test_weights_and_cut_offs_are_stated(write: Write) -> None:
    stated = Stated(weights=(Decimal(40), Decimal(60)), cut_offs=(Decimal(80), Decimal(65)))
    ranking = ranking_of(write(), stated)
    assert ranking.weights == (Decimal(40), Decimal(60))
    assert ranking.cut_offs == (Decimal(80), Decimal(65))
    assert ranking.full_mark == 100


def test_weights_by_name_choose_the_columns(write: Write) -> None:
    reading = read_table(write(), Stated(weights={"运营": Decimal(1)}))
    assert [column.code for column in reading.publication.ranking.columns] == ["运营"]
    assert "column '政策' is without a weight, not a score: left aside" in reading.notes


def test_weights_are_printed_in_the_heads_or_in_a_row(write: Write) -> None:
    heads = PRINTED.replace("政策", "政策（40%）").replace("运营", "运营（60%）")
    assert ranking_of(write(heads)).weights == (Decimal(40), Decimal(60))
    row = PRINTED.replace("1,甲园", "权重,,,40%,60%,,\n1,甲园")
    assert ranking_of(write(row)).weights == (Decimal(40), Decimal(60))
    assert ranking_of(write(PRINTED.replace("政策", "政策（40%）"))).weights == ()


def test_blanks_are_kept_as_printed(write: Write) -> None:
    column = ranking_of(write(PRINTED.replace("20.00", "现行政策"))).column("政策")
    assert column.cells[2] is None
    assert column.blanks == ("", "", "现行政策")
    assert column.printed(2) == "现行政策"


def test_names_in_two_languages(write: Write) -> None:
    ranking = ranking_of(write("名称,英文名称,得分\n甲园,Park A,1\n乙园,Park B,2\n"))
    assert [(name.zh, name.en) for name in ranking.names] == [("甲园", "Park A"), ("乙园", "Park B")]


def test_a_chosen_column_of_places(write: Write) -> None:
    text = "园区,片区,政策,运营\n甲园,东,1,2\n乙园,东,2,4\n"
    assert ranking_of(write(text)).places == ()
    assert ranking_of(write(text), Stated(place="片区")).places == (("东",), ("东",))
    with pytest.raises(UsageError, match=r"does not have \(got '片'\)(.|\n)*columns: 片区"):
        open_table(write(text), Stated(place="片"))


def test_an_english_table_in_another_shape(write: Write) -> None:
    text = "Rank;University;Country;Teaching;Research;Overall\n1;A;X;90,5;80,5;85,5\n=2;B;Y;80,0;70,0;75,0\n"
    ranking = ranking_of(write(text))
    assert ranking.units == ("A", "B")
    assert ranking.ranks == (1, 2)
    assert [str(cell) for cell in ranking.columns[0].cells] == ["90.5", "80.0"]
    assert ranking.total is not None
    assert ranking.places == (("X",), ("Y",))


def test_an_xlsx_file_reads_like_a_csv_file(write: Write, workbook: Callable[..., Path]) -> None:
    lines = [line.split(",") for line in PRINTED.splitlines()]
    cells = [lines[0]] + [
        [(float(text), "0.00") if "." in text else int(text) if text.isdigit() else text for text in line]
        for line in lines[1:]
    ]
    from_text, from_sheet = ranking_of(write()), ranking_of(workbook(cells, names=["排名表"]))
    assert from_sheet.units == from_text.units
    assert [column.cells for column in from_sheet.columns] == [column.cells for column in from_text.columns]
    assert str(from_sheet.columns[1].cells[1]) == "40.00"
    assert (from_sheet.ranks, from_sheet.tiers) == (from_text.ranks, from_text.tiers)
    assert from_sheet.columns[0].addresses[0] == "table.xlsx sheet '排名表' cell D2"


def test_all_problems_are_told_at_once(write: Write) -> None:
    text = "园区,政策,运营,投资\n甲园,1,2o,3亿元\n甲园,2,3,5万元\n,3,4,2亿元\n丙园,4,5,3亿元\n"
    assert codes_of(write(text), Stated(weights={"科研": Decimal(1)})) == {
        "table.not-a-number",
        "table.mixed-units",
        "table.same-name",
        "table.no-name",
        "usage.weights",
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "table.empty"),
        ("\n\n,,\n", "table.empty"),
        ("园区,政策\n", "table.no-rows"),
        ("园区,政策\n甲,好\n乙,差\n", "table.no-numbers"),
        ("一段话\n又一段话\n", "table.one-column"),
        ("1,甲,2\n2,乙,3\n", "table.head"),
        ("园区,政策,政策\n甲,1,2\n", "table.same-head"),
        ("园区,,政策\n甲,1,2\n", "table.no-head"),
        ("政策,运营\n1,2\n3,4\n", "table.names"),
        ("园区,总分,合计\n甲,1,2\n乙,3,4\n", "table.two-totals"),
        ("园区,政策,运营\n甲,1\n", "table.ragged"),
        ("园区,政策,运营\n甲,1,#DIV/0!\n乙,1,2\n", "table.cell-error"),
        ("园区,政策\n甲,12%\n乙,13\n", "table.mixed-units"),
    ],
)
def test_what_cannot_be_read_is_said(write: Write, text: str, code: str) -> None:
    assert codes_of(write(text)) == {code}


def test_a_count_of_weights_that_does_not_fit(write: Write) -> None:
    with pytest.raises(UsageError, match=r"gives 3 weights for 2 columns(.|\n)*政策, 运营"):
        open_table(write(), Stated(weights=(Decimal(1), Decimal(2), Decimal(3))))


@pytest.mark.parametrize(
    ("name", "code"), [("table.pdf", "table.format"), ("missing.csv", "table.path"), (".", "table.path")]
)
def test_paths_that_are_no_table(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "table.pdf").write_bytes(b"%PDF")
    assert codes_of(tmp_path / name) == {code}


def test_a_sheet_of_a_text_file(write: Write) -> None:
    assert codes_of(write(), Stated(sheet="S")) == {"usage.sheet"}


@pytest.mark.parametrize(
    "text",
    [
        "园区,总分\n甲,1\n",
        "园区,政策,运营\n甲,1,2\n",
        "园区,政策,运营\n甲,1,2\n乙,3,1\n",
        "园区,政策,运营\n甲,/,2\n乙,/,1\n丙,/,1\n丁,1,1\n",
        "园区,政策,运营,总分,梯队\n甲,0,0,0,一\n乙,0,0,0,一\n丙,0,0,0,一\n",
    ],
)
def test_the_smallest_tables_are_audited(write: Write, text: str) -> None:
    found = audit(open_table(write(text)))
    assert found.count("untestable") > 0


def test_a_turned_table_is_told(write: Write) -> None:
    path = write("指标,甲,乙,丙\n政策,1,2,3\n运营,2,2,2\n总分,3,4,5\n")
    with pytest.raises(UsageError) as caught:
        read_table(path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.where) == ("table.turned", "table.csv:4 column '指标'")
    assert "expected a row for every unit" in finding.message


def test_cells_are_shown_as_they_are_printed(write: Write) -> None:
    text = "排名,园区,政策,运营,总分,等级\n1,甲,100,90.5*,190.5,A\n2,乙,99.5,80.1,179.6,B\n3,丙,98.5,１.0,99.5,B\n"
    ranking = ranking_of(write(text))
    assert [ranking.columns[0].printed(0), ranking.columns[1].printed(0)] == ["100", "90.5*"]
    assert ranking.columns[1].printed(2) == "１.0"
    assert [ranking.tier_cell(row).printed for row in range(3)] == ["A", "B", "B"]
    assert ranking.tiers == (1, 2, 2)
