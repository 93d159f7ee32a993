"""Tests of questions with their printed shares."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parkindex.analysis.bases import PrintedShare
from parkindex.audit.percentages.questions import (
    Question,
    alone,
    bases_listed,
    countable,
    neighbours,
    percent,
    questions,
    says_nearly,
    share_text,
    shares_listed,
)
from parkindex.evidence.model import Dataset
from parkindex.framework.text import Text

from ..evidence_cases import question, share, unit

AREA = question("area", ("small", None, 1), ("middle", 1, 3), ("large", 3, None), ("under_3", None, 3), kind="number")


def held(*rows: tuple[str, float], **rest: int) -> Question:
    dataset = Dataset(
        units=(unit("u1", "甲"),),
        variables=(AREA,),
        statistics=tuple(share("area", code, value, **rest) for code, value in rows),
    )
    (found,) = questions(dataset)
    return found


def test_a_question_knows_its_unions_and_whether_it_is_whole() -> None:
    part = held(("small", 21), ("under_3", 53), stated_n=19)
    assert part.unions == {"under_3"}
    assert [row.category for row in part.apart] == ["small"]
    assert (part.whole, part.single, part.stated, part.limit) == (False, True, (19,), 19)
    assert held(("small", 20), ("middle", 30), ("large", 50)).whole


def test_counts_amounts_and_unknown_questions_are_left_out() -> None:
    rows = (share("area", "small", 3, unit="count"), share("other", "x", 50), share("area", "large", float("nan")))
    assert questions(Dataset(variables=(AREA,), statistics=rows)) == ()


def test_averages_and_shares_of_money_are_no_counts_of_units() -> None:
    average = question("occupancy", "all").model_copy(update={"unit_of_measure": Text(zh="%", en="%")})
    money = question("funds", "all").model_copy(update={"level": "province"})
    statistics = (share("occupancy", "all", 63.7), share("funds", "all", 43))
    dataset = Dataset(variables=(average, money, AREA), statistics=(*statistics, share("area", "small", 21)))
    assert [(each.code, each.counted) for each in questions(dataset)] == [
        ("occupancy", False),
        ("funds", False),
        ("area", True),
    ]


@pytest.mark.parametrize(
    ("value", "n", "possible"),
    [("66.7", 21, True), ("66.7", 22, False), ("42.8", 21, True), ("42.9", 21, True), ("12", 8, True), ("13", 8, True)],
)
def test_a_share_may_be_rounded_cut_off_or_a_tie_either_way(value: str, n: int, possible: bool) -> None:
    assert countable(PrintedShare(Decimal(value)), n) is possible


def test_a_bound_is_always_countable() -> None:
    assert countable(PrintedShare(Decimal(60), ">"), 3)


def test_the_bases_of_one_share_and_the_counts_next_to_it() -> None:
    row = share("area", "small", 82)
    assert alone(row, 22) == (11, 17, 22)
    assert neighbours(row, 20) == ((16, Fraction(80)), (17, Fraction(85)))
    assert percent(Fraction(200, 3)) == "66.7%"


def test_shares_are_written_with_their_relation() -> None:
    rows = [
        share("area", "small", 60, ">"),
        share("area", "middle", 70, "≈", as_printed="近七成"),
        share("area", "large", 30, "≈", as_printed="三成"),
    ]
    assert shares_listed(rows).zh == "超过60%、近70%和约30%"
    assert shares_listed(rows).en == "over 60%, nearly 70% and about 30%"
    assert [says_nearly(row) for row in rows] == [False, True, False]
    assert share_text(share("area", "small", 71.4)).en == "71.4%"


def test_bases_are_listed_as_what_is_possible() -> None:
    assert bases_listed([5, 10, 20]).zh == "5、10或20"
    assert bases_listed([7]).en == "7"
    assert bases_listed([]).zh == "无"
    assert bases_listed(range(1, 20)).en.endswith("8 and others")


def test_exhibits_print_the_number_or_the_words_of_a_bound() -> None:
    asked = held(("small", 21))
    bound = share("area", "large", 60, ">", as_printed="超过六成")
    assert [cell.printed for cell in asked.cells([*asked.rows, bound])] == ["21%", "超过六成"]
    assert asked.cells()[0].what.zh == "问area，答small"
