from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks.tables import (
    classes_of_answers,
    orders_without_gaps,
    shares_over_100,
    support_matrix,
)

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

ANSWERS = "subject,variable,value,status\n"
STATISTICS = "code,question,category,relation,value,unit,answer\n"


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("xixi,occupancy,62%", "cell.percent", "'occupancy' has a percent sign (got '62%'); expected a number"),
        ("xixi,occupancy,１２", "cell.full-width", "'occupancy' has full-width digits (got '１２'); expected a number"),
        ("xixi,occupancy,high", "cell.not-a-number", "'occupancy' is not a number (got 'high'); expected a number"),
        ("xixi,opened,2018-02-30", "cell.date", "'opened' no such date: '2018-02-30'"),
        ("xixi,profit,gambling", "unknown.class", "'gambling' is no class of 'profit'"),
        ("xixi,support,tallent", "unknown.class", "'tallent' is no class of 'support'"),
    ],
)
def test_an_answer_is_of_the_kind_of_its_question(folder: Folder, line: str, code: str, message: str) -> None:
    folder.write("evidence/answers.csv", f"{ANSWERS}{line},\n")
    (finding,) = classes_of_answers(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == (code, "evidence/answers.csv:2 column 'value'")
    assert finding.message.startswith(message)
    assert finding.hint


def test_only_a_multiple_question_has_several_answers(folder: Folder) -> None:
    folder.write("evidence/answers.csv", f"{ANSWERS}xixi,profit,rent,\nxixi,profit,equity,\nxixi,opened,2018,\n")
    assert list(classes_of_answers(folder.framework, folder.dataset)) == []
    folder.add("evidence/answers.csv", "xixi,opened,2019,", "xixi,profit,rent,")
    assert [(item.where, item.message) for item in classes_of_answers(folder.framework, folder.dataset)] == [
        ("evidence/answers.csv:5", "'xixi' answers 'opened' twice (first at evidence/answers.csv:4)"),
        ("evidence/answers.csv:6", "'xixi' answers 'profit' twice (first at evidence/answers.csv:2)"),
    ]


def test_an_answer_that_was_not_given_is_of_any_kind(folder: Folder) -> None:
    folder.write("evidence/answers.csv", f"{ANSWERS}xixi,occupancy,,not_answered\nxixi,unknown,3,\n")
    assert list(classes_of_answers(folder.framework, folder.dataset)) == []


def test_the_category_of_a_statistic_is_a_class(folder: Folder) -> None:
    folder.write("evidence/statistics.csv", f"{STATISTICS}a,profit,rent,=,60,percent,\nb,profit,taxes,=,60,percent,\n")
    (finding,) = classes_of_answers(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("unknown.class", "evidence/statistics.csv:3 column 'category'")
    assert finding.hint == "classes: rent, equity"


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ((("=", 60, "single"), ("=", 42, "single")), "102"),
        ((("≈", 70, "single"), ("=", 36, "single")), "106"),
        ((("=", 50, "single"), ("=", 50, "single"), ("=", 2, "single")), "102"),
        ((("≈", 70, "single"), ("=", 35, "single")), ""),
        ((("=", 33.5, "single"), ("=", 33.5, "single"), ("=", 33.5, "single")), ""),
        ((("=", 71.4, "multiple"), ("=", 61.9, "multiple")), ""),
        ((("=", 53, ""), ("=", 21, "single"), ("=", 32, "single"), ("=", 26, "single")), ""),
    ],
)
def test_single_answers_add_up_to_100_at_most(
    folder: Folder, rows: tuple[tuple[str, float, str], ...], total: str
) -> None:
    lines = [
        f"c{number},profit,,{relation},{value},percent,{answer}"
        for number, (relation, value, answer) in enumerate(rows)
    ]
    folder.write("evidence/statistics.csv", STATISTICS + "\n".join(lines) + "\n")
    findings = list(shares_over_100(folder.framework, folder.dataset))
    assert [(item.code, item.severity) for item in findings] == [("statistics.over-100", "warning")] * bool(total)
    assert all(f"add up to {total} percent" in item.message for item in findings)


@pytest.mark.parametrize("value", ["-1", "100.5"])
def test_a_share_is_a_share(folder: Folder, value: str) -> None:
    folder.write("evidence/statistics.csv", f"{STATISTICS}a,profit,rent,=,{value},percent,\nb,profit,,=,400,count,\n")
    (finding,) = shares_over_100(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("statistics.share", "evidence/statistics.csv:2 column 'value'")


def test_every_scheme_has_a_cell_for_every_category(folder: Folder) -> None:
    folder.write("evidence/schemes.csv", "scheme,name_zh,name_en,place\ns,名,Name,330106\n")
    assert list(support_matrix(folder.framework, folder.dataset)) == []
    folder.write("evidence/support.csv", "scheme,category,words,status\ns,talent,30—50万元,\n")
    (finding,) = support_matrix(folder.framework, folder.dataset)
    assert (finding.code, finding.where, finding.severity) == (
        "support.missing-cell",
        "evidence/schemes.csv:2",
        "warning",
    )
    assert finding.message == "scheme 's' has no cell for premises"


@pytest.mark.parametrize(
    ("words", "status", "meant"),
    [("/", "", "none"), ("/", "not_asked", "none"), ("现行政策", "none", "refers_elsewhere")],
)
def test_printed_marks_have_their_status(folder: Folder, words: str, status: str, meant: str) -> None:
    folder.write("evidence/support.csv", f"scheme,category,words,status\ns,talent,{words},{status}\n")
    (finding,) = support_matrix(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("support.status", "evidence/support.csv:2 column 'status'")
    assert finding.hint == f"write {meant}"


@pytest.mark.parametrize(
    ("positions", "message"),
    [
        ((1, 2, 3), ""),
        ((3, 1, 2), ""),
        ((1, 1, 3), ""),
        ((1, 2, 2), ""),
        ((2, 3), "order 'o' goes on with position 2; expected 1"),
        ((1, 3), "order 'o' goes on with position 3; expected 2"),
        ((1, 1, 2), "order 'o' goes on with position 2; expected 3"),
        ((0, 1), "order 'o' goes on with position 0; expected 1"),
    ],
)
def test_an_order_runs_from_one(folder: Folder, positions: tuple[int, ...], message: str) -> None:
    lines = [f"o,{position},330100" for position in positions]
    folder.write("evidence/orders.csv", "order,position,place\n" + "\n".join(lines) + "\n")
    findings = list(orders_without_gaps(folder.framework, folder.dataset))
    assert [item.message for item in findings] == ([message] if message else [])
    assert all(item.code == "orders.gap" for item in findings)
