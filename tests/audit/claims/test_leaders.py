"""Tests of claims of who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.evidence.model import Statistic, Variable

from .claim_cases import of_2019, outcome

if TYPE_CHECKING:
    from parkindex.edition import Edition


def leader(**keys: Any) -> dict[str, Any]:
    return {"kind": "leader", "node": "c1", **keys}


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (leader(unit="u1"), "holds"),
        (leader(unit="u2"), "fails"),
        (leader(unit="u8", which="lowest"), "holds"),
        (leader(unit="u7", which="lowest"), "fails"),
        (leader(unit="u5", scope="tier:2"), "holds"),
        (leader(unit="u1", scope="tier:2"), "fails"),
        (leader(unit="u1", scope="tier:9"), "untestable"),
        (leader(place="c11"), "holds"),
        (leader(place="c12"), "fails"),
        (leader(place="c21", scope="tier:2"), "holds"),
        (leader(place="c22"), "fails"),
        (leader(place="d112"), "untestable"),
        (leader(place="c21", scope="tier:1"), "fails"),
        (leader(node="firms", unit="u1"), "untestable"),
        (leader(node="c2", unit="u4", scope="tier:2"), "holds"),
    ],
)
def test_the_leader_is_who_has_the_highest_printed_score(keys: dict[str, Any], verdict: str) -> None:
    found = outcome("leaders", keys)
    assert found.verdict == verdict
    assert found.severity == ("major" if verdict == "fails" else None)


def test_a_wrong_leader_is_shown_with_the_right_one() -> None:
    found = outcome("leaders", leader(unit="u2"))
    assert [exhibit.printed for exhibit in found.exhibits[1:]] == ["45", "50"]
    assert found.data["best"] == ["u1"]
    assert found.says.zh.endswith("园区2的列c1为45；排名表8家中最高的是园区1（50）。")


def test_those_who_share_the_lead_are_all_named() -> None:
    found = outcome("leaders", leader(node="c2", unit="u2"))
    assert found.verdict == "holds"
    assert found.data["best"] == ["u1", "u2", "u4"]
    assert "并列最高" in found.says.zh


def shares(*printed: tuple[str, str, float], multiple: bool = False) -> dict[str, Any]:
    classes = [
        {"code": code, "name": {"zh": code, "en": code}} | bounds
        for code, bounds in {"low": {"to": 30.0}, "middle": {"from": 30.0, "to": 50.0}, "high": {"from": 50.0}}.items()
    ]
    question = {"code": "q", "name": {"zh": "问", "en": "Q"}, "level": "park", "kind": "number"}
    variable = Variable.model_validate(question | {"classes": tuple(classes)})
    answer = "multiple" if multiple else "single"
    rows = [
        Statistic(f"q_{category}", "q", category, relation, value, "percent", answer=answer)  # type: ignore[arg-type]
        for category, relation, value in printed
    ]
    return {"variables": (variable,), "statistics": tuple(rows)}


@pytest.mark.parametrize(
    ("printed", "which", "verdict"),
    [
        ([("low", "=", 20), ("middle", "=", 50), ("high", "=", 30)], "highest", "holds"),
        ([("low", "=", 40), ("middle", "=", 30), ("high", "=", 30)], "highest", "fails"),
        ([("low", "=", 35), ("middle", "=", 35), ("high", "=", 30)], "highest", "untestable"),
        ([("low", "=", 40), ("middle", "=", 25), ("high", "=", 35)], "lowest", "holds"),
        ([("low", "=", 20), ("middle", "=", 25), ("high", "=", 55)], "lowest", "fails"),
        ([("middle", "=", 66.7)], "highest", "holds"),
        ([("middle", "=", float("nan"))], "highest", "untestable"),
        ([("low", ">", 60), ("middle", "=", 30)], "highest", "untestable"),
    ],
)
def test_a_share_leads_among_those_of_its_question(printed: Any, which: str, verdict: str) -> None:
    keys = {"kind": "leader", "statistic": "q_middle", "which": which}
    assert outcome("leaders", keys, **shares(*printed)).verdict == verdict


def test_2019(report_2019: Edition) -> None:
    found = of_2019(report_2019, "leaders")
    assert {code: each.verdict for code, each in found.items()} == {
        "tier-1-policy-leader": "holds",
        "tier-1-research-leader": "holds",
        "tier-1-operation-leader": "holds",
        "tier-1-firms-leader": "untestable",
        "area-largest": "holds",
        "investment-largest": "holds",
        "investment-smallest": "holds",
        "development-leader": "holds",
        "age-largest": "holds",
        "profit-leader": "holds",
    }
    assert found["tier-1-research-leader"].data["value"] == 20.04
