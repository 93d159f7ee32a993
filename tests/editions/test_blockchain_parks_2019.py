"""The 2019 edition: what was printed comes back exactly, and its golden results stay what they are."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from parkindex.edition import Edition, open_edition
from parkindex.evidence.status import Status

FOLDER = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"
PILLARS = ("policy", "operation", "research", "capital")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return open_edition(FOLDER)


def test_it_opens_without_a_finding(edition: Edition) -> None:
    assert edition.findings == ()


def test_the_published_method_reproduces_every_printed_total_rank_and_tier(edition: Edition) -> None:
    result = edition.result("published")
    printed = {row.unit: (row.value, row.rank, row.tier) for row in edition.dataset.published}
    assert len(printed) == 22
    assert {unit: (result.score(unit), result.rank(unit), result.tier(unit)) for unit in result.units} == printed


def test_the_tiers_have_six_six_and_ten_members(edition: Edition) -> None:
    result = edition.result("published")
    assert [len(result.tier_members(tier)) for tier in (1, 2, 3)] == [6, 6, 10]


def test_the_sound_method_makes_the_weights_bind(edition: Edition) -> None:
    result = edition.result("sound")
    weights = {pillar.code: pillar.weight for pillar in edition.framework.pillars}
    assert weights == {"policy": 25, "operation": 45, "research": 15, "capital": 15}
    expected = np.zeros(22)
    for pillar in PILLARS:
        points = result.raw[:, result.column_of(pillar)]
        best = points.max()
        assert result.column(pillar).max() == pytest.approx(100)
        expected += (weights[pillar] or 0) * points / best
    assert result.column() == pytest.approx(expected, abs=0.005)
    assert np.nanmax(result.scores) <= 100


@pytest.mark.parametrize("method", ["published", "sound"])
def test_golden_scores_and_ranks(edition: Edition, method: str) -> None:
    with (FOLDER / "expected" / f"{method}.csv").open(encoding="utf-8", newline="") as file:
        golden = {row["code"]: row for row in csv.DictReader(file)}
    result = edition.result(method)
    assert tuple(golden) == result.order()
    for unit, row in golden.items():
        assert (result.rank(unit), result.tier(unit)) == (int(row["rank"]), int(row["tier"]))
        assert result.score(unit) == float(row["score"])
        assert [result.score(unit, pillar) for pillar in PILLARS] == [float(row[pillar]) for pillar in PILLARS]


def test_the_framework_has_four_eight_and_eleven_nodes(edition: Edition) -> None:
    depth = [len(edition.framework.ancestors(code)) for code in edition.framework.codes]
    assert [depth.count(level) for level in (1, 2, 3)] == [4, 8, 11]
    assert len(edition.framework.indicators) == 11


def test_fourteen_parks_stand_in_coastal_cities_and_half_in_three_cities(edition: Edition) -> None:
    data = edition.dataset
    assert sum(data.coastal(unit.code) is True for unit in data.units) == 14
    cities = [city.name.zh for unit in data.units if (city := data.city_of(unit.code)) is not None]
    assert len(cities) == 22
    assert sum(city in {"杭州", "广州", "上海"} for city in cities) == 11


def test_every_support_cell_is_read_or_says_why_it_is_empty(edition: Edition) -> None:
    assert len(edition.dataset.support) == 80
    for cell in edition.dataset.support:
        assert cell.unread == ""
        assert bool(cell.clauses) == cell.status.has_value, cell.words
    statuses = [cell.status for cell in edition.dataset.support]
    assert statuses.count(Status.REFERS_ELSEWHERE) == 4


def test_the_funds_add_up_to_what_is_printed(edition: Edition) -> None:
    assert len(edition.dataset.funds) == 10
    total = sum(fund.yuan for fund in edition.dataset.funds)
    assert total == pytest.approx(173.5e8)
    printed = next(row for row in edition.dataset.statistics if row.relation == ">" and row.value == 173)
    assert total / 1e8 > printed.value


def test_every_fact_has_a_source(edition: Edition) -> None:
    data = edition.dataset
    tables = (
        data.observations,
        data.statistics,
        data.policies,
        data.beneficiaries,
        data.schemes,
        data.support,
        data.funds,
    )
    for table in tables:
        assert all(row.source for row in table)
        assert all(set(row.source) <= data.source_addresses for row in table)
