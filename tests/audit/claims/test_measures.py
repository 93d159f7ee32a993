"""Tests of claims of counts and shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.claims.measures import MEASURES, as_printed
from parkindex.evidence import claim_words
from parkindex.evidence.claims import Claims
from parkindex.evidence.model import Guidance, Statistic

from .claim_cases import claim, of_2019, outcome

if TYPE_CHECKING:
    from parkindex.edition import Edition

STATISTICS = (Statistic("area", "q", "x", "=", 53, "percent"), Statistic("rent", "q", "y", ">", 60, "percent"))


def count(what: str, value: float, relation: str = "=") -> dict[str, Any]:
    return {"kind": "count", "what": what, "value": value, "relation": relation}


def share(what: str, value: float, relation: str = "=") -> dict[str, Any]:
    return {"kind": "share", "what": what, "value": value, "relation": relation}


def test_every_measure_is_measured() -> None:
    assert set(MEASURES) == set(claim_words.MEASURES)


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (count("units", 8), "holds"),
        (count("units", 9), "fails"),
        (count("units:c11", 3), "holds"),
        (count("units:c11", 4), "fails"),
        (count("tiers", 3), "holds"),
        (share("units:c11+c12", 62.5), "holds"),
        (share("units:c11+c12", 60, ">"), "holds"),
        (share("units:c11+c12", 62.5, ">"), "fails"),
        (share("units:c11+c12", 63), "holds"),
        (share("units:c11+c12", 65), "fails"),
        (share("units:d111", 30), "untestable"),
        (count("funds:total", 3), "untestable"),
        (share("statistic:area", 53), "untestable"),
        (share("statistic:area", 50, ">"), "holds"),
        (share("statistic:area", 54), "untestable"),
        (share("statistic:rent", 50, ">"), "holds"),
        (share("statistic:rent", 70, ">"), "untestable"),
    ],
)
def test_counts_and_shares(keys: dict[str, Any], verdict: str) -> None:
    found = outcome("counts" if keys["kind"] == "count" else "shares", keys, statistics=STATISTICS)
    assert found.verdict == verdict
    assert found.severity == ("moderate" if verdict == "fails" else None)


def test_a_wrong_count_shows_the_units() -> None:
    found = outcome("counts", count("units:c12", 3))
    assert found.says.zh.endswith("排名表8家中，地c12有2家（25.0%）：园区3和园区6。")
    assert [exhibit.printed for exhibit in found.exhibits] == ["3", "80", "60"]
    assert (found.data["counted"], found.data["units"]) == (2, ["u3", "u6"])


def test_a_list_that_names_fewer_proves_nothing() -> None:
    guidance = (Guidance("p1"), Guidance("p2"))
    assert outcome("counts", count("places:guidance", 3), guidance=guidance).verdict == "untestable"
    assert outcome("counts", count("places:guidance", 1), guidance=guidance).verdict == "fails"


def test_what_owns_a_printed_figure_is_named() -> None:
    assert outcome("shares", share("statistic:area", 54), statistics=STATISTICS).data["family"] == "percentages"


def test_a_claim_is_shown_with_its_relation() -> None:
    (found,) = Claims.model_validate((claim(**share("units:c11", 50, ">=")),)).root
    assert as_printed(found) == "不少于50%"  # type: ignore[arg-type]


def test_2019(report_2019: Edition) -> None:
    counts, shares = of_2019(report_2019, "counts"), of_2019(report_2019, "shares")
    wrong = {code: each.data["counted"] for code, each in counts.items() if each.verdict == "fails"}
    assert wrong == {"zhejiang-count": 5, "policy-cities": 10, "tier-1-policy-cities": 4}
    assert {code for code, each in shares.items() if each.verdict == "fails"} == {"three-cities-heading"}
    assert shares["three-cities-heading"].data["counted"] == 50
    for code in ("three-cities-text", "coastal-share", "area-heading", "age-heading", "funds-share"):
        assert shares[code].verdict == "holds"
    for code in ("eight-cities-share", "tier-3-inland", "tier-2-coastal-heading", "vacancy-heading"):
        assert shares[code].verdict == "untestable"
    for code in ("guangdong-count", "funds-total", "tier-2-policy-count", "beneficiary-parks", "xiongan-fund"):
        assert counts[code].verdict == "holds"
    assert counts["guidance-count"].verdict == "untestable"
