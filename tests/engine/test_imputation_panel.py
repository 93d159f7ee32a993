from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.imputation_panel import as_years, constant, latest, linear
from parkindex.errors import MethodError

GAP = np.nan


def panel(*years: float) -> np.ndarray:
    """One unit, one indicator."""
    return np.array(years).reshape(-1, 1, 1)


def test_latest_carries_forward_only() -> None:
    completed, mask = latest(panel(GAP, 2, GAP, GAP, 5))
    np.testing.assert_array_equal(completed.ravel(), [GAP, 2, 2, 2, 5])
    assert mask.ravel().tolist() == [False, False, True, True, False]


def test_latest_within_so_many_years() -> None:
    completed, _ = latest(panel(1, GAP, GAP), years=[2015, 2016, 2019], within=2)
    np.testing.assert_array_equal(completed.ravel(), [1, 1, GAP])


def test_constant_also_carries_back() -> None:
    np.testing.assert_array_equal(constant(panel(GAP, 2, GAP, 5))[0].ravel(), [2, 2, 2, 5])


def test_linear_between_and_constant_beyond() -> None:
    completed, _ = linear(panel(GAP, 2, GAP, 8, GAP), years=[2010, 2011, 2013, 2014, 2020])
    np.testing.assert_array_equal(completed.ravel(), [2, 2, 6, 8, 8])


@pytest.mark.parametrize("method", [latest, constant, linear])
def test_a_unit_that_never_has_the_value_keeps_the_gap(method: object) -> None:
    assert np.isnan(method(panel(GAP, GAP))[0]).all()  # type: ignore[operator]
    with pytest.raises(MethodError, match="a panel needs"):
        method(np.ones((2, 2)))  # type: ignore[operator]


def test_years_must_rise() -> None:
    assert as_years(None, 3).tolist() == [0, 1, 2]
    for years in ([2019, 2018], [2018, 2018], [2018]):
        with pytest.raises(MethodError, match="must rise"):
            as_years(years, 2)
