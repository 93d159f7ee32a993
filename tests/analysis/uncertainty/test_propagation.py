from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty import propagation
from parkindex.analysis.uncertainty.assumptions import Alternatives, Assumption, MeasurementError, VariedWeights
from parkindex.analysis.uncertainty.propagation import propagate
from parkindex.engine import Method, Step
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty

    from .conftest import Make

COUNTED = ("ranks", "scores", "tops", "tiers", "wins", "rank_total", "least", "most")
TIERED = Method("m", normalisation=Step("min_max"), tiers=Step("quantiles", {"at": (0.7, 0.3)}))


def same(one: Uncertainty, other: Uncertainty) -> None:
    for name in COUNTED:
        mine, theirs = getattr(one.tally, name), getattr(other.tally, name)
        assert (mine is None) == (theirs is None)
        if mine is not None:
            assert mine.tobytes() == theirs.tobytes(), name
    if one.tally.kept:
        assert np.concatenate(one.tally.kept).tobytes() == np.concatenate(other.tally.kept).tobytes()
    assert (one.draws, one.failures) == (other.draws, other.failures)


@pytest.fixture
def held(make: Make) -> Evaluation:
    return make(np.random.default_rng(0).random((12, 5)), TIERED)


@pytest.mark.parametrize("erring", [False, True])
def test_one_worker_and_many_give_the_same_bytes(held: Evaluation, erring: bool) -> None:
    assumptions: list[Assumption] = [
        VariedWeights(within=0.5),
        *([MeasurementError("relative", 0.05)] if erring else []),
    ]
    results = []
    for workers in (1, 4):
        with ThreadPoolExecutor(workers) as executor:
            results.append(propagate(held, assumptions, draws=9000, seed=3, executor=executor))
    same(*results)


