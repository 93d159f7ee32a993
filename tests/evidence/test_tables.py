from __future__ import annotations

from dataclasses import fields

import pytest

from parkindex.evidence.read import FIELDS
from parkindex.evidence.tables import BILINGUAL, TABLES

MADE = {"where", "clauses", "unread"}
"""Fields that no column fills."""


@pytest.mark.parametrize("name", list(TABLES))
def test_a_table_fills_every_field_of_its_row(name: str) -> None:
    table = TABLES[name]
    assert set(table.parsers) == {item.name for item in fields(table.row)} - MADE


@pytest.mark.parametrize("name", list(TABLES))
def test_columns_are_unique_and_a_text_has_two(name: str) -> None:
    table = TABLES[name]
    assert len(set(table.columns)) == len(table.columns)
    for field, parser in table.parsers.items():
        assert len(table.columns_of(field)) == (2 if parser == BILINGUAL else 1)


def test_a_field_with_a_default_may_be_left_out() -> None:
    growth = TABLES["evidence/growth.csv"]
    assert growth.columns == ("series", "from", "to", "rate", "as_printed", "source", "note")
    assert growth.required == ("series", "from", "to", "rate")
    assert TABLES["units.csv"].required == ("code", "name_zh", "name_en", "short_zh", "short_en", "place")


def test_every_table_has_its_place_in_the_dataset() -> None:
    assert set(TABLES) == set(FIELDS)
