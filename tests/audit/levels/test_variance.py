"""Tests of the variance that places explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit.levels.places import grouping
from parkindex.audit.levels.variance import explained

from ..conftest import publication
from .level_cases import outcomes_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_shares_of_the_variance_are_those_of_the_textbook() -> None:
    held = publication([[6], [8], [4], [5], [8], [12], [9], [11], [13], [9], [11], [8]], places=list("aaaabbbbcccc"))
    found = explained(held.ranking.columns[0].values, grouping(held))
    assert found is not None
    between = 4 * ((5.75 - 26 / 3) ** 2 + (10 - 26 / 3) ** 2 + (10.25 - 26 / 3) ** 2)
    inside = 8.75 + 10 + 14.75
    assert found.eta_squared == pytest.approx(between / (between + inside))
    assert found.f == pytest.approx(between / 2 / (inside / 9))
    assert found.omega_squared == pytest.approx((between - 2 * inside / 9) / (between + inside + inside / 9))


def test_2019_places_explain_what_they_explain(report_2019: Edition) -> None:
    (found,) = outcomes_of(report_2019, "variance")
    shares = found.data["shares"]
    assert shares["policy"]["eta_squared"] == pytest.approx(1)
    assert (shares["research"]["n"], shares["research"]["places"]) == (11, 3)
    assert shares["research"]["eta_squared"] == pytest.approx(0.965, abs=0.001)
