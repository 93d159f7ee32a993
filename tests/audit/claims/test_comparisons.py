"""Tests of comparisons of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit.claims import CHECKS
from parkindex.evidence.model import Answer

from .claim_cases import CELLS, of_2019, outcome, publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def comparison(degree: str, *between: str, what: str = "total", **keys: Any) -> dict[str, Any]:
    return {"kind": "comparison", "what": what, "degree": degree, "between": between, **keys}


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (comparison("higher", "tier:1", "tier:2"), "holds"),
        (comparison("higher", "tier:2", "tier:1"), "fails"),
        (comparison("higher", "coastal", "inland"), "holds"),
        (comparison("lower", "places:c21", "others"), "holds"),
        (comparison("higher", "places:c22", "others"), "untestable"),
        (comparison("higher", "tier:9", "others"), "untestable"),
        (comparison("higher", "places:c11+c22", "others"), "holds"),
        (comparison("small", "tier:1", "tier:2", scope="tier:1"), "untestable"),
        (comparison("stepped", "all"), "untestable"),
        (comparison("higher", "tier:1", "tier:2", what="firms"), "untestable"),
        (comparison("most", "region:east_china", what="parks"), "holds"),
        (comparison("most", "places:c12", what="parks"), "fails"),
        (comparison("most", "tier:1", "places:c12", what="parks"), "untestable"),
        (comparison("large", "tier:1", "tier:2", what="parks"), "untestable"),
    ],
)
def test_groups_are_compared_on_printed_values(keys: dict[str, Any], verdict: str) -> None:
    assert outcome("comparisons", keys).verdict == verdict


def test_the_means_the_distance_and_n_are_said() -> None:
    found = outcome("comparisons", comparison("lower", "tier:1", "tier:3"))
    assert found.says.zh.endswith(
        "第一梯队3家平均85.00，第三梯队2家平均35.00，相差2.52个标准差（全部8家的标准差为19.84）。"
    )
    assert found.data["means"] == [85, 35]
    assert found.data["n"] == [3, 2]
    assert [exhibit.printed for exhibit in found.exhibits[1:]] == ["80", "90", "30", "40"]
    assert found.severity == "major"


def test_a_place_in_which_no_unit_is_known_to_stand_is_said() -> None:
    found = outcome("comparisons", comparison("higher", "places:d111+d112", "others"))
    assert found.says.en.endswith("; no ranked unit is known to stand in Place d112.")


def test_values_that_are_all_the_same_show_nothing() -> None:
    found = outcome("comparisons", comparison("higher", "tier:1", "tier:2", what="c1"), cells=[[5, 5]] * 8)
    assert (found.verdict, "the same" in found.says.en) == ("untestable", True)


def test_what_a_wider_sense_of_coastal_would_change_is_left_open() -> None:
    calls = {"code": "calls", "kind": "names", "list": "coastal-cities", "places": ["c21"]}
    keys = comparison("lower", "coastal", "units:u1", what="c1")
    cells = [[70, row[1]] if place in {4, 6, 7} else list(row) for place, row in enumerate(CELLS)]
    (plain,) = CHECKS["claims.comparisons"].run(publication([keys], cells=cells))
    assert plain.verdict == "holds"
    (found,) = CHECKS["claims.comparisons"].run(publication([keys, calls], cells=cells))
    assert found.verdict == "untestable"
    assert "the text does not say what it counts as coastal" in found.says.en


def test_numbers_that_units_answered_are_compared_where_nothing_is_printed() -> None:
    answers = tuple(
        Answer(f"u{row + 1}", "vacancy", str(value)) for row, value in enumerate([1, 2, 3, 4, 60, 5, 70, 80])
    )
    held = outcome("comparisons", comparison("higher", "inland", "coastal", what="vacancy"), answers=answers)
    assert held.verdict == "holds"
    assert held.data["means"] == [70, 3]


def test_2019(report_2019: Edition) -> None:
    found = of_2019(report_2019, "comparisons")
    wrong = {code: each.severity for code, each in found.items() if each.verdict == "fails"}
    assert wrong == {
        "tier-1-research-rest": "moderate",
        "tier-2-operation": "major",
        "recruitment-slow": "moderate",
        "recruitment-polarised": "minor",
    }
    assert found["tier-2-operation"].data["means"] == pytest.approx([26.603, 26.244], abs=0.01)
    assert found["tier-1-research-rest"].data["means"] == pytest.approx([18.53, 15.62])
    assert found["recruitment-slow"].data["units"] == ["xingsha"]
    assert found["tier-3-research"].verdict == "holds"
    assert "caofeidian" in found["tier-3-research"].data["exceptions"]
    assert "曹妃甸大数据区块链产业园的22.84是全部22家中最高的" in found["tier-3-research"].says.zh
    assert {found[code].verdict for code in ("tier-gap-1-2", "deltas-research", "recruitment-inland")} == {"untestable"}
    assert {found[code].verdict for code in ("tier-gap-2-3", "tier-3-gap", "tier-1-gap-heading")} == {"holds"}
