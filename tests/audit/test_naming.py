"""Tests of the names of tables, places and amounts."""

from __future__ import annotations

import pytest

from parkindex.audit.naming import money_text, place_name, related, table_name
from parkindex.evidence.declared import Source, SourcePart
from parkindex.evidence.model import Dataset

from .evidence_cases import place, words

REPORT = Source(
    code="report", title=words("报告"), kind="report", parts=(SourcePart(code="funds", title=words("基金")),)
)
DATASET = Dataset(
    sources=(REPORT,), places=(place("province", "province"), place("city", parent="province"), place("town"))
)


def test_a_table_goes_by_its_title_failing_that_by_its_source_or_code() -> None:
    assert table_name(DATASET, ("report#funds",), "x").zh == "《基金》"
    assert table_name(DATASET, ("report#unknown",), "x").en == "“en 报告”"
    assert table_name(DATASET, (), "x").zh == "“x”表"


def test_places_are_related_when_one_lies_in_the_other() -> None:
    assert related(DATASET, "city", "province")
    assert related(DATASET, "province", "city")
    assert not related(DATASET, "city", "town")
    assert related(DATASET, "city", "unknown")
    assert (place_name(DATASET, "city").zh, place_name(DATASET, "").en) == ("city", "none")


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [(1e9, "10亿元", "CNY 1 billion"), (1.5e8, "1.5亿元", "CNY 150 million"), (5e5, "50万元", "CNY 500,000")],
)
def test_amounts_are_written_in_the_words_of_each_language(yuan: float, zh: str, en: str) -> None:
    assert (money_text(yuan).zh, money_text(yuan).en) == (zh, en)
