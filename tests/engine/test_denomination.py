from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.denomination import none, ratio
from parkindex.errors import MethodError

X = np.array([[10.0, 4.0], [20.0, np.nan]])


def test_none_leaves_values() -> None:
    np.testing.assert_array_equal(none(X), X)


def test_ratio_divides_and_scales_only_what_has_a_denominator() -> None:
    found = ratio(X, by=np.array([[2.0, 1.0], [5.0, 1.0]]), scale=1000)
    np.testing.assert_array_equal(found, [[5000, 4], [4000, np.nan]])


def test_a_missing_denominator_makes_the_value_missing() -> None:
    assert np.isnan(ratio(X, by=np.array([[np.nan, 1.0], [5.0, 1.0]]))[0, 0])


@pytest.mark.parametrize("bad", [0.0, -1.0])
def test_a_denominator_must_be_positive(bad: float) -> None:
    with pytest.raises(MethodError, match="must be positive") as error:
        ratio(X, by=np.array([[1.0, 1.0], [bad, 1.0]]))
    assert error.value.findings[0].where == "indicator #0"


def test_infinity_is_refused() -> None:
    with pytest.raises(MethodError):
        ratio(X, by=np.array([[np.inf, 1.0], [1.0, 1.0]]))


@pytest.mark.parametrize("by", [[], [[]], [1.0, 2.0, 3.0], np.ones((4, 2))])
def test_denominators_that_do_not_fit_are_refused(by: object) -> None:
    with pytest.raises(MethodError, match="a denominator for each of 2 units"):
        ratio(X, by=by)
