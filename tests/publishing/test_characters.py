"""Characters: every text of a document with its address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.characters import bold_characters, excerpt, missing_glyphs, svg_text, texts
from parkindex.publishing.document import (
    Block,
    Bullets,
    Cards,
    Document,
    Figure,
    Heading,
    Note,
    Prose,
    Run,
    SourceEntry,
    SourceList,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOLD_AND_THIN = """<svg><text style="font-weight:bold">粗</text><text style="font: bold 13px 'A'" y="1">黑</text>
<text style="font: 13px 'A'">细</text></svg>"""
RARE = "\U00020bb7"  # 𠮷: beyond GBK


def test_svg_text() -> None:
    svg = '<svg><text x="1">甲 &amp; 乙</text><g><text style="font-weight:700">丙</text></g></svg>'
    assert svg_text(svg) == "甲 & 乙丙"


def test_excerpt_is_short() -> None:
    assert excerpt((Run("短"),)) == "短"
    assert excerpt((Run("长" * 30),)) == "长" * 24 + "…"


def test_everything_the_document_says_is_among_its_texts(make_document: Callable[..., Document]) -> None:
    said = "".join(text for _, text in texts(make_document("zh"), {}))
    for words in (
        "摘要",
        "第一部分",
        "居首的是",
        "原文未给出",
        "分",
        "†",
        "给定值",
        "第三梯队",
        "园区所在城市为推断",
        "出版者",
        "ParkIndex",
    ):
        assert words in said


def test_a_complete_document_lacks_nothing(
    make_document: Callable[..., Document], draw: Callable[[Document], dict[str, str]]
) -> None:
    for language in ("zh", "en"):
        document = make_document(language)
        assert missing_glyphs(document, draw(document)) == []


@pytest.mark.parametrize(
    ("kind", "spoil", "where"),
    [
        (Heading, lambda b: replace(b, text=RARE), "heading"),
        (Prose, lambda b: replace(b, runs=(Run(RARE),)), "paragraph"),
        (Note, lambda b: replace(b, runs=(Run(RARE),)), "paragraph"),
        (Bullets, lambda b: replace(b, items=((Run(RARE),),)), "list item"),
        (
            Table,
            lambda b: replace(b, rows=(*b.rows[:1], tuple(replace(c, text=RARE) for c in b.rows[1]))),
            "'ranking' row 2",
        ),
        (Figure, lambda b: replace(b, chart=replace(b.chart, note=RARE)), "figure 'parks-by-city'"),
        (Cards, lambda b: Cards((replace(b.cards[0], remarks=(RARE,)),)), "card 'park-1'"),
        (SourceList, lambda _: SourceList((SourceEntry("a", RARE),)), "source"),
    ],
)
def test_a_character_the_fonts_lack_is_found_where_it_stands(
    make_document: Callable[..., Document], kind: type[Block], spoil: Callable[[Block], Block], where: str
) -> None:
    document = make_document("zh")
    position = next(i for i, block in enumerate(document.blocks) if isinstance(block, kind))
    blocks = [*document.blocks]
    blocks[position] = spoil(blocks[position])
    (finding,) = missing_glyphs(replace(document, blocks=tuple(blocks)), {})
    assert finding.code == "font.missing-glyph"
    assert finding.where.startswith("report.zh, ")
    assert where in finding.where
    assert "U+20BB7" in finding.message


def test_a_character_inside_a_drawing_is_found(make_document: Callable[..., Document]) -> None:
    found = missing_glyphs(make_document("en"), {"parks-by-city": f"<svg><text>{RARE}</text></svg>"})
    assert [finding.where for finding in found] == ["report.en, figure 'parks-by-city'"]


def test_a_character_is_found_in_the_data_of_a_chart_before_it_is_drawn(make_document: Callable[..., Document]) -> None:
    document = make_document("zh")
    blocks = tuple(
        replace(block, chart=replace(block.chart, data={"points": [{"name": RARE}, {"values": (1, None)}]}))
        if isinstance(block, Figure)
        else block
        for block in document.blocks
    )
    found = missing_glyphs(replace(document, blocks=blocks), {})
    assert [finding.where for finding in found] == ["report.zh, figure 'parks-by-city'"]


def test_with_the_folder_of_the_edition_it_is_found_where_it_was_typed(
    make_document: Callable[..., Document], tmp_path: Path
) -> None:
    (tmp_path / "units.csv").write_text(f"code,name_zh\npark-1,{RARE}\n", encoding="utf-8")
    document = replace(make_document("zh"), title=f"{RARE}\U0001f600\u202e")
    typed, untraced = missing_glyphs(document, {}, tmp_path)
    assert typed.where == "units.csv:2 column 'name_zh'"
    assert typed.message == f"the font has no '{RARE}' (U+20BB7) (shown in report.zh, cover)"
    assert untraced.where == "report.zh, cover"
    assert untraced.message == "the font has no '\U0001f600' (U+1F600), U+202E"


def test_bold_characters_are_those_of_heads_and_strong_words(make_document: Callable[..., Document]) -> None:
    bold = bold_characters(make_document("zh"), {"x": BOLD_AND_THIN})
    assert set("摘要中国杭州广度粗黑") <= bold
    assert not set("细推断") & bold
