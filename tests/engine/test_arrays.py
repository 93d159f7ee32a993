from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.arrays import (
    as_labels,
    as_per_indicator,
    as_values,
    filled,
    listed,
    medians,
    moments,
    refuse_cells,
    require_spread,
)
from parkindex.errors import MethodError


def test_values_become_float_in_c_order() -> None:
    found = as_values(np.asfortranarray([[1, 2], [3, 4]]))
    assert found.dtype == np.float64
    assert found.flags.c_contiguous


@pytest.mark.parametrize(("x", "words"), [([["a"]], "numbers"), ([1.0], "shape"), ([[np.inf]], "infinity")])
def test_values_that_are_none_are_refused(x: list[object], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        as_values(x)  # type: ignore[arg-type]


def test_positions_are_named_and_counted() -> None:
    assert listed("unit", [3]) == "unit #3"
    assert listed("unit", [1, 4]) == "units #1, #4"
    assert listed("unit", range(12)).endswith("and 2 more")


def test_cells_are_gathered_by_indicator() -> None:
    wrong = np.array([[True, False], [True, True]])
    with pytest.raises(MethodError) as error:
        refuse_cells("code", wrong, "too small")
    assert [str(finding) for finding in error.value.findings] == [
        "indicator #0  too small (units #0, #1)",
        "indicator #1  too small (unit #1)",
    ]


def test_moments_leave_out_what_is_missing() -> None:
    x = np.array([[1.0, np.nan], [3.0, np.nan]])
    count, mean, squares = moments(x)
    assert count.tolist() == [[2, 0]]
    assert mean[0, 0] == 2
    assert squares[0, 0] == 2
    assert np.isnan(mean[0, 1])


def test_medians_of_even_odd_and_no_values() -> None:
    x = np.array([[1.0, 1, np.nan], [5.0, 2, np.nan], [np.nan, 9, np.nan]])
    np.testing.assert_array_equal(medians(x), [[3, 2, np.nan]])


def test_filled_marks_only_what_was_filled() -> None:
    completed, mask = filled(np.array([[np.nan, np.nan, 3]]), np.array([[1.0, np.nan, 9]]))
    np.testing.assert_array_equal(completed, [[1, np.nan, 3]])
    assert mask.tolist() == [[True, False, False]]


def test_labels_part_the_units() -> None:
    assert [members.tolist() for members in as_labels(["b", "a", "b"], 3)] == [[1], [0, 2]]
    with pytest.raises(MethodError, match="no group for unit #1"):
        as_labels(["a", ""], 2)
    with pytest.raises(MethodError, match="each of 3 units"):
        as_labels(["a"], 3)


def test_a_number_for_each_indicator() -> None:
    assert as_per_indicator("low", 5, 2).tolist() == [5, 5]
    with pytest.raises(MethodError, match="'low' must be a number or 2 numbers"):
        as_per_indicator("low", [1, 2, 3], 2)
    with pytest.raises(MethodError, match="indicator #1"):
        as_per_indicator("low", [1, np.nan], 2)


def test_all_missing_is_not_constant() -> None:
    require_spread(np.array([[np.nan]]), np.array([[np.nan]]))
    with pytest.raises(MethodError):
        require_spread(np.array([[2.0]]), np.array([[2.0]]))
