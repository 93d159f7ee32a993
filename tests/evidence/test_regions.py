"""Names of regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.evidence.regions import REGIONS, place_or_region_name, region_name

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_there_are_seven_regions() -> None:
    assert len(REGIONS) == 7
    assert {name.zh for name in REGIONS.values()} == {"华东", "华南", "华中", "华北", "东北", "西南", "西北"}


def test_every_region_of_2019_is_known(report_2019: Edition) -> None:
    used = {place.region for place in report_2019.dataset.places if place.region}
    assert used <= set(REGIONS)


def test_a_region_of_ones_own_stands_for_itself() -> None:
    assert region_name("pearl_river_delta").en == "pearl river delta"
    assert region_name("east_china").zh == "华东"


def test_what_is_no_place_of_the_evidence_is_a_region(report_2019: Edition) -> None:
    assert place_or_region_name(report_2019.dataset, "330100").zh == "杭州"
    assert place_or_region_name(report_2019.dataset, "east_china").zh == "华东"
