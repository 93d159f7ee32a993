"""Who is ahead of whom whatever the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.dominance import dominance, least
from parkindex.analysis.uncertainty.weight_space import weight_space
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make

METHOD = Method("m", normalisation=Step("min_max"))


def test_only_who_is_better_in_everything_is_ahead_under_all_weights(make: Make) -> None:
    space = weight_space(make(np.array([[3.0, 3.0], [2.0, 1.0], [1.0, 2.0]]), METHOD))
    found = dominance(space)
    first, second, third = found.units
    assert set(found.pairs()) == {(first, second), (first, third)}
    assert found.best.tolist() == [1, 2, 2]
    assert found.worst.tolist() == [1, 3, 3]


def test_the_least_lead_agrees_with_brute_force() -> None:
    lead = np.array([0.3, -0.2, 0.1])
    low, high = np.array([0.1, 0.2, 0.1]), np.array([0.6, 0.5, 0.8])
    steps = np.linspace(0, 1, 101)
    shares = np.array([[a, b, 1 - a - b] for a in steps for b in steps])
    allowed = shares[((shares >= low - 1e-9) & (shares <= high + 1e-9)).all(axis=1)]
    assert float(least(lead, low, high)) == pytest.approx((allowed @ lead).min())
