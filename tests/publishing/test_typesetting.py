"""The document as records: what the templates get to see."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from parkindex.publishing.document import Bullets, Cards, Cell, Document, Figure, Heading, Prose, Run, Table
from parkindex.publishing.typesetting import (
    HALF,
    Record,
    abreast,
    cell_record,
    document_record,
    drawing_record,
    link_kind,
    standing,
    tier_record,
)

Make = Callable[..., Document]
Draw = Callable[[Document], dict[str, str]]


def figure(width: float) -> Record:
    return {"kind": "figure", "drawing": {"width": width}}


def kinds(record: Record) -> list[list[str]]:
    return [[block["kind"] for block in part["blocks"]] for part in record["parts"]]


def test_the_record_is_json(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    record = document_record(document, draw(document))
    assert json.loads(json.dumps(record, allow_nan=False)) == record


def test_parts_hold_their_blocks_in_order(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    record = document_record(document, draw(document))
    assert [part["heading"]["anchor"] for part in record["parts"]] == ["summary", "overview", "sources"]
    assert kinds(record) == [
        ["prose"],
        ["heading", "bullets", "note", "note", "figure", "table", "cards"],
        ["sources"],
    ]
    assert [section["anchor"] for section in record["parts"][1]["sections"]] == ["overview-1"]


def test_blocks_before_the_first_part_stand_in_a_part_without_heading(make_document: Make) -> None:
    document = replace(make_document("zh"), blocks=(Prose((Run("前言"),)), Heading(1, "摘要", "summary")))
    first, second = document_record(document, {})["parts"]
    assert first["heading"] is None
    assert [block["kind"] for block in first["blocks"]] == ["prose"]
    assert second["heading"]["text"] == "摘要"


def test_two_neighbouring_narrow_figures_become_a_pair_and_a_third_stands_alone() -> None:
    narrow, broad = figure(HALF), figure(HALF + 1)
    text: Record = {"kind": "prose"}
    assert abreast([narrow, narrow, narrow]) == [{"kind": "pair", "figures": [narrow, narrow]}, narrow]
    assert abreast([narrow, broad, narrow]) == [narrow, broad, narrow]
    assert abreast([narrow, text, narrow]) == [narrow, text, narrow]
    assert abreast([narrow] * 4) == [{"kind": "pair", "figures": [narrow, narrow]}] * 2


@pytest.mark.parametrize(
    ("target", "kind"),
    [("", ""), ("#source-report", "citation"), ("#table-ranking", "place"), ("https://example.org", "web")],
)
def test_links_are_told_apart(target: str, kind: str) -> None:
    assert link_kind(Run("x", target=target)) == kind


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg width="540" height="333" xmlns="x">', (540.0, 333.0)),
        ('<svg xmlns="x" width="540.5px" height="20px" version="1.1">', (540.5, 20.0)),
        ('<svg viewBox="0 0 1 1">', (880.0, 420.0)),
    ],
)
def test_a_drawing_brings_its_size(svg: str, size: tuple[float, float]) -> None:
    record = drawing_record("words", svg)
    assert (record["width"], record["height"]) == size
    assert record["alt"] == "words"


def test_a_shaded_cell_has_ink_that_can_be_read() -> None:
    dark, light = (cell_record(Cell("1", shade=shade))["shade"] for shade in (1.0, 0.0))
    assert dark["fill"] != light["fill"]
    assert dark["ink"] != light["ink"]
    assert cell_record(Cell("1"))["shade"] is None


def test_tiers_differ_in_mark_and_colour_and_no_tier_has_neither() -> None:
    first, second, third, beyond = (tier_record(tier) for tier in (1, 2, 3, 4))
    assert first is not None
    assert second is not None
    assert len({first["mark"], second["mark"], third["mark"] if third else ""}) == 3
    assert first["colour"] != second["colour"]
    assert beyond == third
    assert tier_record(None) is None
    assert tier_record(0) is None


def test_the_cover_shows_the_standing_of_the_cards(make_document: Make) -> None:
    shown = standing(make_document("zh"))
    assert [entry["score"] for entry in shown] == [85.51, 65.51, 45.51]
    assert [entry["tier_name"] for entry in shown] == ["第一梯队", "第二梯队", "第三梯队"]


@pytest.mark.parametrize("count", [0, 2, 61])
def test_a_cover_of_too_few_or_too_many_units_has_no_standing(count: int, make_document: Make) -> None:
    document = make_document("zh")
    cards = next(block for block in document.blocks if isinstance(block, Cards))
    many = tuple(replace(cards.cards[0], code=f"unit-{place}") for place in range(count))
    assert standing(replace(document, blocks=(Cards(many),))) == []


def test_a_unit_without_a_score_leaves_the_cover_without_standing(make_document: Make) -> None:
    document = make_document("en")
    cards = next(block for block in document.blocks if isinstance(block, Cards))
    unranked = replace(cards.cards[2], score="–", tier=0)
    assert standing(replace(document, blocks=(Cards((*cards.cards[:2], unranked)),))) == []


def test_numbers_are_called_as_in_the_language(make_document: Make, draw: Draw) -> None:
    for language, label in (("zh", "表\u00a01"), ("en", "Table\u00a01")):
        document = make_document(language)
        blocks = document_record(document, draw(document))["parts"][1]["blocks"]
        assert next(block["label"] for block in blocks if block["kind"] == "table") == label


def test_figures_and_tables_without_number_have_no_label(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    blocks = tuple(replace(block, number=0) for block in document.blocks if isinstance(block, Figure | Table))
    parts = document_record(replace(document, blocks=blocks), draw(document))["parts"]
    assert [block["label"] for part in parts for block in part["blocks"]] == ["", ""]


def test_every_item_of_a_list_keeps_its_runs(make_document: Make) -> None:
    items = ((Run("一", strong=True), Run("二")), (Run("三", code=True),))
    document = replace(make_document("zh"), blocks=(Bullets(items, ordered=True),))
    (block,) = document_record(document, {})["parts"][0]["blocks"]
    assert block["ordered"]
    assert [[run["text"] for run in item] for item in block["items"]] == [["一", "二"], ["三"]]
    assert [run["strong"] for run in block["items"][0]] == [True, False]
    assert block["items"][1][0]["code"]
