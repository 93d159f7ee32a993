"""The search for levers: the first written point that reaches the goal, the same for one unit and for all at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty import lever_search
from parkindex.analysis.uncertainty.lever_search import Scale, Standing, standings
from parkindex.analysis.uncertainty.levers import Goal, levers, levers_of_units
from parkindex.engine import Method, Step
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import FloatArray, IntArray

    from .conftest import Make

SCALED = Method("m", normalisation=Step("goalposts", {"low": 0.0, "high": 10.0}))
TIERED = replace(SCALED, tiers=Step("thresholds", {"at": (70.0, 40.0)}))


def test_points_are_written_away_from_the_old_values_and_not_beyond_the_target(make: Make) -> None:
    scale = Scale.of(make([[8.25, 8.0], [4.5, 7.0], [0.0, 1.0]], SCALED))
    own, target = np.array([np.nan, 4.5, 7.0]), np.array([np.nan, 8.255, 1.0])
    np.testing.assert_allclose(scale.ranges[1:], [8.25, 7])
    np.testing.assert_allclose(scale.steps[1:], [0.01, 1])
    points = np.array([[np.nan, 4.501, 6.9], [np.nan, 4.5, 7.0], [np.nan, 8.254, 1.0]])
    np.testing.assert_allclose(scale.written(points, own, target)[:, 1:], [[4.51, 6], [4.5, 7], [8.255, 1]])
    np.testing.assert_allclose(scale.cost(np.array([np.nan, 6.15, 3.5]), own), 0.2 + 0.5)


def test_values_with_traces_of_a_computation_move_by_thousandths_of_their_range(make: Make) -> None:
    scale = Scale.of(make([[10 / 3, 0.0123], [1.0, 0.0456], [8 / 3, 0.0001]], SCALED))
    np.testing.assert_allclose(scale.steps[1:], [0.001, 0.0001])


def test_each_point_is_scored_as_if_it_were_alone(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(1)
    held = make(np.round(random.random((6, 3)) * 10, 1), Method("m", tiers=Step("quantiles", {"at": (0.7, 0.3)})))
    rows, points = np.array([0, 4, 4, 2]), np.full((4, 4), np.nan)
    points[:, 1:] = np.round(random.random((4, 3)) * 10, 1)
    monkeypatch.setattr(lever_search, "STACK", 3 * held.values.size)
    found = standings(held, rows, points, tiers=True)
    for k, (row, point) in enumerate(zip(rows, points, strict=True)):
        values = held.values.copy()
        values[row] = point
        again = replace(held, values=values)
        assert (found.ranks[k], found.tiers[k], found.scores[k]) == (
            again.ranks[row],
            again.tiers[row],
            again.scores[row],
        )
    assert np.isnan(standings(held, rows, points, tiers=False).tiers).all()


def test_all_units_at_once_get_what_each_gets_alone(make: Make) -> None:
    random = np.random.default_rng(2)
    held = make(
        np.round(random.random((12, 4)) * 10, 1),
        replace(TIERED, normalisation=Step("z_score"), tiers=Step("quantiles", {"at": (0.7, 0.3)})),
    )
    goals = {}
    for unit, rank, tier in zip(held.units, held.ranks, held.tiers, strict=True):
        if rank > 1:
            goals[unit] = Goal("rank", int(rank) - 1) if tier == 1 else Goal("tier", int(tier) - 1)
    together = levers_of_units(held, goals)
    assert list(together) == list(goals)
    assert {goal.kind for goal in goals.values()} == {"rank", "tier"}
    for unit, goal in goals.items():
        assert together[unit] == levers(held, unit, goal)
        assert together[unit].ways


def test_one_step_less_does_not_reach_the_goal(make: Make) -> None:
    held = make(np.round(np.random.default_rng(4).random((9, 4)) * 10, 2), TIERED)
    for row, rank in enumerate(held.ranks):
        if rank <= 2:
            continue
        for way in levers(held, held.units[row], Goal("rank", int(rank) - 2)).ways:
            if len(way.values) > 1:
                continue
            ((code, value),) = way.values.items()
            values = held.values.copy()
            values[row, held.structure.index(code)] = round(value - 0.01, 2)
            assert replace(held, values=values).ranks[row] > rank - 2


def test_a_goal_between_the_corners_is_found_where_they_all_miss_it(make: Make) -> None:
    """From 4 to 6 is best here, so that whoever goes to the end of the field goes too far."""
    method = Method("m", normalisation=Step("two_sided", {"low": 4.0, "high": 6.0}))
    held = make([[7.0], [1.0], [10.0], [8.0]], method)
    found = levers(held, "B", Goal("rank", 1))
    assert found.farthest == 3
    (way,) = found.ways
    assert way.values == {"a": 3.0}
    assert way.rank == 1


def test_points_that_the_engine_refuses_reach_nothing_and_do_not_hide_the_others(make: Make) -> None:
    held = make(
        [[8.0, 8.0], [4.0, 5.0], [2.0, 9.0]], Method("m", normalisation=Step("none"), aggregation=Step("geometric"))
    )
    points = np.array([[np.nan, 9.0, 9.0], [np.nan, -1.0, 5.0], [np.nan, 4.0, 9.0]])
    found = standings(held, np.array([1, 1, 1]), points, tiers=False)
    assert np.isnan(found.ranks).tolist() == [False, True, False]
    assert found.ranks[0] == 1
    np.testing.assert_array_equal(found.reached(np.array([3, 3, 3])), [True, False, True])


def test_where_every_value_on_the_way_is_refused_the_engine_says_why(make: Make) -> None:
    held = make([[2.0], [1.0]], Method("m", normalisation=Step("categorical", {"points": {"1": 10, "2": 50}})))
    with pytest.raises(MethodError, match="a code that has no points"):
        levers(held, "B", Goal("rank", 1), bounds={"a": (0.0, 30.0)})
    assert levers_of_units(held, {"B": Goal("rank", 1)}, bounds={"a": (0.0, 30.0)}) == {}
    assert levers(held, "B", Goal("rank", 1)).ways[0].values == {"a": 2.0}


def test_points_that_several_paths_share_are_scored_once(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[tuple[int, bytes]] = []

    def recording(evaluation: Evaluation, rows: IntArray, points: FloatArray, *, tiers: bool) -> Standing:
        scored.extend((int(row), point.tobytes()) for row, point in zip(rows, points, strict=True))
        return standings(evaluation, rows, points, tiers=tiers)

    monkeypatch.setattr(lever_search, "standings", recording)
    held = make(np.round(np.random.default_rng(5).random((8, 4)) * 10, 1), TIERED)
    goals = {unit: Goal("rank", 2) for unit, rank in zip(held.units, held.ranks, strict=True) if rank > 2}
    assert all(found.ways for found in levers_of_units(held, goals).values())
    assert len(scored) == len(set(scored)) > 100
