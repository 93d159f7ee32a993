"""A column in a few numbers."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parkindex.analysis.summary import summarise


def test_a_column_with_a_gap() -> None:
    found = summarise(np.array([4.0, np.nan, 1.0, 3.0, 2.0]))
    assert (found.count, found.missing) == (4, 1)
    assert (found.least, found.lower_quartile, found.median, found.upper_quartile, found.most) == (
        1,
        1.75,
        2.5,
        3.25,
        4,
    )
    assert found.mean == 2.5


def test_nothing_present_has_no_numbers() -> None:
    found = summarise(np.array([np.nan, np.nan]))
    assert (found.count, found.missing) == (0, 2)
    assert all(math.isnan(value) for value in (found.least, found.median, found.most, found.mean))


@given(values=st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_the_numbers_stand_in_order(values: list[float]) -> None:
    found = summarise(np.array(values))
    assert found.least <= found.lower_quartile <= found.median <= found.upper_quartile <= found.most
    assert found.least - 1e-6 <= found.mean <= found.most + 1e-6
