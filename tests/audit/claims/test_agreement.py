"""Tests of claims against one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.claims.agreement import contradictions, same_value

from .claim_cases import of_2019, publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def comparison(code: str, degree: str, *between: str, what: str = "c1") -> dict[str, Any]:
    return {"code": code, "kind": "comparison", "what": what, "degree": degree, "between": between}


def test_equal_values_in_opposite_groups_of_one_claim_are_told() -> None:
    (found,) = same_value(publication([comparison("one", "higher", "units:u1+u4", "units:u6+u8")]))
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "one")
    assert [exhibit.printed for exhibit in found.exhibits] == ["", "30", "30"]
    assert (found.data["units"], found.data["value"]) == (["u4", "u6"], 30)


def test_equal_values_under_two_claims_are_told_once() -> None:
    claims = [comparison("one", "higher", "units:u4", "units:u8"), comparison("two", "lower", "units:u6", "units:u1")]
    (found,) = same_value(publication(claims))
    assert found.data["claims"] == ["one", "two"]


def test_a_unit_in_both_groups_is_told() -> None:
    claims = [comparison("one", "higher", "units:u4", "units:u8"), comparison("two", "lower", "units:u4", "units:u1")]
    (found,) = same_value(publication(claims))
    assert found.data["units"] == ["u4", "u4"]


@pytest.mark.parametrize(
    "claims",
    [
        [comparison("one", "higher", "units:u1", "units:u6")],
        [comparison("one", "higher", "units:u4", "tier:2")],
        [
            comparison("one", "higher", "units:u4", "others"),
            comparison("two", "lower", "units:u6", "others", what="c2"),
        ],
        [comparison("one", "higher", "units:u4", "others"), comparison("two", "higher", "units:u6", "others")],
        [comparison("one", "small", "units:u4", "units:u6")],
        [comparison("one", "higher", "units:u4", "others"), comparison("two", "lower", "units:u6", "others")],
        [comparison("one", "higher", "units:u4", "units:u6", what="firms")],
    ],
)
def test_different_values_or_groups_that_name_nobody_are_not(claims: list[dict[str, Any]]) -> None:
    assert [found.verdict for found in same_value(publication(claims))] == ["holds"]


def said(code: str, **keys: Any) -> dict[str, Any]:
    return {"code": code, **keys}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"kind": "count", "what": "funds:total", "value": 173, "relation": ">"},
            {"kind": "count", "what": "funds:total", "value": 170},
        ),
        (
            {"kind": "count", "what": "funds:total", "value": 173, "relation": ">"},
            {"kind": "count", "what": "funds:total", "value": 150, "relation": "<"},
        ),
        (
            {"kind": "tier_cutoff", "tier": 1, "at": 90},
            {"kind": "tier_cutoff", "tier": 1, "at": 92},
        ),
        (
            {"kind": "tier_cutoff", "tier": 8, "at": 90},
            {"kind": "tier_cutoff", "tier": 9, "at": 92},
        ),
        (
            {"kind": "tier_members", "tier": 8, "units": ("u1",)},
            {"kind": "tier_members", "tier": 9, "units": ("u1",)},
        ),
        (
            {"kind": "tier_members", "tier": 8, "places": ("c11",), "complete": True},
            {"kind": "tier_members", "tier": 8, "places": ("c11", "c12"), "complete": True},
        ),
        (
            {"kind": "leader", "node": "firms", "unit": "u1"},
            {"kind": "leader", "node": "firms", "place": "c21"},
        ),
        (
            comparison("x", "small", "tier:1", "tier:2", what="firms"),
            comparison("x", "large", "tier:1", "tier:2", what="firms"),
        ),
    ],
)  # fmt: skip
def test_two_statements_that_exclude_each_other_are_told(one: dict[str, Any], other: dict[str, Any]) -> None:
    found = list(contradictions(publication([one | {"code": "one"}, other | {"code": "two"}])))
    if one.get("tier") == 1:
        # a bound that the printed totals refute already has its finding
        assert [(each.verdict, each.data["known"]) for each in found] == [("holds", 1)]
        assert found[0].says.zh == "2处说法中，互相矛盾的只有1对，每对都有一处与表格不符，已另行列出。"
        return
    assert [(each.verdict, each.severity, each.data["claims"]) for each in found] == [
        ("fails", "moderate", ["one", "two"])
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"kind": "share", "what": "units:c11", "value": 30, "relation": ">"},
            {"kind": "share", "what": "units:c11", "value": 30, "relation": ">="},
        ),
        (
            {"kind": "share", "what": "statistic:a", "value": 80},
            {"kind": "share", "what": "statistic:a", "value": 82},
        ),
        (
            {"kind": "tier_cutoff", "tier": 2, "at": 60, "below": 80},
            {"kind": "tier_cutoff", "tier": 3, "below": 60},
        ),
        (
            {"kind": "leader", "node": "firms", "unit": "u1"},
            {"kind": "leader", "node": "firms", "place": "c11"},
        ),
        (
            {"kind": "leader", "node": "firms", "unit": "u1", "scope": "tier:1"},
            {"kind": "leader", "node": "firms", "unit": "u8", "scope": "tier:3"},
        ),
    ],
)
def test_statements_that_go_together_are_not(one: dict[str, Any], other: dict[str, Any]) -> None:
    found = contradictions(publication([one | {"code": "one"}, other | {"code": "two"}]))
    assert [each.verdict for each in found] == ["holds"]


def test_2019_judges_one_score_in_two_ways_and_contradicts_itself_nowhere_else(report_2019: Edition) -> None:
    found = of_2019(report_2019, "same-value")["tier-1-operation-middle"]
    assert found.data["units"] == ["shanghai-innovation", "greater-bay-youth"]
    assert [exhibit.printed for exhibit in found.exhibits[1:]] == ["30.94", "30.94"]
    assert [each.verdict for each in of_2019(report_2019, "contradictions").values()] == ["holds"]
