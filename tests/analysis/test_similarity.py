"""Similarity of profiles and of sets."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.spatial.distance import cdist

from parkindex.analysis.similarity import correlation, cosine, mean_difference, pairs, same_profile, shared
from parkindex.engine.arrays import FloatArray

profiles_of = arrays(np.float64, st.tuples(st.integers(1, 8), st.integers(2, 5)), elements=st.floats(0.5, 100))


@given(profiles=profiles_of)
def test_mean_difference_is_the_city_block_distance(profiles: FloatArray) -> None:
    expected = cdist(profiles, profiles, "cityblock") / profiles.shape[1]
    np.testing.assert_allclose(mean_difference(profiles), expected, atol=1e-9)


@given(profiles=profiles_of)
def test_cosine_against_scipy(profiles: FloatArray) -> None:
    np.testing.assert_allclose(cosine(profiles), 1 - cdist(profiles, profiles, "cosine"), atol=1e-9)


@given(profiles=profiles_of, factor=st.floats(0.1, 10))
def test_cosine_sees_the_shape_and_not_the_size(profiles: FloatArray, factor: float) -> None:
    grown = profiles.copy()
    grown[0] *= factor
    np.testing.assert_allclose(cosine(grown)[0], cosine(profiles)[0], atol=1e-9)


def test_correlation_against_numpy() -> None:
    profiles = np.array([[1.0, 2, 4], [2.0, 4, 8], [3.0, 1, 0.5]])
    np.testing.assert_allclose(correlation(profiles), np.corrcoef(profiles))


def test_a_flat_profile_has_no_correlation() -> None:
    found = correlation(np.array([[5.0, 5, 5], [1.0, 2, 3]]))
    assert np.isnan(found[0, 1])
    assert np.isnan(found[0, 0])


def test_missing_parts_are_left_out_of_the_pair() -> None:
    profiles = np.array([[1.0, np.nan], [3.0, 9.0], [np.nan, 5.0]])
    apart = mean_difference(profiles)
    assert apart[0, 1] == 2
    assert apart[1, 2] == 4
    assert np.isnan(apart[0, 2])


def test_each_pair_is_counted_once() -> None:
    matrix = np.array([[0.0, 1, 2], [1, 0, np.nan], [2, np.nan, 0]])
    assert sorted(pairs(matrix)) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("ab", "bc", 1 / 3), ("ab", "ab", 1), ("a", "b", 0), ("", "", 0), ("", "a", 0)]
)
def test_shared_is_jaccards_coefficient(one: str, other: str, expected: float) -> None:
    assert shared(one, other) == pytest.approx(expected)


def test_units_of_one_place_with_one_profile() -> None:
    units = ("a", "b", "c", "d")
    places = {"a": "X", "b": "X", "c": "X", "d": "Y"}
    profiles = np.array([[1.0, np.nan], [1.0 + 1e-9, np.nan], [2.0, 3.0], [1.0, np.nan]])
    groups = {(group.place, group.units) for group in same_profile(units, places, profiles)}
    assert groups == {("X", ("a", "b")), ("X", ("c",)), ("Y", ("d",))}
