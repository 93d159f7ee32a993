from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.scoring import NO_SCORE, Scorer
from parkindex.engine import Method, Step, run

if TYPE_CHECKING:
    from .conftest import Make

TREE = {"index": None, "x": "index", "a": "x", "b": "x", "y": "index", "c": "y", "d": "y"}
TIERED = Method("m", normalisation=Step("min_max", {"to": (1.0, 100.0)}), tiers=Step("thresholds", {"at": (60, 40)}))


def values(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).random((7, 4)) + 0.5


def points(scorer: Scorer, count: int = 64) -> np.ndarray:
    return next(uniforms(1, scorer.dimensions, 0, count, count))


ASSUMPTIONS: tuple[Assumption, ...] = (
    Alternatives("normalisation", (Step("min_max", {"to": (1.0, 100.0)}), Step("z_score", {"mean": 10.0}))),
    VariedWeights(within=0.4),
    Alternatives("aggregation", (Step("arithmetic"), Step("geometric"))),
    LeftOut(("a", "y")),
)


def test_closed_forms_and_the_engine_agree(make: Make) -> None:
    held = make(values(), TIERED, parents=TREE)
    quick, slow = Scorer(held, ASSUMPTIONS), Scorer(held, ASSUMPTIONS, closed_forms=False)
    drawn, again = quick.score(points(quick)), slow.score(points(quick))
    np.testing.assert_allclose(drawn.scores, again.scores, rtol=1e-12)
    np.testing.assert_array_equal(drawn.tiers, again.tiers)
    assert not drawn.failed.any()


def test_a_draw_is_scored_as_its_choices_say(make: Make) -> None:
    held = make(values(), TIERED, parents=TREE)
    assumptions = (Alternatives("aggregation", (Step("arithmetic"), Step("geometric"))), LeftOut(("a", "y")))
    drawn = Scorer(held, assumptions).score(np.array([[0.1, 0.1], [0.9, 0.5]]))
    geometric = replace(held.without_nodes(["a"]), method=replace(TIERED, aggregation=Step("geometric")))
    np.testing.assert_allclose(drawn.scores[0], held.scores, rtol=1e-13)
    np.testing.assert_allclose(drawn.scores[1], geometric.scores, rtol=1e-13)
    assert drawn.tiers is not None
    np.testing.assert_array_equal(drawn.tiers[1], geometric.tiers)


@pytest.mark.parametrize("assumption", [MeasurementError("relative", 0.1), DrawnImputation()])
def test_values_that_vary_are_prepared_anew_in_every_draw(make: Make, assumption: Assumption) -> None:
    table = values()
    table[2, 1] = np.nan
    held = make(table, replace(TIERED, imputation=Step("median")), parents=TREE)
    scorer = Scorer(held, (assumption, VariedWeights(within=0.3)))
    where = points(scorer, 5)
    drawn = scorer.score(where)
    weight, stack = scorer.weights(where), scorer._values(held, where)
    for draw in range(5):
        one = run(stack[draw], held.structure, held.direction, held.method, weight=weight[draw]).scores[:, 0]
        np.testing.assert_array_equal(drawn.scores[draw], one)
    assert len(np.unique(drawn.scores[:, 0])) == 5


def test_scores_are_rounded_as_published(make: Make) -> None:
    held = make(values(), replace(TIERED, decimals=1), parents=TREE)
    for closed in (True, False):
        scorer = Scorer(held, (VariedWeights(),), closed_forms=closed)
        scores = scorer.score(points(scorer)).scores
        np.testing.assert_array_equal(scores, np.round(scores, 1))


def test_a_choice_that_the_engine_refuses_fails_in_all_its_draws_with_its_cause(make: Make) -> None:
    table = values()
    table[:, 0] = 3.0
    held = make(table, Method("m", normalisation=Step("none")), parents=TREE)
    scorer = Scorer(held, (Alternatives("normalisation", (Step("none"), Step("min_max"))), VariedWeights()))
    drawn = scorer.score(points(scorer))
    assert int(drawn.failed.sum()) == 32
    assert list(drawn.failures.values()) == [32]
    assert "all values are the same" in next(iter(drawn.failures))
    assert np.isnan(drawn.scores[drawn.failed]).all()
    assert not np.isnan(drawn.scores[~drawn.failed]).any()


def test_single_draws_that_fail_are_found_and_counted(make: Make) -> None:
    table = np.array([[1.0, 2.0], [0.02, 3.0], [2.0, 1.0]])
    held = make(table, Method("m", normalisation=Step("none"), aggregation=Step("geometric")))
    scorer = Scorer(held, (MeasurementError("absolute", 0.04),))
    drawn = scorer.score(points(scorer, 256))
    culprits = scorer._values(held, points(scorer, 256))[:, 1, held.structure.index("a")] <= 0
    np.testing.assert_array_equal(drawn.failed, culprits)
    assert 0 < culprits.sum() < 256
    assert sum(drawn.failures.values()) == culprits.sum()


def test_without_any_score_there_is_a_cause_too(make: Make) -> None:
    table = np.array([[1.0, np.nan], [np.nan, 2.0]])
    method = Method("m", normalisation=Step("none"), aggregation=Step("arithmetic", {"minimum_share": 1.0}))
    scorer = Scorer(make(table, method), (VariedWeights(),))
    assert scorer.score(points(scorer, 8)).failures == {NO_SCORE: 8}


def test_tiers_that_cannot_be_cut_are_counted_and_scores_kept(make: Make) -> None:
    cuts = (Step("thresholds", {"at": (2, 1)}), Step("natural_breaks", {"count": 4}))
    held = make([[1, 2], [3, 1], [2, 2]], Method("m", normalisation=Step("none")))
    scorer = Scorer(held, (VariedWeights(), Alternatives("tiers", cuts)))
    drawn = scorer.score(points(scorer, 8))
    assert not drawn.failed.any()
    assert list(drawn.failures.values()) == [4]
    assert drawn.tiers is not None
    assert np.isnan(drawn.tiers).all(axis=1).sum() == 4


def test_without_assumptions_every_draw_is_the_published_result(make: Make) -> None:
    held = make(values(), TIERED, parents=TREE)
    drawn = Scorer(held, ()).score(np.empty((3, 0)))
    np.testing.assert_allclose(drawn.scores, np.tile(held.scores, (3, 1)), rtol=1e-14)
