from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks.places import place_codes, place_tree, unit_places

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder


def test_an_official_division_has_the_code_of_the_standard(folder: Folder) -> None:
    folder.change("places.csv", "330109,330109", "330109,330110")
    (finding,) = place_codes(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("places.code", "places.csv:6 column 'code'")
    assert finding.message == "district '330109' has GB/T 2260 code 330110; expected the same code"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message"),
    [
        ("city,330000,,120.2", "city,,,120.2", "places.orphan", 4, "city '330100' has no parent"),
        (
            "Hangzhou,city,330000",
            "Hangzhou,city,330106",
            "places.cycle",
            4,
            "'330100' lies in itself: 330100 → 330106 → 330100",
        ),
        (
            "Jiangsu,province,100000",
            "Jiangsu,province,320000",
            "places.cycle",
            7,
            "'320000' lies in itself: 320000 → 320000",
        ),
        (
            "Jiangsu,province,100000",
            "Jiangsu,province,330106",
            "places.level",
            7,
            "province '320000' lies in district '330106'; expected a wider place",
        ),
        (
            "Xiaoshan,district,330100",
            "Xiaoshan,district,330106",
            "places.level",
            6,
            "district '330109' lies in district '330106'; expected a wider place",
        ),
    ],
)
def test_the_tree_of_places_has_no_orphan_no_cycle_and_no_step_up(
    folder: Folder, old: str, new: str, code: str, line: int, message: str
) -> None:
    findings = list(place_tree(folder.framework, folder.change("places.csv", old, new).dataset))
    assert (findings[0].code, findings[0].where, findings[0].message) == (
        code, f"places.csv:{line} column 'parent'", message,
    )  # fmt: skip


def test_every_place_of_a_cycle_is_named(folder: Folder) -> None:
    folder.change("places.csv", "Hangzhou,city,330000", "Hangzhou,city,330106")
    assert [item.where for item in place_tree(folder.framework, folder.dataset)] == [
        "places.csv:4 column 'parent'",
        "places.csv:5 column 'parent'",
    ]


def test_a_zone_may_lie_in_a_city_a_district_or_a_zone(folder: Folder) -> None:
    folder.change("places.csv", "zone,320507,", "zone,320500,")
    folder.add("places.csv", "320507-a,320507,甲,A,zone,320507-gtxc,,,,,")
    assert list(place_tree(folder.framework, folder.dataset)) == []


def test_a_unit_lies_in_a_city(folder: Folder) -> None:
    folder.change("units.csv", "Xiaoshan,,330109", "Xiaoshan,,330000")
    (finding,) = unit_places(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("units.no-city", "units.csv:3 column 'place'")
    assert finding.message == "unit 'xiaoshan' lies outside any city (its place is '330000')"


def test_a_city_with_units_says_where_it_is_and_its_province_in_which_region(folder: Folder) -> None:
    folder.change("places.csv", "120.2,30.3,yes", ",30.3,").change(
        "places.csv", "Zhejiang,province,100000,east_china", "Zhejiang,province,100000,"
    )
    findings = list(unit_places(folder.framework, folder.dataset))
    assert [(item.where, item.message, item.severity) for item in findings] == [
        ("places.csv:4", "city '330100' has units but no longitude, coastal", "warning"),
        ("places.csv:3", "province '330000' has units but no region", "warning"),
    ]
