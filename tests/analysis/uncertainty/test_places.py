from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from parkindex.analysis.uncertainty.places import packed_ranks, ranks_of
from parkindex.engine import Context, Step
from parkindex.engine.ranking import rank


def test_ties_share_the_better_rank_and_the_sign_does_not_matter() -> None:
    scores = np.array([[3.0, 5.0, 3.0, -1.0, -2.0], [0.0, -0.0, 1.0, -7.5, -7.5]])
    assert packed_ranks(scores).tolist() == [[2, 1, 2, 4, 5], [2, 2, 1, 4, 4]]


@given(arrays(np.float64, (4, 9), elements=st.integers(-20, 20).map(lambda whole: whole / 4)))
def test_the_quick_way_ranks_as_the_engine_does(scores: np.ndarray) -> None:
    np.testing.assert_array_equal(packed_ranks(scores), rank(scores))


@pytest.mark.parametrize("units", [1, 2, 22, 64, 65, 2500])
def test_the_quick_way_ranks_many_units(units: int) -> None:
    scores = np.random.default_rng(units).normal(50, 20, (60, units))
    np.testing.assert_array_equal(packed_ranks(scores), rank(scores))


def test_scores_that_differ_by_rounding_alone_tie() -> None:
    assert packed_ranks(np.array([[0.1 + 0.2, 0.3, 0.2]])).tolist() == [[1, 1, 3]]
    assert packed_ranks(np.array([[1.0, 1.0 + 1e-9]])).tolist() == [[2, 1]]


def test_a_missing_score_has_no_rank() -> None:
    ranks = ranks_of(np.array([[2.0, np.nan, 5.0]]), Step("rank"), Context())
    assert ranks.tolist() == [[2, 0, 1]]


def test_other_rankings_are_the_engine_s_own() -> None:
    scores = np.array([[4.0, 4.0, 1.0, 9.0]])
    assert ranks_of(scores, Step("rank", {"ties": "max"}), Context()).tolist() == [[3, 3, 4, 1]]
    assert ranks_of(scores, Step("rank", {"ties": "average"}), Context()).tolist() == [[3, 3, 4, 1]]
    grouped = Context(groups={"side": np.array(["l", "l", "r", "r"])})
    assert ranks_of(scores, Step("rank_within_groups", {"group": "side"}), grouped).tolist() == [[1, 1, 2, 1]]
    assert ranks_of(np.array([[4.04, 4.01]]), Step("rank", {"decimals": 1}), Context()).tolist() == [[1, 1]]
