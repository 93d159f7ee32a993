"""Tests of whose values a column holds: repeated in places, differing in them, copied, stepped, lent, shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit import Publication
from parkindex.audit.below import claimed_levels, indicators_below, printed_columns
from parkindex.audit.lattice import regular_steps
from parkindex.audit.levels.across import same_across_places
from parkindex.audit.levels.jurisdiction import policies_of_others
from parkindex.audit.levels.places import grouping, numbers_of
from parkindex.audit.levels.profiles import shared_profiles
from parkindex.audit.levels.steps import whole_steps
from parkindex.audit.levels.ties import ties_within
from parkindex.audit.levels.variance import explained, variance_of_places
from parkindex.audit.levels.within import level_kept, same_within_places
from parkindex.audit.of_edition import publication_of
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.rows import Beneficiary, Place, PolicyMention
from parkindex.framework.text import Text

from .conftest import column, publication

if TYPE_CHECKING:
    from parkindex.audit import Outcome
    from parkindex.edition import Edition


def drawn(units: int, columns: int = 3, seed: int = 0) -> list[list[str]]:
    return [[f"{number:.2f}" for number in row] for row in np.random.default_rng(seed).normal(50, 9, (units, columns))]


def by_letter(units: int, places: int) -> list[str]:
    return ["abcdefgh"[row % places] for row in range(units)]


def levelled(held: Publication, **levels: str) -> Publication:
    columns = tuple(replace(one, level=levels.get(one.code, "")) for one in held.ranking.columns)
    return replace(held, ranking=replace(held.ranking, columns=columns))


def lent(units: int = 24) -> list[list[str]]:
    rows = drawn(units)
    return [[rows[row % 4][0], *rows[row][1:]] for row in range(units)]


@pytest.mark.parametrize(
    ("level", "verdict", "severity"), [("park", "fails", "moderate"), ("city", "holds", None), ("", "holds", None)]
)
def test_one_number_a_place_depends_on_whose_value_is_claimed(level: str, verdict: str, severity: str | None) -> None:
    held = levelled(publication(lent(), places=by_letter(24, 4)), c1=level)
    found, rest = same_within_places(held)
    assert (found.verdict, found.severity, found.subject) == (verdict, severity, "c1")
    assert len(found.data["constant"]) == 4
    assert rest.data["columns"] == ["c2", "c3"]


def test_equal_ratings_of_few_levels_are_a_near_miss() -> None:
    ratings = [[str(3 + row % 4), *rest] for row, rest in enumerate(drawn(24, 2))]
    (found,) = same_within_places(levelled(publication(ratings, places=by_letter(24, 4)), c1="park"))
    assert found.verdict == "holds"


def test_places_of_one_unit_cannot_be_tested() -> None:
    (found,) = same_within_places(publication(drawn(5), places=list("abcde")))
    assert found.verdict == "untestable"
    (found,) = variance_of_places(publication(drawn(5), places=list("abcde")))
    assert found.verdict == "untestable"


def test_ties_count_repeats_inside_places_and_allow_for_those_between() -> None:
    numbers = numbers_of(column("a", ["10.00", "10.00", "10.00", "31.17", "52.48", "77.91"]))
    assert numbers is not None
    ties = ties_within(numbers, np.array([0, 0, 0, 1, 1, 1]))
    assert (ties.repeats, ties.chances) == (2, 4)
    assert ties_within(numbers, np.arange(6)).p == 1


def _city(code: str, parent: str = "") -> Place:
    return Place(code, code, Text(zh=code, en=code), "city", parent)


def test_a_column_of_cities_that_differs_in_a_city_is_told() -> None:
    rows = drawn(6, 2)
    rows[4][0] = rows[0][0]
    held = levelled(publication(rows, places=["a", "b", "c", "d", "a", "b"]), c1="city")
    held = replace(held, evidence=Dataset(places=tuple(_city(code) for code in "abcd")))
    found = list(level_kept(held))
    assert [(outcome.verdict, outcome.severity, outcome.subject) for outcome in found] == [
        ("fails", "moderate", "c1.b")
    ]
    rows[5][0] = rows[1][0]
    held = replace(
        levelled(publication(rows, places=["a", "b", "c", "d", "a", "b"]), c1="city"), evidence=held.evidence
    )
    assert [outcome.verdict for outcome in level_kept(held)] == ["holds"]


def test_shares_of_the_variance_are_those_of_the_textbook() -> None:
    held = publication([[6], [8], [4], [5], [8], [12], [9], [11], [13], [9], [11], [8]], places=list("aaaabbbbcccc"))
    found = explained(held.ranking.columns[0].values, grouping(held))
    assert found is not None
    between = 4 * ((5.75 - 26 / 3) ** 2 + (10 - 26 / 3) ** 2 + (10.25 - 26 / 3) ** 2)
    inside = 8.75 + 10 + 14.75
    assert found.eta_squared == pytest.approx(between / (between + inside))
    assert found.f == pytest.approx(between / 2 / (inside / 9))
    assert found.omega_squared == pytest.approx((between - 2 * inside / 9) / (between + inside + inside / 9))


def test_numbers_copied_between_places_are_told_and_a_few_are_not() -> None:
    rows = drawn(24)
    few = [list(row) for row in rows]
    few[3][0] = few[8][0]
    places = [f"p{row}" for row in range(23)] + ["p0"]
    assert [outcome.verdict for outcome in same_across_places(publication(few, places=places))] == ["holds"]
    for pair in range(6):
        rows[pair][1] = rows[pair + 10][1]
    (open_still,) = same_across_places(publication(rows, places=places))
    assert (open_still.verdict, open_still.data["surplus"]) == ("untestable", 6)
    (found,) = same_across_places(levelled(publication(rows, places=places), c2="city"))
    assert (found.verdict, found.severity, found.data["surplus"]) == ("fails", "minor", 6)
    assert len(found.exhibits) == 12


def test_equal_numbers_on_a_regular_grid_are_expected() -> None:
    rows = [[f"{1.82 * (5 + row % 12):.2f}", *rest] for row, rest in enumerate(drawn(24, 2))]
    places = [f"p{row}" for row in range(23)] + ["p0"]
    assert [outcome.verdict for outcome in same_across_places(publication(rows, places=places))] == ["holds"]


def test_whole_steps_are_told_with_the_pairs_and_the_units_own_columns_left_out() -> None:
    rows = [[f"{20.13 + 7.31 * (row % 4) + row // 4:.2f}", *rest] for row, rest in enumerate(drawn(16, 2))]
    held = publication(rows, places=by_letter(16, 4))
    (found,) = whole_steps(held)
    assert (found.verdict, found.data["steps"] >= 12) == ("holds", True)
    assert "whole points" in found.says.en
    assert found.data["found"][0]["column"] == "c1"
    (other,) = whole_steps(levelled(held, c1="park"))
    assert (other.verdict, "found" in other.data) == ("holds", False)


def test_units_that_differ_in_one_column_are_told_and_one_shared_column_is_not() -> None:
    rows = drawn(20, 4)
    rows[5] = [*rows[2][:3], rows[5][3]]
    rows[9] = [*rows[7][:3], rows[9][3]]
    (found,) = shared_profiles(publication(rows))
    assert found.verdict == "fails"
    assert [group["units"] for group in found.data["groups"]] == [["u3", "u6"], ["u8", "u10"]] or [
        group["units"] for group in found.data["groups"]
    ] == [["u8", "u10"], ["u3", "u6"]]
    assert {group["differ_in"] for group in found.data["groups"]} == {"c4"}
    near = drawn(20, 4)
    near[5][0] = near[2][0]
    assert [outcome.verdict for outcome in shared_profiles(publication(near))] == ["holds"]


def test_profiles_of_ratings_cannot_be_told_apart() -> None:
    ratings = [[row % 3, row % 4, row % 5] for row in range(30)]
    assert [outcome.verdict for outcome in shared_profiles(publication(ratings))] == ["untestable"]


def _with_policy(printed: str) -> Publication:
    """Return six units in two districts of one city, of which the first benefits from a policy of its district."""
    from parkindex.evidence.dates import PartialDate

    rows = drawn(6, 2, seed=5)
    rows[1][0] = printed
    held = levelled(publication(rows), c1="district")
    places = tuple((code, "city") for code in ("east", "west", "east", "west", "east", "west"))
    evidence = Dataset(
        places=(
            _city("city"),
            Place("east", "east", Text(zh="东区", en="East"), "district", "city"),
            Place("west", "west", Text(zh="西区", en="West"), "district", "city"),
        ),
        policies=(
            PolicyMention("p1", "special", "east", Text(zh="办法", en="Measures"), PartialDate(2018, 1), source=("r",)),
        ),
        beneficiaries=(Beneficiary("p1", "园区1", "u1", source=("r",)),),
    )
    return replace(held, ranking=replace(held.ranking, places=places), evidence=evidence)


def test_the_score_for_the_policy_of_another_district_is_told() -> None:
    first = drawn(6, 2, seed=5)[0][0]
    (found,) = policies_of_others(_with_policy(first))
    assert (found.verdict, found.severity, found.subject) == ("fails", "moderate", "c1.east")
    assert (found.data["beneficiaries"], found.data["elsewhere"]) == (["u1"], ["u2"])
    (other,) = policies_of_others(_with_policy("11.11"))
    assert other.verdict == "holds"


def outcomes_of(edition: Edition, check: str) -> list[Outcome]:
    return [outcome for outcome in edition.audit().outcomes if outcome.check == f"levels.{check}"]


def test_2019_columns_claim_the_levels_of_the_framework(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    levels = {one.code: claimed_levels(held, one) for one in held.ranking.columns}
    assert levels == {
        "policy": {"district"},
        "operation": {"park"},
        "research": {"park", "city"},
        "capital": {"park", "city"},
    }
    assert [indicator.code for indicator in indicators_below(held, held.ranking.columns[2])] == [
        "research_institutions",
        "talent",
    ]


def test_2019_research_is_one_number_for_hangzhou_and_for_guangzhou(report_2019: Edition) -> None:
    found = {outcome.subject: outcome for outcome in outcomes_of(report_2019, "within-places")}
    assert (found["policy"].verdict, found["research"].verdict) == ("holds", "fails")
    assert found["research"].data["constant"] == {"330100": 18.53, "440100": 15.62}
    assert found[""].data["columns"] == ["operation", "capital"]


def test_2019_places_explain_what_they_explain(report_2019: Edition) -> None:
    (found,) = outcomes_of(report_2019, "variance")
    shares = found.data["shares"]
    assert shares["policy"]["eta_squared"] == pytest.approx(1)
    assert (shares["research"]["n"], shares["research"]["places"]) == (11, 3)
    assert shares["research"]["eta_squared"] == pytest.approx(0.965, abs=0.001)


def test_2019_numbers_are_copied_between_cities_and_stepped_within(report_2019: Edition) -> None:
    (copied,) = outcomes_of(report_2019, "across-places")
    assert copied.verdict == "fails"
    assert sorted((copy["column"], copy["number"]) for copy in copied.data["copies"]) == [
        ("capital", 19.34),
        ("policy", 26.83),
        ("research", 15.62),
        ("research", 18.53),
    ]
    (stepped,) = outcomes_of(report_2019, "whole-steps")
    assert (stepped.verdict, stepped.severity) == ("fails", "minor")
    assert "产业园区投融资总金额" in stepped.says.zh
    assert sorted(pair["numbers"] for pair in stepped.data["found"]) == [[19.34, 14.34], [20.04, 19.04], [28.55, 21.55]]


def test_2019_a_park_in_yuhang_prints_the_policy_score_of_xihu(report_2019: Edition) -> None:
    found = {outcome.subject: outcome for outcome in outcomes_of(report_2019, "jurisdiction")}
    assert set(found) == {"policy.330106", "policy.310110", "policy.440112"}
    assert (found["policy.330106"].severity, found["policy.330106"].data["elsewhere"]) == ("moderate", ["yuhang"])
    assert found["policy.440112"].data["unplaced"] == ["e-valley"]
    assert "推断" in found["policy.310110"].data["place_notes"]["apbc"]


def test_2019_three_pairs_of_parks_differ_in_operation_only(report_2019: Edition) -> None:
    (found,) = outcomes_of(report_2019, "profiles")
    assert {tuple(group["units"]) for group in found.data["groups"]} == {
        ("yimi", "greater-bay-youth"),
        ("china-hangzhou", "xixi-valley"),
        ("shanghai-innovation", "shanghai-collaborative"),
    }
    assert {group["differ_in"] for group in found.data["groups"]} == {"operation"}


def test_columns_computed_from_the_indicators_are_left_alone(sample_22: Edition) -> None:
    held = publication_of(sample_22.result(), title=sample_22.about.title)
    assert printed_columns(held) == ()
    for check in (same_within_places, same_across_places, whole_steps, shared_profiles, regular_steps):
        assert [outcome.verdict for outcome in check(held)] == ["untestable"]


def test_a_small_count_beside_a_value_of_the_place_is_no_repeat(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    capital = next(one for one in held.ranking.columns if one.code == "capital")
    counted = [10.37 + 5 * (row % 4) + [0, 0, 1][row // 4 % 3] for row in range(22)]
    swapped = column("capital", [f"{number:.2f}" for number in counted])
    assert claimed_levels(held, capital) == claimed_levels(held, swapped) == {"park", "city"}
    columns = tuple(swapped if one.code == "capital" else one for one in held.ranking.columns)
    changed = replace(held, ranking=replace(held.ranking, columns=columns))
    assert "capital" not in {outcome.subject for outcome in same_within_places(changed)}
