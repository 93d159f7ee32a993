"""Pages: what Markdown becomes, and what a page may not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.draft import (
    DraftBullets,
    DraftHeading,
    DraftInsert,
    DraftNote,
    DraftProse,
    Page,
    Piece,
    Pieces,
    Placeholder,
)
from parkindex.publishing.pages import page_path, parse_page, read_page

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.errors import Finding
    from parkindex.publishing.document import Language

PATH = "pages/overview.zh.md"


def parse(text: str, language: Language = "zh") -> tuple[Page, list[Finding]]:
    return parse_page(text, "overview", language, PATH)


def clean(text: str, language: Language = "zh") -> Page:
    page, findings = parse(text, language)
    assert findings == []
    return page


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.where.removeprefix(PATH)) for finding in parse(text)[1]]


def words(pieces: Pieces) -> str:
    return "".join(p.content if isinstance(p.content, str) else f"<{p.content.name}>" for p in pieces)


def test_every_kind_of_block() -> None:
    page = clean(
        "# 概览\n\n## 分布\n\n园区在{{ units.cities }}\n城。\n\n- 甲\n- 乙\n\n"
        "> 说明\n\n> !limit 未给出\n\n{{ figure funds }}\n{{ table funds }}\n\n{{ cards }}\n"
    )
    kinds = [type(draft) for draft in page.drafts]
    assert kinds == [
        DraftHeading, DraftHeading, DraftProse, DraftBullets,
        DraftNote, DraftNote, DraftInsert, DraftInsert, DraftInsert,
    ]  # fmt: skip
    assert [draft.line for draft in page.drafts] == [1, 3, 5, 8, 11, 13, 15, 16, 18]
    assert page.inserts("figure") == ("funds",)
    assert page.inserts("cards") == ("",)


def test_lines_of_pieces_and_joined_lines() -> None:
    page = clean("# 概览\n\n园区在{{ units.cities }}座\n城市，{{ units.count }}家。\n")
    prose = page.drafts[1]
    assert isinstance(prose, DraftProse)
    assert words(prose.pieces) == "园区在<units.cities>座城市，<units.count>家。"
    assert {p.content.name: p.line for p in prose.pieces if isinstance(p.content, Placeholder)} == {
        "units.cities": 3,
        "units.count": 4,
    }


def test_english_lines_join_with_a_space() -> None:
    prose = clean("# Overview\n\nThe parks\nstand.\n", "en").drafts[1]
    assert isinstance(prose, DraftProse)
    assert words(prose.pieces) == "The parks stand."


def test_styles() -> None:
    prose = clean("# 概览\n\n甲**乙**`GB/T 2260`[丙](https://example.org)\n").drafts[1]
    assert isinstance(prose, DraftProse)
    assert prose.pieces == (
        Piece("甲", 3),
        Piece("乙", 3, strong=True),
        Piece("GB/T 2260", 3, code=True),
        Piece("丙", 3, target="https://example.org"),
    )


def test_a_bold_value_beside_letters_is_bold() -> None:
    prose = clean("# 概览\n\n共**{{ units.count }}**家\n").drafts[1]
    assert isinstance(prose, DraftProse)
    assert [piece.strong for piece in prose.pieces] == [False, True, False]


def test_code_keeps_its_braces() -> None:
    prose = clean("# 概览\n\n写作`{{ units.count }}`\n").drafts[1]
    assert isinstance(prose, DraftProse)
    assert prose.pieces[1] == Piece("{{ units.count }}", 3, code=True)


def test_notes() -> None:
    first, second = clean("# 概览\n\n> !limit 原文未\n> 给出\n>\n> 又及\n").drafts[1:]
    assert isinstance(first, DraftNote)
    assert isinstance(second, DraftNote)
    assert (first.kind, words(first.pieces)) == ("limit", "原文未给出")
    assert (second.kind, words(second.pieces)) == ("remark", "又及")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("```\nx\n```", "page.unsupported", ":3"),
        ("    x", "page.unsupported", ":3"),
        ("---", "page.unsupported", ":3"),
        ("甲 *乙* 丙", "page.unsupported", ":3"),
        ("![甲](a.png)", "page.unsupported", ":3"),
        ("- 甲\n  - 乙", "page.unsupported", ":4"),
        ("> - 甲", "page.unsupported", ":3"),
        ("甲  \n乙", "page.unsupported", ":3"),
        ("- 甲\n\n  乙", "page.unsupported", ":5"),
        ("甲{{ figure funds }}乙", "page.block-in-prose", ":3"),
        ("- {{ table funds }}", "page.block-in-prose", ":3"),
        ("共{{ 22 }}家", "prose.placeholder", ":3"),
        ("共\n{{ units.count 家", "prose.placeholder", ":4"),
        ("共22家", "prose.literal-number", ":3"),
        ("甲\n共二十二家", "prose.literal-number", ":4"),
        ("甲**“乙”**丙", "page.stray-mark", ":3"),
        ("# 又一部分", "page.title", ":3"),
    ],
)
def test_what_a_page_may_not_hold(text: str, code: str, line: str) -> None:
    found = codes(f"# 概览\n\n{text}\n")
    assert found
    assert set(found) == {(code, line)}


def test_all_findings_come_at_once_in_the_order_of_their_lines() -> None:
    assert codes("# 概览\n\n共22家\n\n---\n\n占五成\n") == [
        ("prose.literal-number", ":3"),
        ("page.unsupported", ":5"),
        ("prose.literal-number", ":7"),
    ]


def test_a_page_opens_with_its_title() -> None:
    assert codes("园区\n") == [("page.title", ":1")]
    assert codes("") == [("page.title", ":1")]


def test_a_literal_number_in_a_heading_is_found() -> None:
    assert codes("# 概览\n\n## 22家园区\n") == [("prose.literal-number", ":3")]


def test_missing_page(tmp_path: Path) -> None:
    page, (finding,) = read_page(tmp_path, "overview", "zh")
    assert page.drafts == ()
    assert (finding.code, finding.where) == ("page.missing", PATH)
    assert "edition.yaml" in finding.hint


def test_page_that_is_not_utf8(tmp_path: Path) -> None:
    path = page_path(tmp_path, "overview", "zh")
    path.parent.mkdir()
    path.write_bytes("# 概览".encode("gbk"))
    _, (finding,) = read_page(tmp_path, "overview", "zh")
    assert (finding.code, finding.where) == ("encoding.not-utf8", f"{PATH}:1")
    assert "iconv" in finding.hint


def test_page_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = page_path(tmp_path, "overview", "zh")
    path.parent.mkdir()
    path.write_text("# 概览\n", encoding="utf-8-sig")
    _, findings = read_page(tmp_path, "overview", "zh")
    assert [finding.code for finding in findings] == ["encoding.bom"]


def test_a_private_character_is_no_placeholder() -> None:
    page, (finding,) = parse_page("# 概览\n\n共\U000f0000{{ units.count }}家\n", "overview", "zh", PATH)
    assert (finding.code, finding.where) == ("page.private-character", f"{PATH}:3")
    assert "U+F0000" in finding.message
    assert isinstance(page.drafts[1], DraftProse)
    assert [piece.content for piece in page.drafts[1].pieces if isinstance(piece.content, str)] == ["共", "家"]
