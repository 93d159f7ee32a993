"""Concentration of a total on its parts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.analysis.concentration import effective_number, herfindahl, shares, top_share
from parkindex.errors import MethodError

FUNDS_2019 = [100, 30, 10, 10, 10, 5, 4, 2, 1.5, 1]

amounts = st.lists(st.floats(0.001, 1e9), min_size=1, max_size=30)


def test_the_funds_of_2019() -> None:
    assert sum(FUNDS_2019) == 173.5
    assert herfindahl(FUNDS_2019) == pytest.approx(0.37367, abs=1e-5)
    assert top_share(FUNDS_2019) == pytest.approx(100 / 173.5)
    assert top_share(FUNDS_2019, 3) == pytest.approx(140 / 173.5)


@given(count=st.integers(1, 40), value=st.floats(0.01, 1e6))
def test_equal_parts_are_as_many_as_they_are(count: int, value: float) -> None:
    assert effective_number([value] * count) == pytest.approx(count)
    assert herfindahl([value] * count) == pytest.approx(1 / count)


@given(values=amounts)
def test_the_index_lies_between_equality_and_one(values: list[float]) -> None:
    assert 1 / len(values) - 1e-9 <= herfindahl(values) <= 1 + 1e-9
    assert shares(values).sum() == pytest.approx(1)


@given(values=amounts, factor=st.floats(0.01, 1000))
def test_the_unit_of_measure_does_not_matter(values: list[float], factor: float) -> None:
    assert herfindahl(np.array(values) * factor) == pytest.approx(herfindahl(values))


def test_the_share_of_all_is_one() -> None:
    assert top_share([3, 2, 1], 3) == pytest.approx(1)
    assert top_share([3, 2, 1], 99) == pytest.approx(1)


@pytest.mark.parametrize("wrong", [[], [0, 0], [1, -1], [1, float("nan")], [[1, 2]]])
def test_what_is_no_row_of_amounts_is_refused(wrong: list[float]) -> None:
    with pytest.raises(MethodError, match="one row of numbers"):
        shares(wrong)
