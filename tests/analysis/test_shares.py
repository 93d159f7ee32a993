"""Distributions from raw answers and from printed shares."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.shares import Distribution, answer_sources, distribution
from parkindex.evidence.model import Answer, Dataset, Place, Statistic, Unit, Variable, VariableClass
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition

NAME = Text(zh="名", en="Name")


def size_classes(*, union: bool = False) -> tuple[VariableClass, ...]:
    bounds: list[tuple[str, float | None, float | None]] = [("small", None, 1), ("middle", 1, 3), ("large", 3, None)]
    if union:
        bounds.append(("under_3", None, 3))
    return tuple(
        VariableClass.model_validate({"code": code, "name": NAME, "from": low, "to": high})
        for code, low, high in bounds
    )


def printed(category: str, share: float, *, n: int | None = None) -> Statistic:
    return Statistic(category, "area", category, "=", share, "percent", n, "single", source=("report#size",))


def held(*, union: bool = False, answers: tuple[Answer, ...] = (), statistics: tuple[Statistic, ...] = ()) -> Dataset:
    area = Variable(code="area", name=NAME, level="park", kind="number", classes=size_classes(union=union))
    units = tuple(Unit(f"u{i}", NAME, NAME, "330100") for i in range(20))
    city = Place("330100", "330100", NAME, "city")
    return Dataset(places=(city,), units=units, variables=(area,), answers=answers, statistics=statistics)


def found_in(dataset: Dataset, code: str) -> Distribution:
    found = distribution(dataset, code)
    assert found is not None
    return found


def test_answers_are_counted_by_class_and_unions_left_out() -> None:
    answers = tuple(
        Answer(f"u{i}", "area", str(value), source=("survey#q",)) for i, value in enumerate([0.5, 1, 2.9, 3, 10])
    )
    found = found_in(held(union=True, answers=answers), "area")
    assert found.origin == "answers"
    assert found.n == 5
    assert [(row.code, row.count, row.share) for row in found.rows] == [
        ("small", 1, 20),
        ("middle", 2, 40),
        ("large", 2, 40),
    ]
    assert found.rows[1].members == ("u1", "u2")
    assert found.sources == ("survey#q",)


def test_raw_answers_go_before_printed_shares() -> None:
    found = found_in(held(answers=(Answer("u0", "area", "2"),), statistics=(printed("small", 100),)), "area")
    assert found.origin == "answers"
    assert [row.count for row in found.rows] == [0, 1, 0]


def test_the_one_class_that_is_not_printed_is_what_the_others_leave() -> None:
    found = found_in(held(statistics=(printed("small", 20), printed("large", 25))), "area")
    middle = found.row("middle")
    assert middle is not None
    assert middle.remainder
    assert middle.share == 55
    assert [row.code for row in found.rows] == ["small", "middle", "large"]


def test_two_missing_classes_are_not_guessed() -> None:
    found = found_in(held(statistics=(printed("small", 20),)), "area")
    assert [row.code for row in found.rows] == ["small"]
    assert not any(row.remainder for row in found.rows)


def test_a_stated_base_holds_when_the_shares_allow_it() -> None:
    found = found_in(held(statistics=(printed("small", 25, n=20), printed("large", 50, n=20))), "area")
    assert (found.n, found.stated_n) == (20, 20)
    assert [row.count for row in found.rows] == [5, 5, 10]


def test_a_question_nobody_knows_of_has_no_distribution() -> None:
    assert distribution(held(), "area") is None
    assert distribution(held(), "weather") is None


def test_sources_of_answers_stand_once() -> None:
    answers = tuple(Answer(f"u{i}", "area", "1", source=("a", "b")) for i in range(3))
    assert answer_sources(held(answers=answers), ["area"], ["u0", "u1", "u2"]) == ("a", "b")


@pytest.mark.parametrize(
    ("code", "n", "stated", "counts"),
    [
        ("location", 21, 22, {"highway": 15, "transport_hub": 13, "metro": 9, "main_urban_area": 7}),
        ("area", 19, 22, {"under_1": 4, "from_1_to_3": 6, "from_3_to_6": 4, "from_6": 5, "under_3": 10}),
        ("downstream", 22, 22, {}),
        ("investment", None, None, {}),
        ("age", None, None, {}),
        ("vacancy", None, None, {}),
    ],
)
def test_bases_of_2019(
    report_2019: Edition, code: str, n: int | None, stated: int | None, counts: dict[str, int]
) -> None:
    found = found_in(report_2019.dataset, code)
    assert found.origin == "statistics"
    assert (found.n, found.stated_n) == (n, stated)
    assert {row.code: row.count for row in found.rows if row.count is not None} == counts


def test_unions_of_2019_are_told_from_classes(report_2019: Edition) -> None:
    area = found_in(report_2019.dataset, "area")
    assert [row.code for row in area.rows if row.union] == ["under_3"]
    assert sum(row.share for row in area.exclusive) == pytest.approx(100)
    age = found_in(report_2019.dataset, "age")
    assert [row.code for row in age.rows if row.union] == ["under_2"]


def test_operators_are_named_without_shares(report_2019: Edition) -> None:
    found = found_in(report_2019.dataset, "operator")
    assert len(found.rows) == 6
    assert all(math.isnan(row.share) for row in found.rows)
    assert found.n is None


@pytest.mark.parametrize("code", ["age", "area", "investment", "development_mode", "operator", "downstream", "vacancy"])
def test_single_answers_of_the_sample_add_up(sample_22: Edition, code: str) -> None:
    found = distribution(sample_22.dataset, code, cut_off=sample_22.about.cut_off)
    assert found is not None
    assert not found.multiple
    assert sum(row.count or 0 for row in found.rows) == found.n
    assert sum(row.share for row in found.rows) == pytest.approx(100)
    assert found.sources


@pytest.mark.parametrize("code", ["location", "profit_source", "theme"])
def test_multiple_answers_of_the_sample_need_not(sample_22: Edition, code: str) -> None:
    found = found_in(sample_22.dataset, code)
    assert found.multiple
    assert sum(row.share for row in found.rows) > 100
    assert all((row.count or 0) <= (found.n or 0) for row in found.rows)
