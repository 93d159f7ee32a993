"""The smallest change of weights that reaches a goal, against brute force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.thresholds import weights_for_rank, weights_to_overtake
from parkindex.analysis.uncertainty.weight_space import weight_space
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make

VALUES = np.array([[0.8, 0.2], [0.2, 0.6], [0.0, 0.0], [0.1, 0.1]])


def test_two_units_and_two_weights_in_closed_form(make: Make) -> None:
    # The second overtakes the first below a first weight of 0.4; the stated one is 0.5.
    held = make(VALUES, Method("m", normalisation=Step("none")))
    found = weights_to_overtake(weight_space(held), held.units[1], held.units[0])
    assert min(found.weights.values()) == pytest.approx(0.4, abs=1e-3)
    assert sum(found.weights.values()) == pytest.approx(1)
    same = weights_for_rank(weight_space(held), held.units[1], 1)
    assert same.distance == pytest.approx(found.distance, abs=1e-3)


def test_who_is_first_already_needs_no_change(make: Make) -> None:
    held = make(VALUES, Method("m", normalisation=Step("none")))
    assert weights_for_rank(weight_space(held), held.units[0], 1).distance == pytest.approx(0)
