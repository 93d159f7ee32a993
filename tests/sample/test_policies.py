from __future__ import annotations

import csv

import numpy as np
import pytest

from parkindex.sample.parks import CUT_OFF, Park, draw_parks
from parkindex.sample.policies import (
    Policy,
    Scheme,
    draw_cell,
    draw_policies,
    draw_schemes,
    guidance_csv,
    policy_files,
)
from parkindex.sample.wording import WORDINGS

Drawn = tuple[tuple[Park, ...], tuple[Policy, ...], tuple[Scheme, ...], dict[str, str]]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    generator = np.random.default_rng(11)
    parks = draw_parks(120, generator)
    policies = draw_policies(parks, generator)
    schemes = draw_schemes(policies, generator)
    return parks, policies, schemes, policy_files(policies, schemes, parks, generator)


def rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files[f"evidence/{name}.csv"].splitlines()))


def test_policies_belong_to_districts_with_parks_and_precede_the_cut_off(drawn: Drawn) -> None:
    parks, policies, _, _ = drawn
    homes = {park.district.code for park in parks}
    assert {policy.district.code for policy in policies} < homes
    assert all(policy.issued <= CUT_OFF for policy in policies)
    assert len({policy.code for policy in policies}) == len(policies)
    assert all("合成" in policy.zh and "Synthetic" in policy.en for policy in policies)


def test_a_policy_reaches_exactly_the_parks_of_its_district(drawn: Drawn) -> None:
    parks, policies, _, files = drawn
    reached = {(row["policy"], row["unit"]) for row in rows(files, "beneficiaries")}
    expected = {(q.code, p.code) for q in policies for p in parks if p.district.code == q.district.code}
    assert reached == expected


def test_each_district_with_a_policy_has_one_scheme_of_ten_cells(drawn: Drawn) -> None:
    _, policies, schemes, files = drawn
    assert [s.district.code for s in schemes] == list(dict.fromkeys(p.district.code for p in policies))
    assert sum(len(scheme.policies) for scheme in schemes) == len(policies)
    cells = rows(files, "support")
    assert len(cells) == 10 * len(schemes)
    assert {cell["category"] for cell in cells} == set(WORDINGS)
    assert {cell["status"] for cell in cells} == {"", "none", "refers_elsewhere"}
    assert all((cell["words"] == "/") == (cell["status"] == "none") for cell in cells)


def test_stars_follow_the_breadth(drawn: Drawn) -> None:
    _, _, schemes, _ = drawn
    ordered = sorted(schemes, key=lambda scheme: scheme.breadth)
    assert [scheme.stars for scheme in ordered] == sorted(scheme.stars for scheme in schemes)
    assert {scheme.stars for scheme in schemes} <= {1, 2, 3, 4}


def test_generous_districts_leave_fewer_cells_empty() -> None:
    generator = np.random.default_rng(1)
    empty = {
        generosity: sum(draw_cell("talent", generosity, generator)[2] != "" for _ in range(400))
        for generosity in (0.05, 0.5, 1.0)
    }
    assert empty[0.05] > empty[0.5] > empty[1.0]


def test_three_provinces_in_four_have_guidance(drawn: Drawn) -> None:
    parks = drawn[0]
    provinces = {park.city.parent for park in parks}
    counts = []
    for seed in range(40):
        table = csv.DictReader(guidance_csv(parks, np.random.default_rng(seed)).splitlines())
        guided = [row["place"] for row in table]
        assert len(guided) == len(set(guided))
        assert set(guided) <= provinces
        counts.append(len(guided))
    assert np.mean(counts) / len(provinces) == pytest.approx(0.75, abs=0.06)
