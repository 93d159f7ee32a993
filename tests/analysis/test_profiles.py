"""Profiles in percent of the best, and how alike they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.profiles import homogeneity, percent_of_best, pillar_profiles, shared_in_places

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_best_has_100_in_every_pillar(report_2019: Edition, sample_22: Edition) -> None:
    for edition in (report_2019, sample_22):
        profiles = pillar_profiles(edition.result())
        np.testing.assert_allclose(np.nanmax(profiles, axis=0), 100)


def test_a_profile_of_2019(report_2019: Edition) -> None:
    result = report_2019.result()
    hangzhou = pillar_profiles(result)[result.row("china-hangzhou")]
    np.testing.assert_allclose(hangzhou, [100 * 23.85 / 30.61, 100 * 34.58 / 38.65, 100 * 18.53 / 22.84, 100])


def test_a_column_without_a_positive_value_has_no_percent() -> None:
    found = percent_of_best(np.array([[0.0, np.nan, 2.0], [0.0, np.nan, 1.0]]))
    assert np.isnan(found[:, :2]).all()
    assert found[:, 2].tolist() == [100, 50]


def test_homogeneity_counts_close_pairs() -> None:
    found = homogeneity(np.array([[100.0, 100], [98, 96], [50, 50]]))
    assert found.pairs == 3
    assert found.close == pytest.approx(100 / 3)
    assert found.difference == pytest.approx(47)


def test_one_unit_is_like_nobody() -> None:
    found = homogeneity(np.array([[100.0, 100]]))
    assert found.pairs == 0
    assert math.isnan(found.difference)


def test_parks_of_one_city_that_share_their_place_level_scores(report_2019: Edition) -> None:
    groups = shared_in_places(report_2019.result(), ("policy", "research", "capital"))
    names = {frozenset(group.units) for group in groups if len(group.units) > 1}
    assert frozenset({"china-hangzhou", "xixi-valley"}) in names
    assert sum(len(group.units) for group in groups) == 22
