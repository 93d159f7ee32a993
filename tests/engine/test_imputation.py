from __future__ import annotations

import numpy as np

from parkindex.engine.imputation import group_mean, group_median, mean, median, none

GAPS = np.array([[1.0, np.nan, np.nan], [2.0, 4.0, np.nan], [np.nan, 6.0, np.nan], [9.0, 11.0, np.nan]])


def test_none_leaves_the_gaps() -> None:
    completed, mask = none(GAPS)
    np.testing.assert_array_equal(completed, GAPS)
    assert not mask.any()


def test_mean_and_median_of_what_is_present() -> None:
    assert mean(GAPS)[0][2, 0] == 4
    assert mean(GAPS)[0][0, 1] == 7
    assert median(GAPS)[0][2, 0] == 2
    assert median(GAPS)[0][0, 1] == 6


def test_an_indicator_without_values_stays_missing_and_unmarked() -> None:
    for method in (mean, median):
        completed, mask = method(GAPS)
        assert np.isnan(completed[:, 2]).all()
        assert np.argwhere(mask).tolist() == [[0, 1], [2, 0]]


def test_median_agrees_with_numpy() -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=(3, 21, 4))
    x[rng.random(x.shape) < 0.3] = np.nan
    expected = np.where(np.isnan(x), np.nanmedian(x, axis=-2, keepdims=True), x)
    np.testing.assert_allclose(median(x)[0], expected)


def test_group_mean_and_its_fall_back() -> None:
    x = np.array([[1.0, 5.0], [np.nan, 7.0], [9.0, np.nan], [np.nan, np.nan]])
    group = ["a", "a", "b", "b"]
    completed, mask = group_mean(x, group=group)
    np.testing.assert_array_equal(completed, [[1, 5], [1, 7], [9, 6], [9, 6]])
    assert mask.sum() == 4
    strict, marked = group_median(x, group=group, fallback="none")
    assert np.isnan(strict[2:, 1]).all()
    assert marked.sum() == 2


def test_group_median() -> None:
    x = np.array([[1.0], [2], [9], [np.nan], [100]])
    assert group_median(x, group=list("aaaab"))[0][3, 0] == 2