def test_a_real_cluster_gives_the_same_bytes(held: Evaluation) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        distributed = pytest.importorskip("distributed")
        with (
            distributed.LocalCluster(
                n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="ERROR"
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            assumptions: list[Assumption] = [
                VariedWeights(within=0.5),
                Alternatives("aggregation", (Step("arithmetic"), Step("power", {"p": 0.5}))),
            ]
            far = propagate(held, assumptions, draws=6000, seed=3, executor=client.get_executor())
    for threads in (1, 2):
        with ThreadPoolExecutor(threads) as executor:
            same(far, propagate(held, assumptions, draws=6000, seed=3, executor=executor))


def test_the_seed_decides(held: Evaluation) -> None:
    one, again, other = (propagate(held, [VariedWeights()], draws=2000, seed=seed) for seed in (1, 1, 2))
    same(one, again)
    assert not np.array_equal(np.concatenate(one.tally.kept), np.concatenate(other.tally.kept))


def test_blocks_do_not_matter(held: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = propagate(held, [VariedWeights()], draws=3000, seed=1)
    monkeypatch.setattr(propagation, "DRAWS_A_BLOCK", 77)
    same(whole, propagate(held, [VariedWeights()], draws=3000, seed=1))


def test_two_units_have_a_closed_form(make: Make) -> None:
    """A leads where its first value counts for more than a third: with all weightings alike, in two of three draws."""
    held = make([[2.0, 0.0], [0.0, 1.0]])
    found = propagate(held, [VariedWeights("simplex")], draws=2**14, seed=1)
    assert found.beats is not None
    assert found.beats[0, 1] == pytest.approx(2 / 3, abs=2e-3)
    assert found.probability_first[1] == pytest.approx(1 / 3, abs=2e-3)
    assert found.mean_ranks.tolist() == pytest.approx([4 / 3, 5 / 3], abs=2e-3)


def test_uniform_weights_have_a_closed_form(make: Make) -> None:
    """Weights w1, w2 = 1 ± h alike and independent: A leads where w1 > w2 r; the corner cut off is a triangle."""
    h, r = 0.2, 1.1
    held = make([[1.0, 0.0], [0.0, r]], weights=[1, 1])
    found = propagate(held, [VariedWeights(within=h)], draws=2**14, seed=1)
    side = (1 + h) / r - (1 - h)
    assert found.beats is not None
    assert found.beats[0, 1] == pytest.approx(r * side**2 / 2 / (2 * h) ** 2, abs=2e-3)


def test_equal_scores_tie_in_every_draw(make: Make) -> None:
    held = make([[2.0, 1.0], [2.0, 1.0], [0.0, 0.5]])
    found = propagate(held, [VariedWeights("simplex")], draws=3000, seed=1)
    assert found.beats is not None
    assert found.beats[0, 1] == found.beats[1, 0] == 0
    assert found.rank_probabilities.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 1]]
    assert found.level_pairs() == (("A", "B"),)


def test_intervals_cover_the_truth_as_often_as_they_say(make: Make) -> None:
    """Values measured with a known error: its interval holds the true score in 90 % of trials."""
    random = np.random.default_rng(5)
    truth = random.normal(50, 10, (30, 4))
    covered = []
    for trial in range(20):
        measured = truth + random.normal(0, 3, truth.shape)
        found = propagate(make(measured), [MeasurementError("absolute", 3.0, "normal")], draws=800, seed=trial)
        low, high = found.score_quantiles(np.array([0.05, 0.95])).T
        covered.append((low <= truth.mean(axis=1)) & (truth.mean(axis=1) <= high))
    # 600 trials: two standard deviations of the share are 0.025.
    assert np.mean(covered) == pytest.approx(0.9, abs=0.03)


def test_failing_draws_are_counted_with_their_cause(make: Make) -> None:
    held = make([[1.0, 3.0], [1.0, 2.0], [1.0, 1.0]])
    choices = Alternatives("normalisation", (Step("none"), Step("min_max")))
    found = propagate(held, [choices, VariedWeights()], draws=1000, seed=1)
    assert found.draws == 1000
    assert found.scored == 500
    assert list(found.failures.values()) == [500]
    assert found.rank_probabilities.sum(axis=1) == pytest.approx(1.0)


def test_when_every_draw_fails_it_is_said_why(make: Make) -> None:
    held = make([[1.0, 3.0], [1.0, 2.0]])
    with pytest.raises(MethodError, match=r"every draw failed.*all values are the same"):
        propagate(held, [Alternatives("normalisation", (Step("min_max"),)), VariedWeights()], draws=50)


def test_scores_too_many_to_keep_are_counted_in_classes(held: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = propagate(held, [VariedWeights()], draws=20_000, seed=1)
    monkeypatch.setattr(propagation, "SCORES_KEPT", 0)
    counted = propagate(held, [VariedWeights()], draws=20_000, seed=1)
    assert exact.exact_scores
    assert not counted.exact_scores
    levels = np.array([0.0, 0.05, 0.5, 0.95, 1.0])
    spread = np.concatenate(exact.tally.kept).std(axis=0)[:, None]
    assert (np.abs(counted.score_quantiles(levels) - exact.score_quantiles(levels)) < 0.05 * spread).all()
    np.testing.assert_array_equal(counted.tally.ranks, exact.tally.ranks)


def test_pairs_are_left_out_where_there_are_too_many_units(make: Make) -> None:
    held = make(np.random.default_rng(1).random((501, 2)))
    assert propagate(held, [VariedWeights()], draws=64).beats is None
    assert propagate(held, [VariedWeights()], draws=64, pairs=True).beats is not None


def test_progress_is_told(held: Evaluation) -> None:
    told: list[tuple[int, int]] = []
    propagate(held, [VariedWeights()], draws=5000, report=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (5000, 5000)
    assert len(told) > 1
    assert told == sorted(told)


def test_tiers_of_every_choice_have_a_counter(make: Make) -> None:
    held = make(np.random.default_rng(1).random((9, 2)), replace(TIERED, tiers=Step("thresholds", {"at": (50,)})))
    choice = Alternatives("tiers", (held.method.tiers, Step("quantiles", {"at": (0.8, 0.5, 0.2)})))
    found = propagate(held, [choice, VariedWeights()], draws=500, seed=1)
    assert found.tier_probabilities is not None
    assert found.tier_probabilities.shape == (9, 4)
    np.testing.assert_allclose(found.tier_probabilities.sum(axis=1), 1)
