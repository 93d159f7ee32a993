"""Tests of how likely counts are by chance alone."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from parkindex.audit.chance import at_least, at_most, pairs_among


@pytest.mark.parametrize(("count", "expected"), [(1, 0.2), (4, 0.5), (12, 9.0)])
def test_many_rare_events_have_the_tail_of_a_poisson_distribution(count: int, expected: float) -> None:
    assert at_least(count, expected) == pytest.approx(stats.poisson.sf(count - 1, expected))


def test_nothing_is_always_reached_and_the_unexpected_never() -> None:
    assert at_least(0, 3.0) == 1
    assert at_least(1, 0.0) == pytest.approx(0, abs=1e-200)


@pytest.mark.parametrize(("count", "n", "share"), [(0, 10, 0.25), (3, 40, 0.2), (40, 40, 0.9)])
def test_few_events_have_the_tail_of_a_binomial_distribution(count: int, n: int, share: float) -> None:
    assert at_most(count, n, share) == pytest.approx(stats.binom.cdf(count, n, share))


def test_what_is_certain_is_left_to_no_chance() -> None:
    assert at_most(0, 5, 0.0) == at_most(5, 5, 1.0) == 1


def test_pairs_stay_inside_their_groups() -> None:
    assert pairs_among(np.array([3, 1, 4])) == 3 + 0 + 6
