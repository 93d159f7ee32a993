from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.components import (
    complete_correlation,
    cronbach_alpha,
    principal_components,
    sampling_adequacy,
    varimax,
)
from parkindex.errors import MethodError

RANDOM = np.random.default_rng(12)
COMMON = RANDOM.normal(size=(80, 1))
X = np.hstack([COMMON + 0.5 * RANDOM.normal(size=(80, 3)), RANDOM.normal(size=(80, 1))])


def test_components_rebuild_the_correlations() -> None:
    found = principal_components(X)
    np.testing.assert_allclose(found.loadings @ found.loadings.T, np.corrcoef(X, rowvar=False), atol=1e-12)
    assert (np.diff(found.eigenvalues) <= 0).all()
    assert found.eigenvalues.sum() == pytest.approx(4)
    assert found.explained.sum() == pytest.approx(1)
    assert (found.vectors.sum(axis=0) >= 0).all()


def test_units_with_gaps_are_left_out() -> None:
    gap = np.vstack([X, [np.nan, 1, 2, 3]])
    np.testing.assert_allclose(complete_correlation(gap), complete_correlation(X))
    with pytest.raises(MethodError, match="fewer than two units"):
        complete_correlation(np.array([[1.0, np.nan], [2.0, 3.0]]))


def test_a_constant_indicator_is_named() -> None:
    with pytest.raises(MethodError, match="indicator #1"):
        principal_components(np.column_stack([X[:, 0], np.full(80, 0.1)]))


def test_varimax_keeps_what_is_explained_and_finds_simple_structure() -> None:
    simple = np.array([[0.9, 0], [0.8, 0], [0, 0.7], [0, 0.9]])
    angle = 0.6
    turned = simple @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    found = varimax(turned)
    np.testing.assert_allclose((found**2).sum(axis=1), (simple**2).sum(axis=1))
    np.testing.assert_allclose(np.sort(np.abs(found), axis=1), np.sort(simple, axis=1), atol=1e-6)


def test_alpha_of_copies_is_one_and_of_noise_near_zero() -> None:
    assert cronbach_alpha(np.hstack([COMMON, COMMON, COMMON])) == pytest.approx(1)
    assert abs(cronbach_alpha(RANDOM.normal(size=(4000, 4)))) < 0.15
    assert cronbach_alpha(X * [1, 10, 100, 1], standardised=True) == pytest.approx(cronbach_alpha(X, standardised=True))


def test_alpha_by_its_other_formula() -> None:
    total = X.sum(axis=1).var(ddof=1)
    assert cronbach_alpha(X) == pytest.approx(4 / 3 * (1 - X.var(axis=0, ddof=1).sum() / total))
    with pytest.raises(MethodError, match="two indicators"):
        cronbach_alpha(X[:, :1])


def test_sampling_adequacy() -> None:
    found = sampling_adequacy(X)
    assert 0 < found.overall < 1
    assert found.each[:3].min() > found.each[3]
    two = np.random.default_rng(0).normal(size=(50, 2))
    assert sampling_adequacy(two).overall == pytest.approx(0.5)
    with pytest.raises(MethodError, match="determine another"):
        sampling_adequacy(np.column_stack([X, X[:, 0] + X[:, 1]]))
