from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import MeasurementError, VariedWeights
from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.propagation import propagate
from parkindex.analysis.uncertainty.scoring import Scorer
from parkindex.engine import Method, Step
from parkindex.engine.ranking import rank

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty

    from .conftest import Make

DRAWS = 1500
LEVELS = np.array([0.05, 0.5, 0.95])


@pytest.fixture
def held(make: Make) -> Evaluation:
    method = Method("m", normalisation=Step("min_max"), tiers=Step("thresholds", {"at": (60, 40)}), decimals=1)
    return make(np.random.default_rng(0).random((8, 3)), method)


@pytest.fixture
def found(held: Evaluation) -> Uncertainty:
    return propagate(held, [VariedWeights("simplex")], draws=DRAWS, seed=4)


@pytest.fixture
def scores(held: Evaluation) -> np.ndarray:
    scorer = Scorer(held, (VariedWeights("simplex"),))
    return scorer.score(next(uniforms(4, scorer.dimensions, 0, DRAWS, DRAWS))).scores


def test_ranks_are_those_of_the_draws_written_out(found: Uncertainty, scores: np.ndarray) -> None:
    ranks = rank(scores)
    np.testing.assert_allclose(found.rank_quantiles(LEVELS), np.quantile(ranks, LEVELS, axis=0).T, rtol=1e-12)
    np.testing.assert_allclose(found.mean_ranks, ranks.mean(axis=0))
    np.testing.assert_array_equal(found.median_ranks, np.median(ranks, axis=0))
    np.testing.assert_allclose(found.probability_first, (ranks == 1).mean(axis=0))
    np.testing.assert_allclose(found.probability_top(3), (ranks <= 3).mean(axis=0))
    assert found.rank_probabilities.shape == (8, 8)


def test_intervals_hold_what_they_promise(found: Uncertainty, scores: np.ndarray) -> None:
    ranks = rank(scores)
    low, high = found.rank_interval(0.9).T
    assert (((ranks >= low) & (ranks <= high)).mean(axis=0) >= 0.9 - 1 / DRAWS).all()
    assert (low <= found.median_ranks).all()
    assert (found.median_ranks <= high).all()


def test_scores_tiers_and_pairs_are_those_of_the_draws(found: Uncertainty, scores: np.ndarray) -> None:
    np.testing.assert_allclose(found.score_quantiles(LEVELS), np.quantile(scores, LEVELS, axis=0).T)
    assert found.tier_probabilities is not None
    np.testing.assert_allclose(found.tier_probabilities[:, 0], (scores >= 60).mean(axis=0))
    np.testing.assert_allclose(found.tier_probabilities[:, 2], (scores < 40).mean(axis=0))
    assert found.beats is not None
    np.testing.assert_allclose(found.beats, (scores[:, :, None] > scores[:, None, :]).mean(axis=0))


def test_firm_is_what_comes_up_nearly_always(make: Make) -> None:
    held = make(
        [[9.0, 9.0], [5.0, 5.1], [5.1, 5.0], [1.0, 1.0]],
        Method("m", normalisation=Step("none"), tiers=Step("thresholds", {"at": (7, 3)})),
    )
    found = propagate(held, [VariedWeights("simplex")], draws=1000, seed=1)
    assert found.firm_ranks() == ("A", "D")
    assert found.firm_tiers() == ("A", "B", "C", "D")
    assert found.level_pairs() == (("B", "C"),)


def test_without_tiers_there_are_no_probabilities_of_them(make: Make) -> None:
    found = propagate(make([[1.0, 2.0], [2.0, 1.0]]), [VariedWeights()], draws=100)
    assert found.tier_probabilities is None
    assert found.firm_tiers() == ()


def test_a_unit_that_is_never_ranked_has_no_interval(make: Make) -> None:
    held = make([[1.0, 2.0], [2.0, 1.0], [np.nan, np.nan]])
    found = propagate(held, [MeasurementError("relative", 0.5)], draws=200, seed=1)
    assert np.isnan(found.rank_interval()[2]).all()
    assert np.isnan(found.median_ranks[2])
    assert found.rank_probabilities[2].sum() == 0
    assert np.isnan(found.score_quantiles(LEVELS)[2]).all()
    assert found.probability_first[:2].sum() >= 1


def test_shared_counters_know_ranks_to_their_width(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    held = make(np.random.default_rng(2).random((40, 3)))
    exact = propagate(held, [VariedWeights()], draws=2000, seed=1)
    monkeypatch.setattr("parkindex.analysis.uncertainty.tally.RANK_COUNTERS", 400)
    coarse = propagate(held, [VariedWeights()], draws=2000, seed=1)
    assert not coarse.exact_ranks
    width = coarse.tally.classes.width
    assert width == 4
    assert np.abs(coarse.median_ranks - exact.median_ranks).max() <= width
    np.testing.assert_array_equal(coarse.mean_ranks, exact.mean_ranks)
    np.testing.assert_array_equal(coarse.probability_top(3), exact.probability_top(3))
    with pytest.raises(ValueError, match=r"7|not in"):
        coarse.probability_top(7)
    assert coarse.firm_ranks() == ()
