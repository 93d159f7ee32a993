"""Counting units by place, on the 2019 edition and on made-up groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.analysis.census import Count, by_level, by_region, coastal_units, count_by, leading_groups

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_parks_by_city_in_2019(report_2019: Edition) -> None:
    dataset = report_2019.dataset
    counts = {dataset.place(each.group).name.zh: each.count for each in by_level(dataset, "city")}
    assert counts["杭州"] == counts["上海"] == 4
    assert counts["广州"] == 3
    assert len(counts) == 14
    assert sum(counts.values()) == 22


def test_parks_by_province_and_region_in_2019(report_2019: Edition) -> None:
    dataset = report_2019.dataset
    provinces = {dataset.place(each.group).name.zh: each.count for each in by_level(dataset, "province")}
    assert (provinces["浙江"], provinces["广东"], provinces["上海"], provinces["湖南"]) == (5, 4, 4, 2)
    regions = {each.group: each.count for each in by_region(dataset)}
    assert regions["east_china"] == 12
    assert regions["south_china"] == 4
    assert "northwest_china" not in regions


def test_fourteen_of_22_parks_are_on_the_coast(report_2019: Edition) -> None:
    shore, known = coastal_units(report_2019.dataset)
    assert (len(shore), known) == (14, 22)


def test_counts_are_ordered_by_size_then_by_first_member() -> None:
    counts = count_by({"a": "x", "b": "y", "c": "y", "d": "z", "e": None})
    assert [each.group for each in counts] == ["y", "x", "z"]
    assert counts[0] == Count("y", ("b", "c"))


def test_half_is_held_by_the_fewest_groups() -> None:
    counts = count_by(dict(zip("abcdefgh", "xxxxyyzw", strict=True)))
    assert [each.group for each in leading_groups(counts)] == ["x"]
    assert [each.group for each in leading_groups(counts, 0.6)] == ["x", "y"]


def test_groups_that_tie_with_the_last_are_held_together() -> None:
    counts = count_by({"a": "x", "b": "y", "c": "z"})
    assert len(leading_groups(counts)) == 3


@given(groups=st.dictionaries(st.integers().map(str), st.sampled_from("uvwxyz"), min_size=1))
def test_leading_groups_hold_their_share(groups: dict[str, str]) -> None:
    counts = count_by(groups)
    assert sum(each.count for each in counts) == len(groups)
    held = sum(each.count for each in leading_groups(counts))
    assert held >= len(groups) / 2


@pytest.mark.parametrize("share", [0.01, 0.5, 1.0])
def test_nobody_leads_among_nobody(share: float) -> None:
    assert leading_groups([], share) == ()
