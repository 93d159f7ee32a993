"""Tests of bounds and members of tiers as the text names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .claim_cases import of_2019, outcome

if TYPE_CHECKING:
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ({"tier": 1, "at": 80}, []),
        ({"tier": 1, "at": 75}, []),
        ({"tier": 1, "at": 81}, ["u3"]),
        ({"tier": 1, "at": 70}, ["u4"]),
        ({"tier": 2, "at": 60, "below": 80}, []),
        ({"tier": 2, "at": 60}, []),
        ({"tier": 2, "at": 60, "below": 70}, ["u4"]),
        ({"tier": 2, "at": 40, "below": 80}, ["u7"]),
        ({"tier": 3, "below": 60}, []),
        ({"tier": 3, "below": 61}, ["u6"]),
    ],
)
def test_members_lie_within_the_bounds_and_nobody_else_does(keys: dict[str, Any], wrong: list[str]) -> None:
    found = outcome("tier-cut-offs", {"kind": "tier_cutoff", **keys})
    assert found.verdict == ("fails" if wrong else "holds")
    assert found.data.get("units", []) == wrong


def test_a_wrong_bound_shows_total_and_tier() -> None:
    found = outcome("tier-cut-offs", {"kind": "tier_cutoff", "tier": 1, "at": 81})
    assert [exhibit.printed for exhibit in found.exhibits] == ["81", "80", "1"]
    assert found.says.zh.endswith("与所称界线（81）不符的有1家：园区3（80，第一梯队）。")


def test_a_tier_that_is_not_printed_cannot_be_tested() -> None:
    assert outcome("tier-cut-offs", {"kind": "tier_cutoff", "tier": 7, "at": 10.0}).verdict == "untestable"
    assert outcome("tier-members", {"kind": "tier_members", "tier": 7, "units": ["u1"]}).verdict == "untestable"


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ({"tier": 1, "units": ["u1", "u2"]}, "holds"),
        ({"tier": 1, "units": ["u1", "u2"], "complete": True}, "fails"),
        ({"tier": 1, "units": ["u1", "u2", "u3"], "complete": True}, "holds"),
        ({"tier": 1, "units": ["u1", "u4"]}, "fails"),
        ({"tier": 1, "units": ["u1", "zz"]}, "fails"),
        ({"tier": 1, "places": ["c11", "c12"], "complete": True}, "holds"),
        ({"tier": 1, "places": ["c11"], "complete": True}, "fails"),
        ({"tier": 1, "places": ["c11", "c21"]}, "fails"),
        ({"tier": 1, "places": ["c11", "c22"]}, "fails"),
        ({"tier": 1, "places": ["c11", "d112"]}, "untestable"),
        ({"tier": 3, "places": ["p2"]}, "holds"),
    ],
)
def test_those_are_in_the_tier_whom_the_text_names(keys: dict[str, Any], verdict: str) -> None:
    found = outcome("tier-members", {"kind": "tier_members", **keys})
    assert found.verdict == verdict
    named_wrongly = "complete" not in keys
    assert found.severity == (("major" if named_wrongly else "moderate") if verdict == "fails" else None)


@pytest.mark.parametrize(
    ("keys", "zh"),
    [
        ({"tier": 3, "places": ["p2"]}, "第三梯队在地p2有园区。"),
        ({"tier": 1, "units": ["u1", "u2"]}, "园区1和园区2都在第一梯队。"),
        ({"tier": 1, "units": ["u1"], "places": ["c12"]}, "第一梯队在地c12有园区，园区1也在其中。"),
        ({"tier": 1, "places": ["c11", "c12"], "complete": True}, "第一梯队3家都在所点名者之中。"),
    ],
)
def test_what_holds_says_no_more_than_was_tested(keys: dict[str, Any], zh: str) -> None:
    assert outcome("tier-members", {"kind": "tier_members", **keys}).says.zh.endswith(zh)


def test_units_of_a_place_that_stand_elsewhere_are_shown_with_their_totals() -> None:
    found = outcome("tier-members", {"kind": "tier_members", "tier": 1, "places": ["c21", "c22"]})
    assert found.says.zh.endswith("地c21的3家（65、40、30）都不在第一梯队；地c22没有列入排名的园区。")
    assert found.says.en.endswith(
        "None of the 3 in Place c21 (65, 40, 30) is in the first tier; no ranked unit stands in Place c22."
    )
    assert [exhibit.printed for exhibit in found.exhibits[1:]] == ["65", "2", "40", "3", "30", "3"]


def test_2019(report_2019: Edition) -> None:
    members = of_2019(report_2019, "tier-members")
    assert {code for code, each in members.items() if each.verdict == "fails"} == {
        "tier-2-places-overview",
        "tier-2-places",
        "tier-1-places-heading",
    }
    assert members["tier-2-places"].data["places"] == ["320500", "440100"]
    assert "苏州高铁新城大数据产业园（84.52，第三梯队）" in members["tier-2-places"].says.zh
    assert members["tier-1-places-heading"].data["left_out"] == ["chongqing"]
    assert {each.verdict for each in of_2019(report_2019, "tier-cut-offs").values()} == {"holds"}
