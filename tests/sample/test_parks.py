from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from parkindex.sample.parks import Park, draw_homes, draw_months, draw_parks, draw_size


@pytest.fixture(scope="module")
def many() -> tuple[Park, ...]:
    return draw_parks(2_000, np.random.default_rng(7))


def column(parks: tuple[Park, ...], name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([getattr(park, name) for park in parks], dtype=float)


def test_the_same_generator_draws_the_same_parks() -> None:
    assert draw_parks(30, np.random.default_rng(3)) == draw_parks(30, np.random.default_rng(3))
    assert draw_parks(30, np.random.default_rng(3)) != draw_parks(30, np.random.default_rng(4))


@pytest.mark.parametrize("count", [1, 2, 3, 22, 400])
def test_as_many_parks_as_asked_for_with_codes_of_their_own(count: int) -> None:
    parks = draw_parks(count, np.random.default_rng(1))
    codes = [park.code for park in parks]
    assert len(parks) == len(set(codes)) == count
    assert codes == sorted(codes)
    assert all(park.district.parent == park.city.code for park in parks)


def test_parks_spread_over_cities_and_share_some() -> None:
    homes = draw_homes(22, np.random.default_rng(1))
    cities = Counter(home.parent for home in homes)
    assert len(cities) == 10
    assert max(cities.values()) > 1


def test_occupancy_rises_with_age_and_on_the_coast(many: tuple[Park, ...]) -> None:
    running = tuple(park for park in many if not park.building)
    assert np.corrcoef(column(running, "age"), column(running, "occupancy"))[0, 1] > 0.4
    coast = [park.occupancy for park in running if park.city.coastal]
    inland = [park.occupancy for park in running if not park.city.coastal]
    assert np.mean(coast) > np.mean(inland) + 2


def test_larger_parks_cost_more_and_fuller_parks_hold_more_firms(many: tuple[Park, ...]) -> None:
    assert np.corrcoef(np.log(column(many, "area")), np.log(column(many, "investment")))[0, 1] > 0.5
    assert np.corrcoef(column(many, "occupancy"), column(many, "firms"))[0, 1] > 0.2
    assert all(park.leading_firms <= park.firms for park in many)


def test_values_stay_within_sense(many: tuple[Park, ...]) -> None:
    assert all(park.area > 0 and park.investment > 0 and park.financing >= 0 for park in many)
    assert all(4 <= park.occupancy <= 98 for park in many)
    assert all((2009, 1) < park.opened < (2020, 12) for park in many)
    for park in many:
        assert park.building == (park.opened > (2019, 5))


def test_there_are_outliers_and_ties(many: tuple[Park, ...]) -> None:
    area = column(many, "area")
    assert area.max() > 8 * np.median(area)
    assert len(np.unique(area)) < len(area) / 2


def test_most_parks_are_young_and_some_not_yet_open() -> None:
    months = draw_months(2_000, np.random.default_rng(2))
    assert 0.4 < np.mean(months < 24) < 0.8
    assert 0.02 < np.mean(months < 0) < 0.09
    assert months.min() >= -12


def test_sizes_are_never_zero() -> None:
    area, investment = draw_size(2_000, np.random.default_rng(2))
    assert area.min() >= 0.2
    assert investment.min() >= 0.1
