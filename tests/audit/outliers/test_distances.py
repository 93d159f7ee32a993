"""Tests of residuals, normal scores and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit.outliers.distances import gaps, normal_scores, residuals
from parkindex.audit.outliers.peers import isolated_numbers

from ..conftest import publication

if TYPE_CHECKING:
    pass


def test_residuals_are_those_of_a_regression_without_the_unit() -> None:
    values = np.random.default_rng(4).normal(size=(20, 3)) + np.arange(20)[:, None] / 5
    found = residuals(values)
    assert found is not None
    left = np.delete(values, 7, axis=0)
    design = np.column_stack([np.ones(19), left[:, [0, 2]]])
    fit, rest, *_ = np.linalg.lstsq(design, left[:, 1], rcond=None)
    new = np.array([1, *values[7, [0, 2]]])
    assert found.expected[7, 1] == pytest.approx(new @ fit)
    error = np.sqrt(rest[0] / 16 * (1 + new @ np.linalg.inv(design.T @ design) @ new))
    assert found.spread[7, 1] == pytest.approx(error)
    assert found.t[7, 1] == pytest.approx((values[7, 1] - new @ fit) / error)


def test_no_residuals_of_a_small_or_collinear_table() -> None:
    values = np.random.default_rng(4).normal(size=(20, 3))
    assert residuals(values[:11]) is None
    assert residuals(np.column_stack([values, values.sum(axis=1)])) is None
    assert residuals(np.column_stack([values, np.ones(20)])) is None


def test_normal_scores_keep_order_and_share_ties() -> None:
    scores = normal_scores(np.array([[1.0], [5.0], [5.0], [9.0]]))[:, 0]
    assert scores[0] == pytest.approx(-scores[3])
    assert scores[1] == scores[2] == pytest.approx(0)


def test_gaps_need_enough_different_numbers() -> None:
    assert gaps(np.repeat([1.0, 2.0, 3.0, 400.0], 10)) == ()
    (found,) = isolated_numbers(publication([[1], [2], [300]]))
    assert found.verdict == "untestable"
