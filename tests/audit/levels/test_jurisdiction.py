"""Tests of scores for the policies of other districts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.levels.jurisdiction import policies_of_others

from .level_cases import drawn, outcomes_of, with_policy

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_score_for_the_policy_of_another_district_is_told() -> None:
    first = drawn(6, 2, seed=5)[0][0]
    (found,) = policies_of_others(with_policy(first))
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "c1.east")
    assert (found.data["beneficiaries"], found.data["elsewhere"]) == (["u1"], ["u2"])
    (other,) = policies_of_others(with_policy("11.11"))
    assert other.verdict == "holds"


def test_2019_a_park_in_yuhang_prints_the_policy_score_of_xihu(report_2019: Edition) -> None:
    found = {outcome.subject: outcome for outcome in outcomes_of(report_2019, "jurisdiction")}
    assert set(found) == {"policy.330106", "policy.310110", "policy.440112"}
    assert (found["policy.330106"].severity, found["policy.330106"].data["elsewhere"]) == ("moderate", ["yuhang"])
    assert found["policy.440112"].data["unplaced"] == ["e-valley"]
    assert "推断" in found["policy.310110"].data["place_notes"]["apbc"]
