"""What a unit can change of its own to reach a rank or tier: every way is verified by scoring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.levers import Goal, levers
from parkindex.engine import Method, Step
from parkindex.errors import UsageError

if TYPE_CHECKING:
    from .conftest import Make

METHOD = Method("m", normalisation=Step("min_max"))


def test_a_goal_is_read_from_words() -> None:
    assert Goal.read("tier:1") == Goal("tier", 1)
    assert Goal.read("rank:3") == Goal("rank", 3)
    with pytest.raises(UsageError):
        Goal.read("rank:0")


def test_every_way_reaches_the_goal_by_raising_values(make: Make) -> None:
    held = make(np.random.default_rng(1).random((8, 3)), METHOD)
    third = held.units[int(np.argwhere(held.ranks == 3)[0, 0])]
    found = levers(held, third, Goal("rank", 1))
    assert not found.reached  # not yet: the ways lead there
    assert found.ways
    for way in found.ways:
        assert way.rank == 1
        assert all(way.values[node] >= way.before[node] for node in way.values)
    assert [way.cost for way in found.ways] == sorted(way.cost for way in found.ways)
