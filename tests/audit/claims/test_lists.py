"""Tests of lists of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.claims.lists import LISTS
from parkindex.evidence import claim_words
from parkindex.evidence.model import Guidance, PolicyMention, Scheme, Status, SupportCell
from parkindex.framework.text import Text

from .claim_cases import of_2019, outcome

if TYPE_CHECKING:
    from parkindex.edition import Edition

NAME = Text(zh="某", en="some")
TABLES: dict[str, Any] = {
    "policies": (PolicyMention("one", "special", "d111", NAME), PolicyMention("two", "special", "c22", NAME)),
    "guidance": (Guidance("p1", source=("report",)), Guidance("p2", source=("elsewhere",))),
    "schemes": (Scheme("s", NAME, "c11"), Scheme("t", NAME, "c21")),
    "support": (
        SupportCell("s", "talent", "10万元"),
        SupportCell("t", "talent", "/", status=Status.NONE),
        SupportCell("t", "rent", "/", status=Status.NONE),
    ),
}


def names(list_: str, *named: str, **keys: Any) -> dict[str, Any]:
    kind = "places" if named[0][0] in "pcd" else "units"
    return {"kind": "names", "list": list_, kind: named} | keys


def test_every_list_is_tested() -> None:
    assert set(LISTS) == set(claim_words.LISTS)


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (names("cities-with-parks", "c11", "c21"), "holds"),
        (names("cities-with-parks", "c11", "c22"), "fails"),
        (names("cities-with-parks", "d111", "d112"), "untestable"),
        (names("cities-with-most-parks", "c11", "c21"), "holds"),
        (names("cities-with-most-parks", "c11", "c12"), "fails"),
        (names("cities-with-most-parks", "c11"), "holds"),
        (names("provinces-with-most-parks", "p1"), "holds"),
        (names("provinces-with-most-parks", "p2"), "fails"),
        (names("provinces-tied-for-most-parks", "p1", "p2"), "fails"),
        (names("provinces-with-guidance", "p1"), "untestable"),
        (names("provinces-with-guidance", "p1", "p2"), "holds"),
        (names("provinces-with-guidance", "p1", "c21"), "fails"),
        (names("cities-with-special-policies", "c11"), "holds"),
        (names("cities-with-special-policies", "c11", complete=True), "fails"),
        (names("cities-with-special-policies", "c11", "c22", complete=True), "holds"),
        (names("cities-with-special-policies", "c11", "c12"), "fails"),
        (names("cities-planning-parks", "c13"), "untestable"),
        (names("coastal-cities", "c11", "c12"), "holds"),
        (names("coastal-cities", "c11", "c21"), "untestable"),
        (names("total>75", "u1", "u2"), "holds"),
        (names("total>75", "u1", "u2", complete=True), "fails"),
        (names("total>75", "u1", "u2", "u3", complete=True), "holds"),
        (names("total>75", "u1", "u4"), "fails"),
        (names("total>80", "u3"), "fails"),
        (names("total<40", "u8"), "holds"),
        (names("firms>1", "u8"), "untestable"),
        ({"kind": "names", "list": "support-categories", "categories": ["talent"]}, "holds"),
        ({"kind": "names", "list": "support-categories", "categories": ["talent", "rent"]}, "fails"),
    ],
)
def test_names_are_looked_for_in_the_tables(keys: dict[str, Any], verdict: str) -> None:
    found = outcome("names", keys, **TABLES)
    assert found.verdict == verdict
    assert found.severity == ("moderate" if verdict == "fails" else None)


@pytest.mark.parametrize("list_", ["provinces-with-guidance", "cities-with-special-policies"])
def test_without_the_table_nothing_can_be_looked_for(list_: str) -> None:
    assert outcome("names", names(list_, "p1")).verdict == "untestable"


def test_a_place_without_a_unit_is_named() -> None:
    found = outcome("names", names("cities-with-parks", "c11", "c22"))
    assert found.says.zh.endswith("排名表8家中，没有一家在地c22。")
    assert found.says.en.endswith("None of the 8 ranked units stands in Place c22.")
    assert found.data["absent"] == ["c22"]


def test_2019(report_2019: Edition) -> None:
    found = of_2019(report_2019, "names")
    assert {code for code, each in found.items() if each.verdict == "fails"} == {
        "leading-provinces",
        "eight-cities-names",
    }
    assert found["eight-cities-names"].data["absent"] == ["510100"]
    assert found["leading-provinces"].data["counts"] == {"330000": 5, "440000": 4, "310000": 4}
    assert found["scores-over-100"].verdict == found["special-policy-cities"].verdict == "holds"
