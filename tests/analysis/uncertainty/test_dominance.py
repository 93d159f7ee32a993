"""Who is ahead of whom whatever the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from parkindex.analysis.uncertainty.dominance import dominance, least
from parkindex.analysis.uncertainty.weight_space import weight_space
from parkindex.engine import Method, Step
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from .conftest import Make


def plain(aggregation: Step) -> Method:
    return Method("m", normalisation=Step("none"), aggregation=aggregation)


def test_who_is_better_in_everything_is_ahead_whatever_the_weights(make: Make) -> None:
    found = dominance(weight_space(make([[3.0, 3.0], [2.0, 1.0], [1.0, 2.0], [1.0, 1.0]])))
    assert found.pairs() == (("A", "B"), ("A", "C"), ("A", "D"), ("B", "D"), ("C", "D"))
    assert found.best.tolist() == [1, 2, 2, 4]
    assert found.worst.tolist() == [1, 3, 3, 4]


def test_equals_are_not_ahead_of_each_other(make: Make) -> None:
    assert dominance(weight_space(make([[1.0, 2.0], [1.0, 2.0], [0.0, 1.0]]))).pairs() == (("A", "C"), ("B", "C"))


@pytest.mark.parametrize("within", [None, 0.1, 0.4])
@pytest.mark.parametrize("aggregation", [Step("arithmetic"), Step("geometric"), Step("harmonic")], ids=str)
def test_no_weighting_drawn_contradicts_it(make: Make, within: float | None, aggregation: Step) -> None:
    random = np.random.default_rng(4)
    space = weight_space(make(random.random((8, 3)) + 0.1, plain(aggregation), weights=[5, 3, 2]))
    found = dominance(space, within=within)
    drawn = random.dirichlet(np.ones(3), 4000)
    if within is not None:
        inside = (np.abs(drawn - space.shares) <= within * space.shares + 1e-12).all(axis=1)
        drawn = np.concatenate([drawn[inside], space.shares[None]])
    scores, (ranks, _) = space.scores(drawn), space.standing(drawn)
    for a, b in np.argwhere(found.ahead):
        assert (scores[:, a] >= scores[:, b] - 1e-12).all()
    assert (ranks >= found.best).all()
    assert (ranks <= found.worst).all()


def test_narrower_weights_leave_more_pairs_decided(make: Make) -> None:
    space = weight_space(make(np.random.default_rng(4).random((8, 3))))
    counts = [len(dominance(space, within=within).pairs()) for within in (None, 0.5, 0.1, 0.0)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] == 28


def test_the_least_of_a_lead_is_the_optimum_of_the_linear_programme() -> None:
    from scipy.optimize import linprog

    random = np.random.default_rng(6)
    low, high = np.array([0.1, 0.2, 0.0, 0.1]), np.array([0.4, 0.5, 0.6, 0.3])
    leads = random.normal(size=(30, 4))
    bounds = list(zip(low, high, strict=True))
    solve: Any = linprog  # its published types refuse bounds of pairs
    for lead in leads:
        optimum = solve(lead, A_eq=np.ones((1, 4)), b_eq=[1.0], bounds=bounds).fun
        assert float(least(lead, low, high)) == pytest.approx(optimum, abs=1e-9)


def test_without_a_straight_line_it_is_refused(make: Make) -> None:
    space = weight_space(make([[1.0, 2.0], [2.0, 1.0]], plain(Step("topsis"))))
    with pytest.raises(MethodError, match="one mean of the children"):
        dominance(space)
