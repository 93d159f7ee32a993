from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks.values import levels, ranges, statuses

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

OBSERVATIONS = "evidence/observations.csv"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (",,", "the value is empty but its status is 'observed'"),
        (",estimated,", "the value is empty but its status is 'estimated'"),
        ("3,not_answered,", "the value is 3 but its status is 'not_answered'"),
        ("0,none,", "the value is 0 but its status is 'none'"),
    ],
)
def test_a_value_goes_with_its_status(folder: Folder, cells: str, message: str) -> None:
    folder.add(OBSERVATIONS, f"xixi,talent,{cells}report,")
    (finding,) = statuses(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("value.status", f"{OBSERVATIONS}:11 column 'status'")
    assert finding.message == message
    assert "not_answered" in finding.hint or "observed" in finding.hint


def test_an_answer_goes_with_its_status(folder: Folder) -> None:
    folder.write(
        "evidence/answers.csv", "subject,variable,value,status\nxixi,occupancy,,\nsuzhou,occupancy,60,not_asked\n"
    )
    assert [item.message for item in statuses(folder.framework, folder.dataset)] == [
        "the value is empty but its status is 'observed'",
        "the value is 60 but its status is 'not_asked'",
    ]


@pytest.mark.parametrize(
    ("value", "message"), [("501", "'firms' is 501; expected 0 to 500"), ("-1", "'firms' is -1; expected 0 to 500")]
)
def test_a_value_lies_in_the_range_of_its_indicator(folder: Folder, value: str, message: str) -> None:
    folder.change(OBSERVATIONS, "xixi,firms,24", f"xixi,firms,{value}")
    (finding,) = ranges(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("value.range", f"{OBSERVATIONS}:8 column 'value'")
    assert finding.message == message


@pytest.mark.parametrize("value", ["0", "500"])
def test_the_bounds_belong_to_the_range(folder: Folder, value: str) -> None:
    folder.change(OBSERVATIONS, "xixi,firms,24", f"xixi,firms,{value}")
    assert list(ranges(folder.framework, folder.dataset)) == []


def test_one_bound_alone_is_a_range(folder: Folder) -> None:
    folder.change("framework.yaml", "least: 0, most: 500", "least: 30")
    assert [item.message for item in ranges(folder.framework, folder.dataset)] == [
        "'firms' is 24; expected at least 30"
    ]
    folder.change("framework.yaml", "least: 30", "most: 30")
    assert [item.message for item in ranges(folder.framework, folder.dataset)] == ["'firms' is 36; expected at most 30"]


def test_an_answer_lies_in_the_range_of_its_question(folder: Folder) -> None:
    folder.write("evidence/answers.csv", "subject,variable,value\nxixi,occupancy,120\nsuzhou,occupancy,many\n")
    (finding,) = ranges(folder.framework, folder.dataset)
    assert (finding.where, finding.message) == (
        "evidence/answers.csv:2 column 'value'",
        "'occupancy' is 120; expected 0 to 100",
    )


@pytest.mark.parametrize(
    ("line", "message", "takes"),
    [
        ("320500,firms,3", "'firms' is of level park, but its value is given for city '320500'", "units only"),
        (
            "330106,universities,3",
            "'universities' is of level city, but its value is given for district '330106'",
            "city, country, province",
        ),
        (
            "330100,guidance,3",
            "'guidance' is of level province, but its value is given for city '330100'",
            "country, province",
        ),
    ],
)
def test_a_place_gives_only_what_its_level_may_lend(folder: Folder, line: str, message: str, takes: str) -> None:
    folder.add(OBSERVATIONS, f"{line},,report,")
    (finding,) = levels(folder.framework, folder.dataset)
    assert (finding.code, finding.where, finding.message) == (
        "value.level",
        f"{OBSERVATIONS}:11 column 'subject'",
        message,
    )
    assert finding.hint == f"a value of this level may be given for: {takes}"


def test_a_value_that_reaches_no_unit_is_noted(folder: Folder) -> None:
    folder.add("places.csv", "320600,320600,南通,Nantong,city,320000,,,,,")
    folder.add(OBSERVATIONS, "320600,universities,3,,report,")
    (finding,) = levels(folder.framework, folder.dataset)
    assert (finding.code, finding.severity) == ("value.unused", "note")
    assert finding.message == "the value of 'universities' for city '320600' reaches no unit"
