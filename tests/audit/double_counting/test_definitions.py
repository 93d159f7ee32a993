"""Tests of indicators whose definitions overlap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parkindex.audit import Publication
from parkindex.audit.double_counting.definitions import definitions

from ..evidence_cases import around, failing, framework, indicator, of_2019, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition


def framed(*indicators: dict[str, Any]) -> Publication:
    return replace(around(), framework=framework(all=indicators))


def test_two_definitions_that_are_almost_the_same_are_told() -> None:
    held = framed(
        indicator("a", "企业", "园区内以软件为主营业务的入驻企业数量。"),
        indicator("b", "公司", "园区内以软件为主营业务的入驻企业数量"),
        indicator("c", "高校", "所在城市的高校数量。"),
    )
    (found,) = failing(definitions, held)
    assert (found.severity, found.subject, found.data["likeness"]) == ("minor", "a/b", 1.0)


def test_a_name_that_narrows_another_is_shown_but_not_judged() -> None:
    wide, narrow = indicator("a", "企业数量", "入驻的企业。"), indicator("b", "龙头企业数量", "影响力大的公司。")
    assert verdicts(definitions, framed(wide, narrow)) == ["untestable", "holds"]
    assert verdicts(definitions, framed(wide, indicator("b", "其它企业数量", "影响力大的公司。"))) == ["holds"]
    assert verdicts(definitions, framed(wide, narrow | {"type": "index"})) == ["holds"]


def test_without_indicators_nothing_is_compared() -> None:
    assert verdicts(definitions, around()) == ["untestable"]


def test_definitions_of_2019(report_2019: Edition) -> None:
    narrower, rest = definitions(of_2019(report_2019))
    assert (narrower.verdict, narrower.subject) == ("untestable", "resident_firms/leading_firms")
    assert (rest.verdict, rest.data["n"]) == ("holds", 11)
