"""Tests of what is told of several things at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from parkindex.audit.outcome import Exhibit, Outcome, untestable
from parkindex.audit.together import told_together
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition


def of_claim(statement: str, reason: str, printed: str = "", check: str = "claims.shares") -> Outcome:
    said = Exhibit(Text(zh=f"{statement}。", en=f"{statement}."), printed, "report#text")
    return replace(untestable(f"正文：{statement}。{reason}", f"Text: {statement}. {reason}", said), check=check)


def test_statements_with_one_reason_are_told_once_in_the_order_of_the_first() -> None:
    told = told_together([of_claim("甲", "没有数据。"), of_claim("乙", "不清楚。"), of_claim("丙", "没有数据。")])
    assert [each.says.zh for each in told] == ["2处说法（甲；丙）：没有数据。", "正文：乙。不清楚。"]
    assert told[0].says.en == "2 statements (甲; 丙): 没有数据。"
    assert [len(each.outcomes) for each in told] == [2, 1]


def test_of_many_statements_with_shares_these_stand_each_once() -> None:
    shares = (("甲", "约70%"), ("乙", "21%"), ("丙", "70%"))
    claims = [of_claim(name, "无法检验：没有数据。", share) for name, share in shares]
    (few,) = told_together(claims)
    assert few.says.zh == "3处说法（甲；乙；丙）：没有数据。"
    (told,) = told_together(claims * 3)
    assert told.says.zh == "9处说法（70%、21%）：没有数据。"
    (mixed,) = told_together([*claims * 3, of_claim("丁", "无法检验：没有数据。", "8个")])
    assert mixed.says.zh.endswith("丙；丁）：没有数据。")


def test_other_checks_and_sentences_without_a_statement_in_front_stay_as_they_are() -> None:
    apart = [of_claim("甲", "没有数据。"), of_claim("乙", "没有数据。", check="claims.counts")]
    assert [each.says for each in told_together(apart)] == [each.says for each in apart]
    plain = replace(untestable("没有总分。", "No totals.", Exhibit(Text(zh="总", en="t"), "1")), check="arithmetic.a")
    (told,) = told_together([plain, replace(plain, check="arithmetic.b")])
    assert (told.says, len(told.outcomes)) == (plain.says, 2)


@given(st.lists(st.tuples(st.text("甲乙丙丁", min_size=1), st.sampled_from(["一。", "二。"]), st.booleans())))
def test_every_outcome_is_told_exactly_once(drawn: list[tuple[str, str, bool]]) -> None:
    outcomes = [
        of_claim(statement, reason) if claimed else untestable(statement, statement)
        for statement, reason, claimed in drawn
    ]
    told = [id(outcome) for each in told_together(outcomes) for outcome in each.outcomes]
    assert sorted(told) == sorted(id(outcome) for outcome in outcomes)


def test_what_2019_leaves_open_takes_far_fewer_lines(report_2019: Edition) -> None:
    left = [outcome for outcome in report_2019.audit().outcomes if outcome.verdict == "untestable"]
    told = told_together(left)
    assert sum(len(each.outcomes) for each in told) == len(left)
    shares = max(told, key=lambda each: len(each.outcomes))
    assert {outcome.check for outcome in shares.outcomes} == {"claims.shares"}
    assert "71.4%、61.9%" in shares.says.zh
    assert len(told) < len(left) - 35
