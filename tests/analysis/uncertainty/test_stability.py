"""Between which values a weight can lie while a result stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.analysis.uncertainty.stability import What, moved, stability
from parkindex.analysis.uncertainty.weight_space import weight_space
from parkindex.engine import Method, Step

if TYPE_CHECKING:
    from .conftest import Make

TIERED = Method("m", normalisation=Step("none"), tiers=Step("thresholds", {"at": (0.7, 0.45)}))


def test_one_share_moves_and_the_others_keep_their_proportions(make: Make) -> None:
    space = weight_space(make([[1.0, 2, 3], [3, 2, 1]], weights=[50, 30, 20]))
    found = moved(space, 0, np.array([0.0, 0.5, 0.75]))
    np.testing.assert_allclose(found, [[0, 0.6, 0.4], [0.5, 0.3, 0.2], [0.75, 0.15, 0.1]])


def test_two_children_have_a_closed_form(make: Make) -> None:
    """A = (1, 0) and B = (0, 2): B leads up to a share of two thirds for the first child."""
    first, second = stability(weight_space(make([[1.0, 0.0], [0.0, 2.0]])), "leader")
    assert (first.code, first.stated, first.exact) == ("a", 0.5, True)
    assert first.low == 0.0
    assert first.high == pytest.approx(2 / 3)
    assert second.low == pytest.approx(1 / 3)
    assert second.high == 1.0


@pytest.mark.parametrize("what", ["leader", "top", "ranking", "tiers"])
@pytest.mark.parametrize("aggregation", [Step("arithmetic"), Step("geometric")], ids=str)
def test_inside_nothing_changes_and_just_outside_something_does(make: Make, what: What, aggregation: Step) -> None:
    values = np.random.default_rng(2).random((7, 3)) + 0.05
    held = make(values, replace(TIERED, aggregation=aggregation), weights=[5, 3, 2])
    space = weight_space(held)

    def same(child: int, share: float) -> bool:
        ranks, tiers = space.standing(moved(space, child, np.array([share])))
        if what == "tiers":
            return bool((tiers[0] == held.tiers).all())
        best = {"leader": 1, "top": 3}.get(what)
        if best is None:
            return bool((ranks[0] == held.ranks).all())
        return bool(((ranks[0] <= best) == (held.ranks <= best)).all())

    for child, interval in enumerate(stability(space, what, top=3)):
        assert interval.low <= interval.stated <= interval.high
        for share in np.linspace(interval.low + 1e-7, interval.high - 1e-7, 25):
            assert same(child, float(share))
        assert interval.low == 0 or not same(child, interval.low - 1e-6)
        assert interval.high == 1 or not same(child, interval.high + 1e-6)


def test_followed_ends_are_where_the_exact_ones_are(make: Make) -> None:
    held = make(np.random.default_rng(5).random((7, 3)), TIERED)
    exact = stability(weight_space(held), "top")
    followed = stability(weight_space(replace(held, method=replace(TIERED, decimals=12))), "top")
    for one, other in zip(exact, followed, strict=True):
        assert one.exact
        assert not other.exact
        assert other.low == pytest.approx(one.low, abs=1e-6)
        assert other.high == pytest.approx(one.high, abs=1e-6)


def test_tiers_cut_by_all_scores_are_followed(make: Make) -> None:
    method = replace(TIERED, tiers=Step("natural_breaks", {"count": 2}))
    space = weight_space(make([[9.0, 8], [8, 9], [1, 2], [2, 0]], method))
    assert [(each.low, each.high, each.exact) for each in stability(space, "tiers")] == [(0, 1, False), (0, 1, False)]


def test_a_weight_that_is_everything_has_no_interval(make: Make) -> None:
    space = weight_space(make([[9.0, 8], [8, 9]], weights=[1, 0]))
    assert [each.code for each in stability(space, "leader")] == ["b"]
