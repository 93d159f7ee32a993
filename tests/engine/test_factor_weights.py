from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.components import principal_components
from parkindex.engine.factor_weights import factor_analysis, principal_component, weights_from_loadings

RANDOM = np.random.default_rng(7)
FIRST, SECOND = RANDOM.normal(size=(2, 300, 1))
X = np.hstack([FIRST + 0.3 * RANDOM.normal(size=(300, 3)), SECOND + 0.3 * RANDOM.normal(size=(300, 2))])
STATED = np.ones(5)


def test_first_component_weights_are_squared_loadings() -> None:
    weight = principal_component(X, STATED)
    np.testing.assert_allclose(weight, principal_components(X).vectors[:, 0] ** 2)
    assert weight[:3].sum() > 0.9


def test_factors_share_out_by_what_they_explain() -> None:
    weight = factor_analysis(X, STATED)
    assert weight[:3].sum() == pytest.approx(0.6, abs=0.02)
    assert np.ptp(weight) < 0.03


def test_more_variance_asked_for_means_more_factors() -> None:
    few, many = factor_analysis(X, STATED, cumulative=0.1), factor_analysis(X, STATED, cumulative=1.0)
    assert not np.allclose(few, many)


def test_one_child_gets_all() -> None:
    assert principal_component(X[:, :1], [1]).tolist() == factor_analysis(X[:, :1], [1]).tolist() == [1]


def test_an_indicator_goes_to_the_factor_it_loads_on_positively() -> None:
    weight = weights_from_loadings([[0.9, 0.1], [-0.8, 0.5], [0.1, 0.9]])
    np.testing.assert_allclose(weight, np.array([0.81, 0.25, 0.81]) / 1.87)
