"""Tests of one share in several sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit.percentages.restated import alike, restated, sample

from ..evidence_cases import around, failing, of_2019, printed, question, share, stated, unit, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

EMPTY = question("empty", "half")
AGE, OPEN = question("age", "under_2"), question("open", "under_2")
PARKS = question("parks", "surveyed")
UNITS = tuple(unit(f"u{k}", f"园{k}") for k in range(22))


@pytest.mark.parametrize(
    ("value", "relation", "severity"),
    [
        (30, "≈", None),
        (30, ">", "minor"),
        (40, ">", "moderate"),
        (25, ">", None),
        (33, "=", None),
        (41, "=", "moderate"),
    ],
)
def test_a_heading_that_says_more_than_the_text_is_told(value: float, relation: str, severity: str | None) -> None:
    held = around(
        variables=(EMPTY,),
        statistics=(share("empty", "half", 30, "≈", as_printed="三成"),),
        claims=(stated("statistic:empty_half", value, relation),),
    )
    assert [outcome.severity for outcome in failing(restated, held)] == ([severity] if severity else [])


def test_two_sentences_on_the_same_units_are_compared_without_counting() -> None:
    both = (stated("units:330100", 50, ">"), stated("units:330100", 50, "="))
    (found,) = failing(restated, around(claims=both))
    assert (found.data["relations"], printed(found)) == ([">", "="], ["超过50%", "50%"])
    assert verdicts(restated, around(claims=(both[0], stated("units:330100", 50, ">=")))) == ["holds"]
    assert verdicts(restated, around(claims=both[:1])) == ["untestable"]


def test_sentences_that_read_alike_with_other_shares_are_told() -> None:
    rows = (
        share("age", "under_2", 80, as_printed="80%的产业园成立时间不超过2年"),
        share("open", "under_2", 82, as_printed="82%的产业园区运营时间不足2年"),
    )
    (found,) = failing(alike, around(units=UNITS, variables=(AGE, OPEN), statistics=rows))
    assert (found.severity, found.data["common_bases"]) == ("minor", [])
    assert printed(found) == [row.as_printed for row in rows]


@pytest.mark.parametrize(
    ("words", "value", "verdict"),
    [
        ("81.8%的产业园区运营时间不足2年", 81.8, "untestable"),
        ("82%的产业园区运营时间不足3年", 82, "holds"),
        ("82%的产业园区靠租金盈利", 82, "holds"),
        ("86.4%的产业园区运营时间不足2年", 86.4, "holds"),
    ],
    ids=["one-base", "other-years", "other-thing", "same-share"],
)
def test_other_quantities_and_shares_of_one_base_are_no_contradiction(words: str, value: float, verdict: str) -> None:
    rows = (
        share("age", "under_2", 86.4, as_printed="86.4%的产业园成立时间不超过2年"),
        share("open", "under_2", value, as_printed=words),
    )
    assert verdicts(alike, around(units=UNITS, variables=(AGE, OPEN), statistics=rows)) == [verdict]


@pytest.mark.parametrize(
    ("surveyed", "words", "relation", "verdict"),
    [
        (20, "近20家", "≈", "fails"),
        (20, "约20家", "≈", "holds"),
        (22, "22家", "=", "holds"),
        (21, "21家", "=", "fails"),
        (20, "超过20家", ">", "holds"),
    ],
)
def test_no_base_is_greater_than_the_number_surveyed(surveyed: float, words: str, relation: str, verdict: str) -> None:
    rows = (
        share("parks", "surveyed", surveyed, relation, unit="count", as_printed=f"调研{words}"),
        share("age", "under_2", 50, stated_n=22),
    )
    assert verdicts(sample, around(variables=(PARKS, AGE), statistics=rows)) == [verdict]
    assert verdicts(sample, around(variables=(AGE,), statistics=rows[1:])) == ["untestable"]


def test_restated_shares_in_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    (vacancy,) = failing(restated, held)
    assert (vacancy.subject, vacancy.data["relations"]) == ("vacancy_over_50", ["≈", ">"])
    (age,) = failing(alike, held)
    assert age.subject == "age_established_two_years/age_under_2"
    (surveyed,) = failing(sample, held)
    assert (surveyed.data["surveyed"], surveyed.data["stated"]) == (20, [22])
