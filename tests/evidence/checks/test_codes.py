from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks.codes import KEYS, duplicate_codes, shared_names
from parkindex.evidence.tables import TABLES

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder


def found(folder: Folder) -> list[tuple[str, str]]:
    return [(item.where, item.message) for item in duplicate_codes(folder.framework, folder.dataset)]


@pytest.mark.parametrize(
    ("name", "line", "where", "message"),
    [
        (
            "units.csv",
            "xixi,又,Again,又,Again,,330106,,",
            "units.csv:5",
            "code 'xixi' is there twice (first at units.csv:2)",
        ),
        (
            "places.csv",
            "330106,330106,又,Again,district,330100,,,,,",
            "places.csv:11",
            "code '330106' is there twice (first at places.csv:5)",
        ),
        (
            "evidence/observations.csv",
            "xixi,firms,25,,survey,",
            "evidence/observations.csv:11",
            "subject 'xixi', node 'firms' is there twice (first at evidence/observations.csv:8)",
        ),
    ],
)
def test_a_code_that_stands_twice_names_the_first(
    folder: Folder, name: str, line: str, where: str, message: str
) -> None:
    assert found(folder.add(name, line)) == [(where, message)]


def test_cells_and_policies_may_stand_once_in_each_of_their_tables(folder: Folder) -> None:
    header = "policy,table,place,date,title_zh,title_en\n"
    row = "p1,{},330106,2018-05,政策,Policy\n"
    folder.write("evidence/policies.csv", header + row.format("special") + row.format("beneficiaries"))
    assert found(folder) == []
    folder.add("evidence/policies.csv", row.format("special").strip())
    ((where, message),) = found(folder)
    assert (where, message.split(" is")[0]) == ("evidence/policies.csv:4", "policy 'p1', table 'special'")


def test_a_unit_has_not_the_code_of_a_place(folder: Folder) -> None:
    folder.add("units.csv", "330106,又,Again,又,Again,,330106,,")
    assert found(folder) == [("units.csv:5", "unit '330106' has the code of a place")]


def test_parts_of_a_source_and_classes_of_a_question_have_codes_of_their_own(folder: Folder) -> None:
    folder.change("evidence/sources.yaml", "code: funds-table", "code: ranking-table")
    folder.change("evidence/variables.yaml", "code: from_50", "code: under_50")
    messages = [message for _, _, message in folder.problems()]
    assert len(messages) == 2
    assert messages[0].startswith("part 'ranking-table' of source 'report' is declared twice")
    assert messages[1].startswith("class 'under_50' of variable 'occupancy' is declared twice")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("other,西溪谷园,Other,另,Other,,330106,,", "西溪谷园"),
        ("other,另一园,Xixi Valley Blockchain Park,另,Other,,330106,,", "Xixi Valley Blockchain Park"),
        ("other,另一园,Other,另,Other,萧山园,330106,,", "萧山园"),
    ],
)
def test_a_name_stands_for_one_unit(folder: Folder, line: str, name: str) -> None:
    folder.add("units.csv", line)
    (finding,) = shared_names(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("units.ambiguous-name", "units.csv:5")
    assert finding.message.startswith(f"'{name}' names both ")


def test_keys_are_columns() -> None:
    fields = {field for table in TABLES.values() for field in table.parsers}
    assert {column for columns in KEYS.values() for column in columns} <= fields
