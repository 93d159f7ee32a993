"""Tests of bare tables that are scored again."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import Alternatives
from parkindex.audit.robustness.of_table import assumptions_of, draws_for, evaluation_of

from ..conftest import ranking

ROWS = [["30.5", "50.0"], ["38.0", "31.0"], ["20.0", "35.5"], ["31.5", "30.0"]]
SUMS = ["80.5", "69.0", "55.5", "61.5"]


@pytest.mark.parametrize("weights", [None, [40, 60]])
def test_added_points_keep_their_order_when_measured_by_their_marks(weights: list[int] | None) -> None:
    evaluation = evaluation_of(ranking(ROWS, SUMS, weights=weights))
    assert evaluation is not None
    assert evaluation.ranks.tolist() == [1, 2, 4, 3]
    totals = np.array([float(total) for total in SUMS])
    assert np.ptp(evaluation.scores / totals) == pytest.approx(0, abs=1e-12)


def test_weighted_means_are_scored_as_they_are() -> None:
    evaluation = evaluation_of(ranking(ROWS, ["42.2", "33.8", "29.3", "30.6"], weights=[40, 60]))
    assert evaluation is not None
    assert evaluation.scores == pytest.approx([42.2, 33.8, 29.3, 30.6])


def test_what_needs_positive_numbers_is_left_out_without_them() -> None:
    def options(rows: list[list[str]], sums: list[str]) -> list[list[str]]:
        evaluation = evaluation_of(ranking(rows, sums))
        assert evaluation is not None
        return [[step.name for step in a.options] for a in assumptions_of(evaluation) if isinstance(a, Alternatives)]

    assert options(ROWS, SUMS) == [["goalposts", "share_of_best", "min_max"], ["arithmetic", "geometric"]]
    assert options([["0.0", "50.0"], *ROWS[1:]], ["50.0", *SUMS[1:]]) == [["goalposts", "min_max"], ["arithmetic"]]


def test_a_table_without_a_rule_or_with_two_rows_cannot_be_scored() -> None:
    assert evaluation_of(ranking(ROWS, [1, 90, 3, 50])) is None
    assert evaluation_of(ranking(ROWS[:2], SUMS[:2])) is None


def test_draws_follow_the_size() -> None:
    assert (draws_for(22, 4), draws_for(500, 10), draws_for(5000, 50)) == (2048, 200, 64)
