"""Tests of how far the units of one place differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit.levels.spread import spreads

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_range_within_a_place_is_a_share_of_the_range_over_all() -> None:
    # The first column differs by 10 in both places and by 50 over all; the second by 0 and by 10 out of 20.
    rows = [[60, 30], [50, 30], [20, 20], [10, 10]]
    held = spreads(publication(rows, [90, 80, 40, 20], places=["x", "x", "y", "y"]))
    assert held == pytest.approx({"c1": 20.0, "c2": 25.0, "total": 100 * 15 / 70})


def test_cells_without_a_number_do_not_count() -> None:
    held = spreads(publication([[60], [50], [20], [None]], places=["x", "x", "y", "y"]))
    assert held == pytest.approx({"c1": 25.0})


def test_without_a_place_of_two_units_or_any_spread_there_is_nothing_to_say() -> None:
    assert spreads(publication([[1], [2]], places=["x", "y"])) == {}
    assert spreads(publication([[1], [1]], places=["x", "x"])) == {}


def test_the_2019_environment_does_not_differ_within_a_city(report_2019: Edition) -> None:
    assert min(spreads(report_2019.audit().publication).values()) == 0.0
