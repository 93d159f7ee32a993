"""Tests of one policy in several tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.tables.policies import amounts, dates, lists, places, titles

from ..evidence_cases import around, cell, failing, mention, of_2019, place, printed, scheme, verdicts, words

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_two_dates_of_one_policy_are_told_with_both_tables() -> None:
    held = around(policies=(mention("a", "one", "2017-09"), mention("a", "two", "2017-05")))
    (found,) = failing(dates, held)
    assert (found.severity, found.subject, printed(found)) == ("moderate", "a", ["2017-09", "2017-05"])
    assert found.says.zh == "《a》的时间，“one”表印作2017年9月，“two”表印作2017年5月。"
    assert [exhibit.where for exhibit in found.exhibits] == ["report#one", "report#two"]


@pytest.mark.parametrize("date", ["2017", "2017-09", "2017-09-30", None])
def test_a_date_of_less_precision_agrees(date: str | None) -> None:
    held = around(policies=(mention("a", "one", "2017-09"), mention("a", "two", date)))
    assert verdicts(dates, held) == ["holds"]


def test_titles_differ_by_words_and_not_by_punctuation() -> None:
    same = (mention("a", "one", title="办法 （试行）"), mention("a", "two", title="办法(试行)"))
    assert verdicts(titles, around(policies=same)) == ["holds"]
    (found,) = failing(titles, around(policies=(*same, mention("a", "three", title="办法"))))
    assert (found.severity, printed(found)) == ("minor", ["办法 （试行）", "办法"])


def test_places_differ_when_neither_lies_in_the_other() -> None:
    known = (place("city"), place("district", "district", "city"), place("p2"))
    inside = (mention("a", "one", place="city"), mention("a", "two", place="district"))
    assert verdicts(places, around(places=known, policies=inside)) == ["holds"]
    (found,) = failing(places, around(places=known, policies=(inside[0], mention("a", "two", place="p2"))))
    assert (found.severity, printed(found)) == ("moderate", ["city", "p2"])


def test_a_policy_printed_once_cannot_be_compared() -> None:
    held = around(policies=(mention("a", "one"),))
    assert [verdicts(check, held) for check in (dates, titles, places, lists)] == [["untestable"]] * 4


def test_lists_that_each_miss_some_of_the_other_are_told() -> None:
    one, two = [mention(code, "one") for code in "abc"], [mention(code, "two") for code in "bcd"]
    (found,) = failing(lists, around(policies=(*one, *two)))
    assert (found.severity, found.data["only"], found.data["both"]) == ("minor", [["a"], ["d"]], 2)
    assert verdicts(lists, around(policies=(*one, *two[:2]))) == ["holds"]


def test_an_amount_missing_from_the_row_of_support_is_told() -> None:
    grants = mention("a", "one", summary=words("房租补贴最高50万元，成果转化奖励最高100万元，每年投入2亿元。"))
    matrix: dict[str, Any] = {"schemes": (scheme("s", "a"),), "support": (cell("s", "premises", "最高50万元/年"),)}
    (found,) = failing(amounts, around(policies=(grants,), **matrix))
    assert (found.severity, found.data["yuan"], printed(found)[0]) == ("minor", [1e6], "100万元")
    matrix["support"] += (cell("s", "research", "30—100万元"),)
    assert verdicts(amounts, around(policies=(grants,), **matrix)) == ["holds"]
    assert verdicts(amounts, around(policies=(mention("b", "one"),), **matrix)) == ["untestable"]


def test_policies_of_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    assert [found.subject for found in failing(dates, held)] == ["xixi-valley-2017"]
    assert [found.subject for found in failing(titles, held)] == ["xixi-valley-2017", "huangpu-2019"]
    assert verdicts(places, held) == ["holds"]
    (found,) = failing(lists, held)
    assert found.data["only"] == [
        ["chongqing-2017", "chengdu-2017", "guiyang-2018"],
        ["nanhai-2018", "loudi-2018"],
    ]
    assert found.data["cities"] == 10
    assert [(found.subject, found.data["yuan"]) for found in failing(amounts, held)] == [
        ("xixi-valley-2017", [1e6]),
        ("china-hangzhou-2018", [1.5e6]),
    ]
