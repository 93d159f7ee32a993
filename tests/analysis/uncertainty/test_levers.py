"""What a unit can change of its own to reach a rank or tier: every way is verified by scoring it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.levers import Goal, Levers, levers
from parkindex.engine import Method, Step, run
from parkindex.errors import MethodError, UsageError

if TYPE_CHECKING:
    from parkindex.edition import Edition

    from .conftest import Make

SCALED = Method("m", normalisation=Step("goalposts", {"low": 0.0, "high": 10.0}))
TIERED = replace(SCALED, tiers=Step("thresholds", {"at": (70.0, 40.0)}))


def verify(held: Evaluation, found: Levers) -> None:
    """Score every way from its values alone, and hold it to what it says."""
    row = held.units.index(found.unit)
    for way in found.ways:
        values = held.values.copy()
        for code, value in way.values.items():
            values[row, held.structure.index(code)] = value
        again = replace(held, values=values)
        assert again.scores[row] == pytest.approx(way.score)
        assert int(again.ranks[row]) == way.rank
        place = again.ranks[row] if found.goal.kind == "rank" else again.tiers[row]
        assert place <= found.goal.number
    assert [way.cost for way in found.ways] == sorted(way.cost for way in found.ways)


def test_the_cheapest_way_moves_what_counts_most_first(make: Make) -> None:
    """B is behind by four points of ``a`` alone, which is half of the range of the field."""
    held = make([[8.0, 8.0], [4.0, 8.0], [0.0, 0.0]], SCALED, weights=[3, 1])
    found = levers(held, "B", Goal("rank", 1))
    assert not found.reached
    verify(held, found)
    cheapest = found.ways[0]
    assert cheapest.values == {"a": pytest.approx(8.0)}
    assert cheapest.before == {"a": 4.0}
    assert cheapest.cost == pytest.approx(0.5)


def test_the_cheapest_way_is_as_cheap_as_brute_force_finds_it(make: Make) -> None:
    random = np.random.default_rng(3)
    for _ in range(4):
        values = np.round(random.random((6, 3)) * 10, 1)
        values[5], values[4] = 10, 0  # the ends of every scale, so that it does not move
        held = make(values, Method("m"), weights=[5, 3, 2])
        row = int(np.argsort(held.ranks)[3])
        found = levers(held, held.units[row], Goal("rank", 2))
        verify(held, found)
        rises = np.array(list(product(*(np.arange(0, 10.01 - own, 0.25) for own in values[row]))))
        stack = np.repeat(held.values[None], len(rises), axis=0)
        stack[:, row, held.structure.leaves] += rises
        ranks = run(stack, held.structure, held.direction, held.method).ranks[:, row]
        assert found.ways[0].cost <= (rises.sum(axis=1) / 10)[ranks <= 2].min() + 1e-9


def test_there_are_several_ways_and_the_cheapest_stands_first(make: Make) -> None:
    held = make([[8.0, 8.0, 8.0], [6.0, 6.0, 6.0], [0.0, 0.0, 0.0], [9.0, 9.0, 9.0]], TIERED, weights=[4, 3, 3])
    found = levers(held, "B", Goal("tier", 1))
    verify(held, found)
    assert len(found.ways) == 2  # the way that moves the fewest is the cheapest one too, and is not said twice
    assert all(way.tier == 1 for way in found.ways)
    assert any(len(way.values) == 3 for way in found.ways)


def test_a_lower_value_can_be_the_better_one(make: Make) -> None:
    held = make([[1.0, 5.0], [5.0, 5.0], [9.0, 1.0]], Method("m"), direction=[-1, 1])
    found = levers(held, "B", Goal("rank", 1))
    verify(held, found)
    assert found.ways[0].values["a"] == 1.0


def test_values_are_written_with_as_many_decimals_as_the_others(make: Make) -> None:
    held = make([[8.25, 8.0], [4.5, 8.0], [0.0, 0.0]], SCALED, weights=[3, 1])
    found = levers(held, "B", Goal("rank", 1))
    verify(held, found)
    assert all(value == round(value, 2) for way in found.ways for value in way.values.values())


def test_bounds_say_what_may_move_and_how_far(make: Make) -> None:
    held = make([[8.0, 8.0], [4.0, 4.0], [0.0, 0.0]], SCALED)
    assert levers(held, "B", Goal("rank", 1), bounds={"a": (0.0, 9.0)}).ways == ()
    found = levers(held, "B", Goal("rank", 1), bounds={"a": (0.0, 9.0), "b": (0.0, 9.0)})
    verify(held, found)
    assert found.ways
    assert all(value <= 9.0 for way in found.ways for value in way.values.values())
    with pytest.raises(MethodError, match="no such node"):
        levers(held, "B", Goal("rank", 1), bounds={"z": (0.0, 1.0)})


def test_where_all_bounds_together_do_not_reach_it_is_said_how_far_they_go(make: Make) -> None:
    held = make([[9.0, 9.0], [8.0, 8.0], [1.0, 1.0]], SCALED)
    found = levers(held, "C", Goal("rank", 1), bounds={"a": (0.0, 10.0)})
    assert (found.ways, found.reached, found.farthest) == ((), False, 3)


def test_who_is_there_needs_nothing(make: Make) -> None:
    found = levers(make([[9.0, 9.0], [8.0, 8.0]], SCALED), "A", Goal("rank", 2))
    assert (found.reached, found.ways, found.farthest) == (True, (), 1)


def test_goals_are_read_from_words() -> None:
    assert Goal.read("tier:1") == Goal("tier", 1)
    assert Goal.read("rank:12") == Goal("rank", 12)
    for words in ("tier", "rank:0", "place:3", "tier:one", "rank:-1"):
        with pytest.raises(UsageError, match="a goal is tier:1 or rank:3"):
            Goal.read(words)


def test_what_cannot_be_asked_is_refused(make: Make) -> None:
    held = make([[9.0, 9.0], [8.0, 8.0], [np.nan, np.nan]], SCALED)
    for unit, goal, said in (
        ("Z", Goal("rank", 1), "no unit has the code"),
        ("A", Goal("tier", 1), "has no tiers"),
        ("A", Goal("rank", 3), "ranks 1 to 2"),
        ("C", Goal("rank", 1), "C has no rank"),
    ):
        with pytest.raises(UsageError, match=said):
            levers(held, unit, goal)


@pytest.mark.parametrize("method", ["published", "sound"])
def test_parks_of_2019_get_levers_that_hold(report_2019: Edition, method: str) -> None:
    held = Evaluation.of(report_2019.result(method))
    for unit in held.units[::5]:
        rank = int(held.ranks[held.units.index(unit)])
        if rank > 1:
            found = levers(held, unit, Goal("rank", max(1, rank - 3)))
            verify(held, found)
            assert found.ways
