from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.panel import compound_growth, growth, rank_change, trend
from parkindex.errors import MethodError

GAP = np.nan


def test_growth_per_year() -> None:
    x = np.array([[100.0, 4], [110, 0], [133.1, GAP]])
    np.testing.assert_allclose(growth(x), np.array([[0.1, -1], [0.21, GAP]]))
    np.testing.assert_allclose(growth(x, years=[2015, 2016, 2018])[1, 0], 0.1)
    np.testing.assert_allclose(growth(x.T, axis=-1), growth(x).T)


def test_growth_from_nothing_is_no_number() -> None:
    assert np.isnan(growth(np.array([0.0, 5.0]))).all()
    assert np.isnan(growth(np.array([-1.0, 5.0]))).all()


def test_compound_growth_looks_at_the_ends_only() -> None:
    assert compound_growth(np.array([100.0, 7.0, 121.0])) == pytest.approx(0.1)
    with pytest.raises(MethodError, match="at least two years"):
        compound_growth(np.array([1.0]))


def test_trend_of_a_line_and_with_gaps() -> None:
    x = np.array([[1.0, GAP, 5], [3, GAP, GAP], [5, 1, GAP]])
    found = trend(x)
    np.testing.assert_allclose(found.slope, [2, GAP, GAP])
    np.testing.assert_allclose(found.level, [3, 1, 5])
    assert found.fit[0] == pytest.approx(1)


def test_trend_agrees_with_numpy() -> None:
    x, years = np.random.default_rng(0).random((6, 1)), [2010, 2011, 2013, 2014, 2018, 2019]
    slope, level = np.polyfit(years, x[:, 0], 1)
    found = trend(x, years=years)
    assert found.slope[0] == pytest.approx(slope)
    assert found.level[0] == pytest.approx(level + slope * np.mean(years))


def test_change_of_rank_is_split_without_a_rest() -> None:
    old, new = np.array([3.0, 2, 1]), np.array([1.0, 2, 3])
    found = rank_change(old, new, new_method_before=[1, 3, 2], old_method_after=[2, 3, 1])
    np.testing.assert_array_equal(found.total, [-2, 0, 2])
    np.testing.assert_array_equal(found.data + found.method, found.total)


def test_change_of_data_alone_and_of_method_alone() -> None:
    old, new = np.array([3.0, 2, 1]), np.array([1.0, 3, 2])
    same_method = rank_change(old, new, new_method_before=old, old_method_after=new)
    assert not same_method.method.any()
    same_data = rank_change(old, new, new_method_before=new, old_method_after=old)
    assert not same_data.data.any()
