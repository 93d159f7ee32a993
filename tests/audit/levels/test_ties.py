"""Tests of equal numbers inside places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.levels.places import numbers_of
from parkindex.audit.levels.ties import ties_within

from ..conftest import column

if TYPE_CHECKING:
    pass


def test_ties_count_repeats_inside_places_and_allow_for_those_between() -> None:
    numbers = numbers_of(column("a", ["10.00", "10.00", "10.00", "31.17", "52.48", "77.91"]))
    assert numbers is not None
    ties = ties_within(numbers, np.array([0, 0, 0, 1, 1, 1]))
    assert (ties.repeats, ties.chances) == (2, 4)
    assert ties_within(numbers, np.arange(6)).p == 1
