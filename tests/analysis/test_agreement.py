"""Rank correlations against `scipy.stats`."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from parkindex.analysis.agreement import kendall, spearman

scores = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=25)


@given(pairs=scores)
def test_both_agree_with_scipy_ties_included(pairs: list[tuple[int, int]]) -> None:
    one, other = np.array(pairs, dtype=np.float64).T
    assume(len(set(one)) > 1 and len(set(other)) > 1)
    assert kendall(one, other) == pytest.approx(stats.kendalltau(one, other).statistic)
    assert spearman(one, other) == pytest.approx(stats.spearmanr(one, other).statistic)


def test_same_and_opposite_order() -> None:
    one = np.array([1.0, 5, 2, 9])
    assert kendall(one, one * 2) == spearman(one, one * 2) == 1
    assert kendall(one, -one) == pytest.approx(-1)
    assert spearman(one, -one) == pytest.approx(-1)


def test_missing_scores_are_left_out() -> None:
    one, other = np.array([1.0, 2, np.nan, 3]), np.array([1.0, 2, 9, np.nan])
    assert kendall(one, other) == 1


@pytest.mark.parametrize("constant", [[1.0, 1, 1], [1.0], []])
def test_a_constant_or_too_short_column_has_none(constant: list[float]) -> None:
    other = np.arange(len(constant), dtype=np.float64)
    assert math.isnan(kendall(np.array(constant), other))
    assert math.isnan(spearman(np.array(constant), other))
