"""Tables on the sheet: how broad they are set, and heights that agree with those of the typesetter."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
import typst

from parkindex.publishing import sheet
from parkindex.publishing.document import Cell, Column, Document, Language, Table
from parkindex.publishing.extent import width
from parkindex.publishing.pdf import faces
from parkindex.publishing.typesetting import document_record

Make = Callable[..., Document]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

MEASURING = b"""
#import "report/looks.typ": *
#import "report/table.typ": table-body, table-item
#set text(font: faces, size: sizes.prose, lang: language, top-edge: 0.8em, bottom-edge: -0.2em)
#set page(paper: "a4", flipped: true)
#let tables = record.parts.map(part => part.blocks).flatten().filter(block => block.kind == "table")
#for entry in tables {
  context {
    let true-height = measure(block(width: main, table-body(entry))).height
    [#metadata((true-height / 1pt, table-item(entry).height / 1pt)) <heights>]
  }
}
"""


def table(columns: int, words: str, rows: int = 3) -> Table:
    heads = tuple(Column(f"列{place}", unit="分" if place % 2 else "") for place in range(columns))
    return Table("made", "标题", heads, tuple((Cell(words),) * columns for _ in range(rows)), "来源：《报告》", ("注",))


def measured(document: Document) -> list[list[float]]:
    """Return, for each table, the height the typesetter gives it and the height reckoned beforehand, in points."""
    folder = Path(str(resources.files("parkindex.publishing") / "templates"))
    record = json.dumps(document_record(document, {}), ensure_ascii=False)
    compiler = typst.Compiler(
        MEASURING, root=folder, font_paths=faces(), ignore_system_fonts=True, sys_inputs={"document": record}
    )
    found: list[list[float]] = json.loads(compiler.query("<heights>", field="value"))
    return found


def test_the_columns_of_the_page_add_up_to_a4_landscape() -> None:
    for language in LANGUAGES:
        measures = sheet.measures(language)
        assert 2 * measures["outer"] + measures["full"] == pytest.approx(297)
        assert measures["side"] + measures["gutter"] + measures["main"] == pytest.approx(measures["full"])
        assert measures["line"] < measures["main"]


def test_a_line_of_prose_holds_28_to_38_han_characters_and_60_to_75_letters() -> None:
    size = 10 / sheet.POINTS  # millimetres
    assert 28 <= sheet.LINE["zh"] / size <= 38
    letters = "The parks are concentrated: most of them stand in coastal cities, and three cities hold half of all"
    assert 60 <= len(letters) * sheet.LINE["en"] / size / width(letters, "en") <= 75


@pytest.mark.parametrize(
    ("columns", "words", "breadth"),
    [(3, "短", "line"), (8, "六个汉字的话", "main"), (12, "八个汉字写的词语", "full"), (2, "长" * 200, "main")],
)
def test_a_table_is_as_broad_as_its_words_ask_for(columns: int, words: str, breadth: str) -> None:
    assert sheet.breadth(table(columns, words), "zh") == breadth


def test_words_are_divided_only_in_a_column_too_narrow_for_one() -> None:
    columns = (Column("Park", share=3), Column("Recruitment", align="right", share=0.2))
    made = Table("made", "Title", columns, ((Cell("Innovation base"), Cell("12.50")),), "Source: Report")
    assert [sheet.divides(made, place, 120.0, "en") for place in (0, 1)] == [False, True]
    assert not sheet.divides(made, 1, 600.0, "en")


def test_every_row_adds_the_same_height() -> None:
    heights = [sheet.table_height(table(4, "词", rows), 200.0, "zh", compact=False) for rows in (1, 2, 3)]
    first, second = (later - earlier for earlier, later in pairwise(heights))
    assert first == pytest.approx(second)
    assert first == pytest.approx(sheet.SMALL + 2 * sheet.PADDING[False] * sheet.POINTS)


def test_compact_is_lower() -> None:
    made = table(6, "一段稍长的话写在格子里", 20)
    tall, low = (sheet.table_height(made, 200.0, "zh", compact=compact) for compact in (False, True))
    assert low < 0.85 * tall


def test_a_table_without_notes_or_source_has_no_foot() -> None:
    assert sheet.foot_height(replace(table(2, "词"), notes=(), source=""), 200.0, "zh") == 0.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_reckoned_heights_agree_with_the_typesetter(language: Language, make_document: Make) -> None:
    names = {"zh": "广东金融高新区“区块链+”金融科技产业孵化中心", "en": "Guangdong High-tech Zone “Blockchain+” Centre"}
    made = [
        table(3, "短"),
        table(4, "12.50"),
        table(5, names[language], rows=9),
        table(9, names[language], rows=5),
        replace(table(3, "短"), title=names[language] * 4),
    ]
    blocks = tuple(replace(each, name=f"made-{place}", number=place) for place, each in enumerate(made, start=1))
    document = replace(make_document(language), blocks=blocks)
    pairs = measured(document)
    assert len(pairs) == len(made)
    for true, reckoned in pairs:
        assert reckoned == pytest.approx(true, rel=0.06, abs=2.0)
