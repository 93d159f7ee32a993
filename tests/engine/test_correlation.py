from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.correlation import (
    Coefficient,
    correlation_flags,
    correlations,
    pearson,
    with_index,
    with_parents,
)
from parkindex.engine.structure import Structure
from parkindex.errors import MethodError

RANDOM = np.random.default_rng(21)
X = RANDOM.normal(size=(30, 3))
X[:, 1] += X[:, 0]
X[:, 2] = np.round(X[:, 2])
X[[2, 5], 0] = np.nan


@pytest.mark.parametrize(
    ("name", "function"), [("pearson", "pearsonr"), ("spearman", "spearmanr"), ("kendall", "kendalltau")]
)
def test_agrees_with_scipy_over_the_units_that_have_both(name: Coefficient, function: str) -> None:
    import scipy.stats

    found = correlations(X, coefficient=name)
    both = ~np.isnan(X[:, 0])
    for i, j in ((0, 1), (0, 2), (1, 2)):
        rows = both if i == 0 else np.ones(len(X), dtype=bool)
        expected = getattr(scipy.stats, function)(X[rows, i], X[rows, j])
        assert found.coefficient[i, j] == pytest.approx(expected.statistic)
        assert found.p_value[i, j] == pytest.approx(expected.pvalue)
        assert found.units[i, j] == rows.sum()
    np.testing.assert_array_equal(found.coefficient, found.coefficient.T)


def test_two_tables() -> None:
    found = correlations(X[:, :2], X[:, 1:])
    assert found.coefficient.shape == (2, 2)
    assert found.coefficient[1, 0] == pytest.approx(1)
    assert found.p_value[1, 0] == 0
    with pytest.raises(MethodError, match="the same units"):
        correlations(X, X[:4])


def test_constant_columns_and_too_few_units_have_no_correlation() -> None:
    found = correlations(np.array([[1.0, 4, 1], [1, 5, 2], [1, np.nan, 3]]))
    assert np.isnan(found.coefficient[0]).all()
    assert np.isnan(found.coefficient[1, 2])


def test_pearson_of_a_line() -> None:
    assert pearson(np.array([1.0, 2, 3]), np.array([5.0, 3, 1])) == pytest.approx(-1)


def test_with_parents_and_index() -> None:
    tree = Structure.of({"index": None, "a": "index", "a1": "a", "b": "index"})
    scores = RANDOM.normal(size=(20, 4))
    parents, index = with_parents(scores, tree), with_index(scores, tree)
    assert np.isnan(parents[0])
    assert parents[1] == index[1] == pytest.approx(np.corrcoef(scores[:, 0], scores[:, 1])[0, 1])
    assert parents[2] == pytest.approx(np.corrcoef(scores[:, 1], scores[:, 2])[0, 1])
    assert index[2] == pytest.approx(np.corrcoef(scores[:, 0], scores[:, 2])[0, 1])


def test_flags() -> None:
    column = np.arange(20.0)
    noise = np.tile([1.0, -1.0], 10)
    found = correlation_flags(correlations(np.column_stack([column, column + noise / 100, -column, noise])))
    assert found.redundant[0, 1]
    assert found.negative[0, 2]
    assert found.weak[0, 3]
    assert not found.negative[0, 1]
