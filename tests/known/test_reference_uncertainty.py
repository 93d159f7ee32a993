"""The reference's sensitivity analysis, 600 runs over four assumptions, through the uncertainty analysis itself."""

from __future__ import annotations

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import Alternatives, Assumption, VariedWeights
from parkindex.analysis.uncertainty.counts import quantiles_of_counts
from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.indices import first_order, indices, total_effect
from parkindex.analysis.uncertainty.places import ranks_of
from parkindex.analysis.uncertainty.scoring import Drawn, Scorer
from parkindex.analysis.uncertainty.sensitivity import targets_of
from parkindex.analysis.uncertainty.tally import Classes, Tally
from parkindex.engine import Context, Method, Step

from .conftest import Reference
from .test_reference_sensitivity import AGGREGATIONS, NORMALISATIONS, weight_sets

ROWS = 100


def scorer_of(reference: Reference) -> Scorer:
    """Return the reference's four assumptions about its example index."""
    screened = reference.nodes(reference.table("02_example_Screened", reference.indicators))
    treatments = tuple(Step("winsorise", {"limit": most, "otherwise": "log"}) for most in range(1, 6))
    nominal = Method("nominal", treatment=treatments[4], normalisation=Step("min_max"))
    held = Evaluation(tuple(reference.units), screened, reference.structure, reference.direction, nominal, Context())
    codes, sets = reference.structure.codes, weight_sets(reference)
    panel = tuple(dict(zip(codes, map(float, sets[str(number)]), strict=True)) for number in range(1, 101))
    assumptions: tuple[Assumption, ...] = (
        Alternatives("treatment", treatments),
        Alternatives("normalisation", tuple(NORMALISATIONS.values())),
        VariedWeights("panel", panel=panel),
        Alternatives("aggregation", tuple(Step(name) for name in AGGREGATIONS.values())),
    )
    return Scorer(held, assumptions)


def points_of(reference: Reference) -> np.ndarray:
    """Return the reference's choices, in the middle of the part of the unit interval that stands for each."""
    ways = list(AGGREGATIONS)
    return np.array(
        [
            [
                (int(row["Winmax"]) - 0.5) / 5,
                (int(row["Normalisation"]) - 0.5) / 2,
                (int(row["Weights"]) - 0.5) / 100,
                (ways.index(row["Aggregation"]) + 0.5) / 2,
            ]
            for row in reference.rows("16_SA_N100_params")
        ]
    )


@pytest.fixture(scope="module")
def scorer(reference: Reference) -> Scorer:
    return scorer_of(reference)


@pytest.fixture(scope="module")
def points(reference: Reference) -> np.ndarray:
    return points_of(reference)


@pytest.fixture(scope="module")
def drawn(scorer: Scorer, points: np.ndarray) -> Drawn:
    return scorer.score(points)


@pytest.mark.parametrize("closed_forms", [True, False])
def test_every_score_of_every_run(reference: Reference, scorer: Scorer, points: np.ndarray, closed_forms: bool) -> None:
    found = Scorer(scorer.evaluation, scorer.assumptions, closed_forms).score(points)
    rows = {row["uCode"]: row for row in reference.rows("16_SA_N100_scores")}
    published = np.array([[float(rows[unit][f"r_{run}"]) for unit in reference.units] for run in range(1, 601)])
    np.testing.assert_allclose(found.scores, published, rtol=1e-9)
    assert not found.failures
    nominal = np.array([float(row["Score"]) for row in reference.rows("16_SA_N100_nominal")])
    np.testing.assert_allclose(scorer.evaluation.scores, nominal, rtol=1e-9)


def test_the_statistics_of_ranks_are_exactly_those(reference: Reference, scorer: Scorer, drawn: Drawn) -> None:
    """Over the first 200 runs, the two independent samples; medians and quantiles as R counts them (type 7)."""
    units = len(reference.units)
    kinds = Classes(units, 1, np.zeros(units), np.ones(units), (), 0, pairs=False, keeps_scores=True)
    tally = Tally(kinds)
    scores = drawn.scores[: 2 * ROWS]
    tally.add(Drawn(scores, None, np.zeros(len(scores), dtype=np.bool_)), ranks_of(scores, Step("rank"), Context()))
    tally.done()
    counts = tally.ranks[:, 1:].astype(np.int64)
    found = quantiles_of_counts(counts, np.array([0.5, 0.05, 0.95]), np.arange(1.0, units + 1))
    published = [
        [float(row[name]) for name in ("Nominal", "Mean", "Median", "Q5", "Q95")]
        for row in reference.rows("16_SA_N100_rankstats")
    ]
    mean = tally.rank_total / (2 * ROWS)
    np.testing.assert_array_equal(np.column_stack([scorer.evaluation.ranks, mean, found]), np.array(published))


def test_the_sobol_indices_of_the_mean_rank_shift(reference: Reference, scorer: Scorer, drawn: Drawn) -> None:
    """Total indices and uncentred first-order ones as published, and the centred ones beside them."""
    shift = targets_of(scorer.evaluation, drawn.scores, None)[0].reshape(6, ROWS)
    one, other, exchanged = shift[0], shift[1], shift[2:]
    rows = reference.rows("16_SA_N100_sobol")
    total = [float(row["STi"]) for row in rows]
    np.testing.assert_allclose(total_effect(one, other, exchanged), total, rtol=1e-9)
    uncentred = first_order(one, other, exchanged, estimator="uncentred")
    np.testing.assert_allclose(uncentred, [float(row["Si"]) for row in rows], rtol=1e-9)
    centred = first_order(one, other, exchanged)
    np.testing.assert_allclose(centred, [0.06371179, 0.04808790, 0.14668465, 0.48828185], atol=1e-8)
    # The published first-order index of the treatment is twice its total one, which no index can be.
    assert uncentred[0] > 2 * total[0]
    assert centred[0] < 1.05 * total[0]


def test_the_bootstrap_is_about_as_wide(reference: Reference, scorer: Scorer, drawn: Drawn) -> None:
    """The reference's intervals come from R's random numbers; theirs and ours agree as far as 100 rows let them."""
    shift = targets_of(scorer.evaluation, drawn.scores, None)[0].reshape(6, ROWS)
    found = indices(shift[0], shift[1], shift[2:], estimator="uncentred", resamples=4000, seed=1)
    for k, row in enumerate(reference.rows("16_SA_N100_sobol")):
        width = float(row["STi_q95"]) - float(row["STi_q5"])
        np.testing.assert_allclose(
            found.total_interval[k], [float(row["STi_q5"]), float(row["STi_q95"])], atol=0.25 * width
        )
