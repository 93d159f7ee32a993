from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.logarithms import box_cox, log, log_gii, log_shifted
from parkindex.engine.skewness import shape_of
from parkindex.errors import MethodError

LONG = np.random.default_rng(4).lognormal(1, 1, size=(60, 1))


def test_log_and_its_domain() -> None:
    np.testing.assert_allclose(log([[1.0], [np.e]])[0], [[0], [1]])
    with pytest.raises(MethodError, match="positive"):
        log([[0.0], [1.0]])


def test_shifted_logarithm_by_its_formula() -> None:
    x = np.array([[0.0], [1.0], [10.0], [100.0]])
    np.testing.assert_allclose(log_shifted(x)[0], np.log(x + 1))


def test_a_long_low_tail_is_drawn_in_as_a_high_one() -> None:
    for method in (log_shifted, box_cox):
        high, low = method(LONG)[0], method(-LONG)[0]
        np.testing.assert_allclose(low, -high)
        assert abs(shape_of(high[:, 0])[0]) < abs(shape_of(LONG[:, 0])[0])
        assert (np.diff(low[np.argsort(-LONG[:, 0]), 0]) >= 0).all()


def test_gii_logarithm_runs_from_zero_to_the_logarithm_of_the_greatest() -> None:
    treated = log_gii(np.array([[1.0], [2.0], [50.0]]))[0]
    assert treated[0, 0] == 0
    assert treated[2, 0] == pytest.approx(np.log(50))
    with pytest.raises(MethodError, match="above 1"):
        log_gii([[0.1], [0.5]])


def test_box_cox_at_stated_powers() -> None:
    x = np.array([[1.0], [2.0], [4.0], [8.0], [1024.0]])
    np.testing.assert_allclose(box_cox(x, power=0)[0], np.log(x / 2**3.2))
    np.testing.assert_allclose(box_cox(x, power=0.5)[0], 2 * (np.sqrt(x / 2**3.2) - 1))


@pytest.mark.parametrize("power", [None, -5.0, 2.0])
def test_box_cox_keeps_great_numbers_apart_whatever_the_unit_of_measure(power: float | None) -> None:
    x = np.array([[1.0], [2.0], [4.0], [8.0], [1024.0]])
    np.testing.assert_allclose(box_cox(x * 1e9, power=power)[0], box_cox(x, power=power)[0], rtol=1e-6)
    assert len(np.unique(box_cox(x * 1e9, power=power)[0])) == 5


def test_box_cox_finds_the_power_that_scipy_finds() -> None:
    from scipy.stats import boxcox

    expected, _ = boxcox(LONG[:, 0] / np.exp(np.log(LONG).mean()))
    np.testing.assert_allclose(box_cox(LONG)[0][:, 0], expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("method", [log_shifted, box_cox])
def test_constant_and_missing_values_are_left(method: object) -> None:
    x = np.array([[3.0, np.nan, 1.0], [3.0, np.nan, 5.0], [3.0, np.nan, np.nan]])
    treated, mask = method(x)  # type: ignore[operator]
    np.testing.assert_array_equal(treated[:, :2], x[:, :2])
    assert np.isnan(treated[2, 2])
    assert not mask[:, :2].any()
