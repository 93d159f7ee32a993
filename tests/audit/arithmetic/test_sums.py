"""Tests of stated totals against the lists that they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from parkindex.audit.arithmetic.sums import list_totals
from parkindex.evidence.claims import Measure
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.rows import Fund, Statistic
from parkindex.framework.text import Text

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Outcome
    from parkindex.edition import Edition

FUNDS = (
    Fund("a", Text(zh="甲基金", en="Fund A"), "1", 100.0, "亿元", source=("t#funds",)),
    Fund("b", Text(zh="乙基金", en="Fund B"), "1", 1.5, "亿元", source=("t#funds",)),
    Fund("c", Text(zh="丙基金", en="Fund C"), "1", 5000.0, "万元", source=("t#funds",)),
)


def said(
    value: float, relation: Literal["=", ">", "<", "≈", ">=", "<="], statistics: tuple[Statistic, ...] = ()
) -> list[Outcome]:
    says = Text(zh="合计多少", en="so much in all")
    claim = Measure(
        code="all-funds", source="t#text", says=says, kind="count", what="funds:total", value=value, relation=relation
    )
    evidence = Dataset(funds=FUNDS, claims=(claim,), statistics=statistics)
    return list(list_totals(replace(publication([[1, 2]] * 3), evidence=evidence)))


def share(printed: float) -> tuple[Statistic, ...]:
    return (
        Statistic("part", "total", "ours", "=", 102.0, "yuan_100m"),
        Statistic("whole", "total", "all", "=", 400.0, "yuan_100m"),
        Statistic("share", "share", "ours", "=", printed, "percent"),
    )


def test_a_total_that_the_list_does_not_reach_is_told_with_the_list() -> None:
    (found,) = said(103, ">")
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "all-funds")
    assert found.says.zh == "正文说合计“超过103亿元”，所列3只基金合计102亿元。"
    assert found.says.en.endswith("the 3 funds of the list add up to CNY 10.2 billion.")
    assert [exhibit.printed for exhibit in found.exhibits] == ["103", "100亿元", "1.5亿元", "5000万元"]


@pytest.mark.parametrize(
    ("value", "relation"), [(101, ">"), (102, "="), (102, ">="), (102, "<="), (103, "<"), (100, "≈")]
)
def test_words_that_the_sum_bears_out_hold(value: float, relation: Literal["=", ">", "<", "≈", ">=", "<="]) -> None:
    (found,) = said(value, relation)
    assert (found.verdict, found.data["sum"]) == ("holds", 102.0)


def test_a_share_of_one_amount_in_another_is_recomputed() -> None:
    found = said(102, "=", share(25.5))[1]
    assert (found.verdict, found.subject) == ("holds", "share")
    found = said(102, "=", share(27))[1]
    assert (found.verdict, found.severity) == ("fails", "moderate")
    assert found.says.zh == "102亿元占400亿元的25.5%，所载为27%。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["27", "102", "400"]


def test_a_round_number_is_held_to_its_last_figure() -> None:
    assert said(100, "=")[0].verdict == "fails"
    assert [outcome.verdict for outcome in said(102, "=", share(30))] == ["holds", "fails"]


def test_of_nothing_there_is_no_share() -> None:
    part, whole, percent = share(25)
    assert len(said(102, "=", (part, replace(whole, value=0.0), percent))) == 1


def test_2019_funds_add_up(report_2019: Edition) -> None:
    outcomes = [outcome for outcome in report_2019.audit().outcomes if outcome.check == "arithmetic.list-totals"]
    assert {outcome.verdict for outcome in outcomes} == {"holds"}
    assert outcomes[0].data["sum"] == 173.5
