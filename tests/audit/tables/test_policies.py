"""Tests of one policy in several tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.audit import Publication
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


def spelt(*names: str, where: tuple[str, ...] = ("p1", "p1")) -> Publication:
    """Return one policy in two tables that call its place so."""
    tables = zip(("one", "two"), names, where, strict=True)
    known = (place("p1"), place("p2", "district", "p1"))
    mentions = tuple(mention("a", table, place=at, place_as_printed=name) for table, name, at in tables)
    return around(places=known, policies=mentions)


def test_one_place_that_two_tables_spell_in_two_ways_is_told() -> None:
    (found,) = failing(places, spelt("广州黄浦区", "广州黄埔区"))
    assert (found.severity, printed(found)) == ("minor", ["广州黄浦区", "广州黄埔区"])
    assert "“one”表印作“广州黄浦区”，“two”表印作“广州黄埔区”" in found.says.zh


@pytest.mark.parametrize(
    "held",
    [
        spelt("上海杨浦区", "杨浦区"),
        spelt("黄浦区", "上海杨浦区"),
        spelt("长沙县", "长沙市", where=("p2", "p1")),
        spelt("", "甲"),
        spelt("甲 区", "甲区"),
    ],
    ids=["shorter", "two-letters", "one-in-the-other", "not-entered", "spaces"],
)
def test_abbreviations_and_other_names_are_no_other_spelling(held: Publication) -> None:
    assert verdicts(places, held) == ["holds"]


@given(name=st.text("东西南北中城区县市", min_size=2, max_size=8), at=st.integers(0, 7), letter=st.sampled_from("浦埔"))
def test_a_letter_exchanged_in_one_table_is_found_and_the_same_name_is_silent(name: str, at: int, letter: str) -> None:
    at = at % len(name)
    other = name[:at] + letter + name[at + 1 :]
    assert failing(places, spelt(name, name)) == []
    (found,) = failing(places, spelt(name, other))
    assert printed(found) == [name, other]


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
    spelling, rest = places(held)
    assert (spelling.severity, spelling.subject) == ("minor", "huangpu-2017/huangpu-2019")
    assert printed(spelling) == ["广州黄浦区", "广州黄埔区"] * 2
    assert (rest.verdict, rest.data["n"]) == ("holds", 5)
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
