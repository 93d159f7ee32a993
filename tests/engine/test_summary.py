from __future__ import annotations

import numpy as np

from parkindex.engine.summary import flags, summary

X = np.array([[1.0, 0, np.nan, 5], [2, 0, np.nan, 5], [2, 0, np.nan, np.nan], [9, 4, np.nan, np.nan]])


def test_statistics_of_each_indicator() -> None:
    found = summary(X)
    np.testing.assert_array_equal(found.least, [1, 0, np.nan, 5])
    np.testing.assert_array_equal(found.greatest, [9, 4, np.nan, 5])
    np.testing.assert_array_equal(found.mean, [3.5, 1, np.nan, 5])
    np.testing.assert_array_equal(found.median, [2, 0, np.nan, 5])
    np.testing.assert_allclose(found.deviation[:2], X[:, :2].std(axis=0, ddof=1))
    assert found.available.tolist() == [4, 4, 0, 2]
    assert found.non_zero.tolist() == [4, 1, 0, 2]
    assert found.unique.tolist() == [3, 2, 0, 1]
    assert found.most_frequent.tolist() == [2, 3, 0, 2]


def test_flags() -> None:
    found = flags(summary(X))
    assert found.scarce.tolist() == [False, False, True, True]
    assert found.zeros.tolist() == [False, True, True, False]
    assert found.same.tolist() == [False, False, True, False]
    spike = flags(summary(np.array([[*range(1, 20), 500.0]]).T))
    assert spike.skewed.tolist() == [True]


def test_a_stack_is_each_draw_alone() -> None:
    stack = summary(np.stack([X, X[::-1] * 2]))
    np.testing.assert_array_equal(stack.mean[1], summary(X * 2).mean)
    np.testing.assert_array_equal(stack.unique[1], summary(X).unique)
