"""Tests of funds under two indicators, and for units that do not hold them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parkindex.audit import Publication
from parkindex.audit.double_counting.funds import funds_shared, funds_twice
from parkindex.evidence.model import Published

from ..conftest import column, publication
from ..evidence_cases import (
    around,
    cell,
    failing,
    framework,
    fund,
    indicator,
    of_2019,
    place,
    printed,
    scheme,
    unit,
    verdicts,
)

if TYPE_CHECKING:
    from parkindex.edition import Edition


def framed(*scores: str, level: str = "city", counts: str = "政策支持深度", **tables: Any) -> Publication:
    """Return units of one city with a column of capital, under a framework that counts support and funds."""
    bare = publication([[score, "1"] for score in scores])
    renamed = replace(bare.ranking, columns=(column("capital", scores), bare.ranking.columns[1]))
    units = tuple(unit(code, f"园{code}", "p1") for code in renamed.units)
    held = {"units": units, "places": (place("p1"),), "published": (Published("u1", "index", 1.0),)} | tables
    pillars = framework(
        policy=(indicator("deep", counts, "支持。"),),
        capital=(indicator("size", "基金总规模", "基金。", level=level),),
    )
    return replace(around(ranking=replace(bare, ranking=renamed), **held), framework=pillars)


def test_a_fund_that_two_pillars_count_is_told() -> None:
    tables: dict[str, Any] = {
        "schemes": (scheme("s"),),
        "support": (cell("s", "finance", "10亿产业基金"),),
        "funds": (fund("f", 10),),
    }
    (found,) = failing(funds_twice, framed("1.1", "2.2", "3.3", **tables))
    assert (found.severity, found.data["indicators"]) == ("minor", [["deep", "size"]])
    assert printed(found) == ["10亿产业基金", "10亿元"]
    assert verdicts(funds_twice, framed("1.1", "2.2", "3.3", counts="政策数量", **tables)) == ["holds"]
    assert verdicts(funds_twice, framed("1.1", "2.2", "3.3", **(tables | {"funds": (fund("f", 3),)}))) == ["untestable"]


def test_the_very_score_of_a_holder_in_its_city_is_told() -> None:
    held = framed("28.55", "28.55", "21.55", funds=(fund("f", 100, "u1"),))
    (found,) = failing(funds_shared, held)
    assert (found.severity, found.subject, found.data["units"]) == ("minor", "u1", ["u2"])
    assert printed(found) == ["100亿元", "28.55", "28.55"]


def test_other_scores_other_holders_and_other_cities_are_not_told() -> None:
    assert verdicts(funds_shared, framed("28.55", "28.54", "21.55", funds=(fund("f", 100, "u1"),))) == ["holds"]
    both = (fund("f", 100, "u1"), fund("g", 100, "u2"))
    assert verdicts(funds_shared, framed("28.55", "28.55", "21.55", funds=both)) == ["holds"]
    apart = tuple(unit(code, code, where) for code, where in (("u1", "p1"), ("u2", "p2"), ("u3", "p1")))
    cities = (place("p1"), place("p2"))
    held = framed("28.55", "28.55", "21.55", funds=both[:1], units=apart, places=cities)
    assert verdicts(funds_shared, held) == ["holds"]


def test_one_score_for_a_whole_city_may_be_that_of_the_city() -> None:
    assert verdicts(funds_shared, framed("28.55", "28.55", "28.55", funds=(fund("f", 100, "u1"),))) == ["untestable"]


def test_scores_computed_from_the_funds_of_the_city_hold() -> None:
    tables: dict[str, Any] = {"funds": (fund("f", 100, "u1"),), "published": ()}
    assert verdicts(funds_shared, framed("28.55", "28.55", "21.55", **tables)) == ["holds"]
    assert verdicts(funds_shared, framed("28.55", "28.55", "21.55", level="park", **tables)) == ["fails"]


def test_without_funds_or_a_column_of_them_nothing_is_tested() -> None:
    assert verdicts(funds_shared, around(funds=(fund("f", 1, "u1"),))) == ["untestable"]


def test_funds_of_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    (twice,) = failing(funds_twice, held)
    assert (twice.subject, twice.data["funds"]) == ("fund_total", 5)
    shared = {found.subject: found.data["units"] for found in failing(funds_shared, held)}
    assert shared == {
        "china-hangzhou": ["xixi-valley"],
        "yimi": ["greater-bay-youth"],
        "shanghai-innovation": ["apbc", "shanghai-collaborative"],
    }
