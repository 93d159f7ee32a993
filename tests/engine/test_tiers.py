from __future__ import annotations

import numpy as np
import pytest

from parkindex.engine.tiers import (
    Tiering,
    deviations,
    k_means,
    largest_gaps,
    natural_breaks,
    none,
    quantiles,
    thresholds,
)
from parkindex.errors import MethodError


def test_a_score_at_the_cut_off_reaches_the_tier() -> None:
    assert thresholds([105.5, 95.0, 94.99, 87.0, 86.99]).tolist() == [1, 1, 2, 2, 3]


def test_a_missing_score_is_in_no_tier() -> None:
    np.testing.assert_array_equal(thresholds([np.nan, 90.0]), [np.nan, 2])
    np.testing.assert_array_equal(natural_breaks([np.nan, 1.0, 2.0], count=2), [np.nan, 2, 1])
    assert np.isnan(none([1.0, 2.0])).all()


@pytest.mark.parametrize("at", [[87, 95], [95, 95]])
def test_cut_offs_must_fall(at: list[float]) -> None:
    with pytest.raises(MethodError, match="must fall"):
        thresholds([90.0], at=at)


def test_natural_breaks_part_the_clusters() -> None:
    scores = [98.0, 10.0, 52.0, 99.0, 11.0, 50.0, 97.0]
    assert natural_breaks(scores).tolist() == [1, 3, 2, 1, 3, 2, 1]


def test_natural_breaks_into_one_tier() -> None:
    assert natural_breaks([3.0, 4.0], count=1).tolist() == [1, 1]


def test_natural_breaks_work_draw_by_draw() -> None:
    stack = np.array([[1.0, 2.0, 50.0], [50.0, 49.0, 1.0]])
    assert natural_breaks(stack, count=2).tolist() == [[2, 2, 1], [1, 1, 2]]


def test_more_tiers_than_scores_is_refused() -> None:
    with pytest.raises(MethodError, match="at least 3 different scores"):
        natural_breaks([1.0, 1.0, 2.0])


def test_a_draw_without_scores_has_no_tiers() -> None:
    assert np.isnan(natural_breaks([np.nan, np.nan])).all()


def test_quantiles_put_the_best_quarter_first() -> None:
    assert quantiles(np.arange(8.0)).tolist() == [3, 3, 2, 2, 2, 2, 1, 1]
    with pytest.raises(MethodError, match="must fall"):
        quantiles([1.0], at=[0.2, 0.8])
    with pytest.raises(MethodError, match="within 0 and 1"):
        quantiles([1.0], at=[1.0])


def test_k_means_parts_clusters_and_keeps_ties_together() -> None:
    assert k_means([98.0, 10, 52, 99, 11, 50, 97, 97]).tolist() == [1, 3, 2, 1, 3, 2, 1, 1]
    with pytest.raises(MethodError, match="at least 2 different"):
        k_means([4.0, 4.0], count=2)


def test_largest_gaps_cut_where_most_lies_between() -> None:
    assert largest_gaps([100.0, 99, 60, 58, 57, 20]).tolist() == [1, 1, 2, 2, 2, 3]
    assert largest_gaps([4.0, 3.0, 2.0], count=2).tolist() == [1, 2, 2]


def test_deviations_from_the_mean() -> None:
    scores = np.array([0.0, 50, 50, 50, 50, 100])
    assert deviations(scores).tolist() == [3, 2, 2, 2, 2, 1]
    assert deviations([7.0]).tolist() == [1]
    with pytest.raises(MethodError, match="must fall"):
        deviations(scores, at=[-1, 1])


@pytest.mark.parametrize("tiering", [natural_breaks, quantiles, k_means, largest_gaps, deviations])
def test_a_stack_is_cut_draw_by_draw_with_and_without_gaps(tiering: Tiering) -> None:
    random = np.random.default_rng(0)
    stack = np.round(random.random((3, 5, 9)) * 10, 1)
    for gaps in (False, True):
        if gaps:
            stack[random.random(stack.shape) < 0.2] = np.nan
            stack[1, 2] = np.nan
        together = tiering(stack)
        for draw in np.ndindex(stack.shape[:-1]):
            np.testing.assert_array_equal(together[draw], tiering(stack[draw]))
