"""How far a result can be trusted: what is assumed, drawn, and turned around."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis import trust
from parkindex.analysis.trust import (
    assumptions_for,
    dominance_of,
    draws_for,
    levers_of_all,
    rows_for,
    sensitivity_of,
    stability_of,
    uncertainty_of,
    weights_of,
    without_each,
)
from parkindex.analysis.uncertainty.assumptions import VariedWeights, name_of
from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.engine.method import run

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.index import Result


def without_assumptions(result: Result) -> Result:
    return replace(result, method=replace(result.method, assumptions=()))


def test_dominance_is_told_for_all_weights_and_for_near_ones(report_2019: Edition) -> None:
    found = report_2019.dominance()
    assert found is not None
    every, near = found
    assert (len(every.pairs()), len(near.pairs())) == (86, 202)
    assert set(every.pairs()) <= set(near.pairs())
    assert report_2019.dominance() is found


def test_dominance_needs_one_mean(report_2019: Edition) -> None:
    space = weights_of(report_2019.result(), report_2019.assumptions())
    assert space is not None
    assert dominance_of(replace(space, matrix=None)) is None


def test_large_editions_take_fewer_draws() -> None:
    assert draws_for(22) == 10_000
    assert draws_for(2_500) == 800
    assert draws_for(80_000) == 500
    assert rows_for(22, 5) == 512
    assert rows_for(2_500, 3) == 128
    assert rows_for(80_000, 3) == 128


def test_a_method_says_what_is_uncertain(report_2019: Edition) -> None:
    names = ["rescaling", "weights", "aggregation", "values", "tiers"]
    for method in ("published", "sound"):
        assert [name_of(one) for one in assumptions_for(report_2019.result(method))] == names


def test_weights_are_doubted_where_nothing_is_said_and_they_act(report_2019: Edition) -> None:
    assert assumptions_for(without_assumptions(report_2019.result("sound"))) == (VariedWeights(within=0.25),)
    assert assumptions_for(without_assumptions(report_2019.result("published"))) == ()


def test_nothing_uncertain_makes_no_analysis(report_2019: Edition) -> None:
    result = report_2019.result()
    assert uncertainty_of(result, ()) is None
    assert sensitivity_of(result, (VariedWeights(),)) is None


def test_an_analysis_follows_from_its_seed(report_2019: Edition) -> None:
    result, assumed = report_2019.result(), report_2019.assumptions()
    first, again, other = (uncertainty_of(result, assumed, draws=400, seed=seed) for seed in (1, 1, 2))
    assert first is not None
    assert again is not None
    assert other is not None
    assert np.array_equal(first.tally.ranks, again.tally.ranks)
    assert not np.array_equal(first.tally.ranks, other.tally.ranks)


def test_both_methods_choose_among_the_same(report_2019: Edition) -> None:
    """Their ranks are drawn from the same choices; only what was published differs."""
    one, other = report_2019.uncertainty("published"), report_2019.uncertainty("sound")
    assert one is not None
    assert other is not None
    assert np.abs(one.rank_probabilities - other.rank_probabilities).max() < 0.02
    assert not np.array_equal(one.published_ranks, other.published_ranks)


def test_the_plain_sum_is_a_weighted_mean_of_full_marks(report_2019: Edition) -> None:
    result = report_2019.result()
    space = weights_of(result, report_2019.assumptions())
    assert space is not None
    assert np.allclose(space.scores(space.shares), result.column(), atol=1e-9)
    assert np.array_equal(space.standing(space.shares)[0], result.ranks)
    assert weights_of(without_assumptions(result), ()) is None


def test_a_weight_at_its_end_is_where_something_changes(report_2019: Edition) -> None:
    from parkindex.analysis.uncertainty.stability import moved

    space = weights_of(report_2019.result(), report_2019.assumptions())
    assert space is not None
    found = stability_of(space)
    assert set(found) == {"leader", "top", "tiers"}
    capital = space.codes.index("capital")
    end = found["leader"][capital].low
    assert end == pytest.approx(0.098, abs=0.001)
    leader = int(np.argmin(report_2019.result().ranks))
    for share, leads in ((end + 0.001, True), (end - 0.001, False)):
        ranks, _ = space.standing(moved(space, capital, np.asarray(share)))
        assert (ranks[leader] == 1) == leads
    for intervals in found.values():
        assert all(each.low <= each.stated <= each.high for each in intervals)
    assert all(len(intervals) == 4 for intervals in found.values())


def test_levers_lead_one_step_up_and_are_verified(report_2019: Edition) -> None:
    result = report_2019.result()
    evaluation = Evaluation.of(result)
    found = levers_of_all(result)
    assert set(found) == set(result.units) - {"china-hangzhou"}
    for unit, levers in found.items():
        assert levers.goal.kind == ("rank" if result.tier(unit) == 1 else "tier")
        assert levers.ways, unit
        for way in levers.ways:
            values = evaluation.values.copy()
            for code, value in way.values.items():
                values[result.row(unit), evaluation.structure.index(code)] = value
            again = run(values, evaluation.structure, evaluation.direction, evaluation.method)
            reached = again.ranks if levers.goal.kind == "rank" else again.tiers
            assert reached[result.row(unit)] <= levers.goal.number


def test_too_many_values_are_not_turned_around_unasked(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "MOST_LEVERS", 10)
    assert levers_of_all(report_2019.result()) == {}


def test_a_method_without_tiers_goes_rank_by_rank(report_2019: Edition) -> None:
    found = levers_of_all(report_2019.result().redo(tiers="none"))["longcheng"]
    assert (found.goal.kind, found.goal.number) == ("rank", 21)
    space = weights_of(report_2019.result("sound").redo(tiers="none"), ())
    assert space is not None
    assert set(stability_of(space)) == {"leader", "top"}


def test_tiers_of_many_units_are_not_followed(report_2019: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "MOST_FOLLOWED", 10)
    sound = weights_of(report_2019.result("sound"), ())
    published = weights_of(report_2019.result(), report_2019.assumptions())
    assert sound is not None
    assert published is not None
    assert set(stability_of(sound)) in ({"leader", "top"}, set())
    assert (stability_of(sound) == {}) == (sound.evaluation.method.decimals is not None)
    assert "tiers" in stability_of(published)


def test_every_pillar_and_indicator_is_left_out_once(report_2019: Edition, sample_22: Edition) -> None:
    assert [one.left_out for one in without_each(report_2019.result())] == [
        "policy",
        "operation",
        "research",
        "capital",
    ]
    result = sample_22.result()
    found = without_each(result)
    assert [one.kind for one in found[:4]] == ["pillar"] * 4
    assert [one.left_out for one in found[4:]] == list(result.entries)
