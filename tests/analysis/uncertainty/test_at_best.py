"""How far a unit can come by its own values: never worse than it stands, and never past what the field has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.at_best import at_best
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make

SUM = Method("m", normalisation=Step("none"), aggregation=Step("sum"), tiers=Step("thresholds", {"at": (9.0, 3.0)}))


def test_every_value_becomes_the_best_of_the_field(make: Make) -> None:
    held = make(np.array([[1.0, 1.0], [5.0, 2.0], [2.0, 3.0]]), SUM)
    found = at_best(held, held.units[0])
    assert (found.rank, found.tier, found.score) == (1, 2, 8.0)


def test_other_units_keep_their_values_and_missing_ones_stay(make: Make) -> None:
    mean = Method("m", normalisation=Step("none"), aggregation=Step("arithmetic"))
    held = make(np.array([[1.0, np.nan], [5.0, 9.0], [2.0, 3.0]]), mean)
    before = held.values.copy()
    found = at_best(held, held.units[0])
    assert found.score == 5.0
    assert found.tier is None
    np.testing.assert_array_equal(held.values, before)


def test_an_unknown_unit_is_refused(make: Make) -> None:
    held = make(np.array([[1.0, 1.0], [5.0, 2.0]]), SUM)
    with pytest.raises(ValueError, match="not in tuple"):
        at_best(held, "nobody")
