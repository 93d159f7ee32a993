"""Tests of funds, amounts, statistics and the framework as claims measure them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.claims.amounts import AMOUNTS
from parkindex.audit.claims.bounds import Counted, NotCounted
from parkindex.audit.claims.ground import Ground
from parkindex.evidence import claim_words
from parkindex.evidence.amounts import parse
from parkindex.evidence.model import Answer, Fund, MarketValue, Scheme, Statistic, SupportCell
from parkindex.framework.text import Text

from .claim_cases import publication
from .test_leaders import shares

if TYPE_CHECKING:
    from parkindex.edition import Edition

NAME = Text(zh="某", en="some")
CELL = SupportCell("s", "talent", "30—50万元，10亿产业基金")
TABLES: dict[str, Any] = {
    "funds": (Fund("a", NAME, "c11", 1.5, "亿元"), Fund("b", NAME, "c11", 2500, "万元")),
    "statistics": (
        Statistic("whole", "q", "", "=", 7, "yuan_100m"),
        Statistic("over", "q", "x", ">", 60, "percent"),
        Statistic("none", "q", "y", "=", float("nan"), "percent"),
    ),
    "market": (MarketValue("m", 2018, 0.81, "yuan_100m", "=", "forecast"),),
    "schemes": (Scheme("s", NAME, "c11"),),
    "support": (replace(CELL, clauses=parse(CELL.words).clauses),),
}


def measure(what: str, kind: Any = "count", **tables: Any) -> Counted | NotCounted:
    word = claim_words.measure(what)
    return AMOUNTS[word.form](Ground(publication(**tables)), word, kind)


@pytest.mark.parametrize(
    ("what", "least", "most"),
    [
        ("funds:total", "7/4", "7/4"),
        ("fund:b", "1/4", "1/4"),
        ("funds:share:whole", "25", "25"),
        ("support:s:talent", "50", "50"),
        ("statistic:over", "60", "100"),
        ("series:m:2018", "0.81", "0.81"),
        ("tiers", "3", "3"),
    ],
)
def test_amounts_are_exact(what: str, least: str, most: str) -> None:
    found = measure(what, "share" if what.startswith("statistic") else "count", **TABLES)
    assert isinstance(found, Counted)
    assert (found.least, found.most) == (Fraction(least), Fraction(most))


@pytest.mark.parametrize(
    "what",
    [
        "funds:total",
        "fund:z",
        "funds:share:whole",
        "support:s:rent",
        "statistic:none",
        "series:m:2019",
        "framework:levels",
        "framework:weights",
    ],
)
def test_what_is_not_printed_is_not_counted(what: str) -> None:
    tables = {key: value for key, value in TABLES.items() if key in {"statistics", "market"}}
    assert isinstance(measure(what, **tables), NotCounted)


def test_a_share_is_counted_from_raw_answers_where_there_are_any() -> None:
    answers = tuple(Answer(f"u{row}", "q", str(value)) for row, value in enumerate([10, 20, 40, 60], 1))
    tables = shares(("low", "=", 51))
    found = measure("statistic:q_low", "share", **tables, answers=answers)
    assert isinstance(found, Counted)
    assert found.least == Fraction(50)
    assert (found.data["n"], found.data["count"]) == (4, 2)


def test_the_framework_of_2019(report_2019: Edition) -> None:
    from parkindex.audit.of_edition import publication_of

    held = Ground(publication_of(report_2019.result(), title=report_2019.about.title))
    for what, expected in (("framework:levels", 3), ("framework:weights", 100), ("funds:total", Fraction(347, 2))):
        word = claim_words.measure(what)
        found = AMOUNTS[word.form](held, word, "count")
        assert isinstance(found, Counted)
        assert found.least == expected
