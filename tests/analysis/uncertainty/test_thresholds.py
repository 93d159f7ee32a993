"""The smallest changes of weights, against brute force over a fine grid of all weightings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.thresholds import weights_for_rank, weights_for_tier, weights_to_overtake
from parkindex.analysis.uncertainty.weight_space import WeightSpace, weight_space
from parkindex.engine import Method, Step
from parkindex.errors import UsageError

if TYPE_CHECKING:
    from .conftest import Make

GRID = 200
CELL = 4 / GRID


def plain(**steps: Step) -> Method:
    return Method("m", normalisation=Step("none"), **steps)  # type: ignore[arg-type]


def simplex() -> np.ndarray:
    """Return all weightings of three children in steps of half a per cent."""
    first, second = np.meshgrid(np.arange(GRID + 1), np.arange(GRID + 1), indexing="ij")
    kept = first + second <= GRID
    return np.column_stack([first[kept], second[kept], GRID - (first + second)[kept]]) / GRID


def nearest(space: WeightSpace, reached: np.ndarray) -> float:
    distance = np.abs(simplex() - space.shares).sum(axis=1)
    return float(distance[reached].min()) if reached.any() else np.inf


def spaces(make: Make, method: Method) -> list[WeightSpace]:
    return [
        weight_space(make(np.random.default_rng(seed).random((6, 3)) + 0.1, method, weights=[5, 3, 2]))
        for seed in range(4)
    ]


@pytest.mark.parametrize("aggregation", [Step("arithmetic"), Step("geometric"), Step("power", {"p": -1.0})], ids=str)
def test_overtaking_is_as_near_as_brute_force_finds_it(make: Make, aggregation: Step) -> None:
    for space in spaces(make, plain(aggregation=aggregation)):
        scores = space.scores(simplex())
        for unit, other in (("A", "B"), ("B", "A"), ("C", "D"), ("F", "E")):
            found = weights_to_overtake(space, unit, other)
            mine, theirs = space.evaluation.units.index(unit), space.evaluation.units.index(other)
            best = nearest(space, scores[:, mine] > scores[:, theirs])
            assert found.optimal
            assert np.isinf(best) == (not found.weights)
            if found.weights:
                assert found.verified
                assert best - CELL - 1e-6 <= found.distance <= best + 1e-6
                assert found.bound <= found.distance


def test_a_rank_is_as_near_as_brute_force_finds_it(make: Make) -> None:
    for space in spaces(make, plain()):
        ranks, _ = space.standing(simplex())
        for unit in "AD":
            for goal in (1, 2, 4):
                found = weights_for_rank(space, unit, goal)
                best = nearest(space, ranks[:, space.evaluation.units.index(unit)] <= goal)
                assert found.optimal
                assert np.isinf(best) == (not found.weights)
                if found.weights:
                    assert found.verified
                    assert best - CELL - 1e-6 <= found.distance <= best + 1e-6


def test_a_cut_off_is_as_near_as_brute_force_finds_it(make: Make) -> None:
    for space in spaces(make, plain(tiers=Step("thresholds", {"at": (0.75, 0.5)}))):
        _, tiers = space.standing(simplex())
        for unit in "ABCDEF":
            found = weights_for_tier(space, unit, 1)
            best = nearest(space, tiers[:, space.evaluation.units.index(unit)] <= 1)
            assert np.isinf(best) == (not found.weights)
            if found.weights:
                assert found.verified
                assert best - CELL - 1e-6 <= found.distance <= best + 1e-6


def test_what_is_reached_already_needs_no_change(make: Make) -> None:
    found = weights_to_overtake(weight_space(make([[3.0, 3.0], [1.0, 1.0]])), "A", "B")
    assert (found.distance, found.bound, found.optimal, found.verified) == (0.0, 0.0, True, True)
    assert found.weights == {"a": 0.5, "b": 0.5}


def test_a_unit_that_is_never_better_cannot_overtake_and_that_is_proven(make: Make) -> None:
    found = weights_to_overtake(weight_space(make([[3.0, 3.0], [1.0, 1.0]])), "B", "A")
    assert found.weights == {}
    assert found.distance == np.inf
    assert found.optimal
    assert not found.verified


def test_the_change_has_a_closed_form_for_two_children(make: Make) -> None:
    """A = (1, 0) and B = (0, 2): A leads from a share of two thirds on; from a half that is a distance of a third."""
    space = weight_space(make([[1.0, 0.0], [0.0, 2.0]]))
    found = weights_to_overtake(space, "A", "B")
    assert found.distance == pytest.approx(1 / 3, abs=1e-6)
    assert found.weights["a"] == pytest.approx(2 / 3, abs=1e-6)
    assert weights_for_rank(space, "A", 1).distance == pytest.approx(found.distance, abs=1e-6)


def test_rounded_scores_must_part_after_rounding(make: Make) -> None:
    """Ten points times a share round to 6 and 4 from a share of 0.55 on; 5.5 and 4.5 round to the even 6 and 4."""
    held = make([[10.0, 0.0], [0.0, 10.0]], Method("m", normalisation=Step("none"), decimals=0))
    found = weights_to_overtake(weight_space(held), "A", "B")
    assert found.verified
    assert not found.optimal
    assert found.weights["a"] == pytest.approx(0.55, abs=1e-4)


@pytest.mark.parametrize("tiers", [Step("natural_breaks", {"count": 2}), Step("quantiles", {"at": (0.6,)})], ids=str)
def test_tiers_that_depend_on_all_scores_are_searched_and_verified(make: Make, tiers: Step) -> None:
    space = spaces(make, plain(tiers=tiers))[0]
    _, all_tiers = space.standing(simplex())
    for unit in "ABCDEF":
        found = weights_for_tier(space, unit, 1)
        best = nearest(space, all_tiers[:, space.evaluation.units.index(unit)] <= 1)
        assert np.isinf(best) == (not found.weights)
        if found.weights:
            assert found.verified
            assert found.distance <= best * 1.15 + CELL
            assert found.optimal == (found.distance == 0)


def test_methods_without_a_straight_line_are_searched(make: Make) -> None:
    space = spaces(make, plain(aggregation=Step("topsis")))[1]
    ranks, _ = space.standing(simplex())
    for unit in "AC":
        found = weights_for_rank(space, unit, 1)
        best = nearest(space, ranks[:, space.evaluation.units.index(unit)] <= 1)
        assert np.isinf(best) == (not found.weights)
        if found.weights:
            assert found.distance <= best * 1.15 + CELL


def test_goals_that_there_are_not_are_refused(make: Make) -> None:
    space = weight_space(make([[1.0, 0.0], [0.0, 2.0], [np.nan, np.nan]]))
    with pytest.raises(UsageError, match="ranks 1 to 2"):
        weights_for_rank(space, "A", 3)
    with pytest.raises(UsageError, match="has no tiers"):
        weights_for_tier(space, "A", 1)
    with pytest.raises(UsageError, match="C has no score"):
        weights_to_overtake(space, "C", "A")
