"""Laws that hold for every registered method of every step: defaults suffice, stacks equal draws, gaps stay gaps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings

from parkindex.engine import METHODS
from parkindex.engine.arrays import FloatArray
from parkindex.engine.parameters import check_parameters
from parkindex.engine.parameters import parameters as known
from parkindex.errors import MethodError

from .engine_cases import (
    CHILDREN,
    DIRECTIONS,
    PANEL,
    SEEDS,
    UNITS,
    complete_values,
    parameters,
    shuffled,
    values_with_gaps,
    weights,
)

EVERY = [(step, name) for step, methods in METHODS.items() for name in methods]
NAMES = {step: sorted(methods) for step, methods in METHODS.items()}
# weightings that do not look at the scores
BLIND = {"given", "equal", "budget_allocation", "analytic_hierarchy", "best_worst"}
FEW = settings(max_examples=12, deadline=None)


@pytest.mark.parametrize(("step", "name"), EVERY)
def test_required_parameters_are_the_only_ones_a_case_must_state(step: str, name: str) -> None:
    stated = parameters(step, name)
    assert check_parameters("case", METHODS[step][name], stated) == []
    assert {one.name for one in known(METHODS[step][name]) if one.required} <= set(stated)


@pytest.mark.parametrize(("step", "name"), EVERY)
def test_every_method_says_what_it_does(step: str, name: str) -> None:
    text = METHODS[step][name].__doc__ or ""
    assert text.strip().endswith(".") or "\n" in text
    assert len(text.splitlines()[0]) > 15


def members() -> np.ndarray:
    return np.vstack([np.ones(CHILDREN), np.eye(CHILDREN)]).astype(bool)


@pytest.mark.parametrize("name", [name for name in NAMES["imputation"] if name not in PANEL])
@FEW
@given(x=values_with_gaps(), y=values_with_gaps())
def test_imputation_keeps_what_is_present_and_marks_the_rest(name: str, x: FloatArray, y: FloatArray) -> None:
    method, stated = METHODS["imputation"][name], parameters("imputation", name)
    completed, mask = method(np.stack([x, y]), **stated)
    present = ~np.isnan(x)
    np.testing.assert_array_equal(completed[0][present], x[present])
    np.testing.assert_array_equal(mask[0], np.isnan(x) & ~np.isnan(completed[0]))
    alone, marks = method(x, **stated)
    np.testing.assert_array_equal(completed[0], alone)
    np.testing.assert_array_equal(mask[0], marks)


@pytest.mark.parametrize("name", ["mean", "median", "group_mean", "group_median", "nearest_neighbours"])
@FEW
@given(x=values_with_gaps())
def test_imputation_stays_within_the_values_present(name: str, x: FloatArray) -> None:
    completed, _ = METHODS["imputation"][name](x, **parameters("imputation", name))
    low, high = np.nanmin(x, axis=0), np.nanmax(x, axis=0)
    filled = ~np.isnan(completed)
    assert (completed >= low - 1e-9)[filled].all()
    assert (completed <= high + 1e-9)[filled].all()


@pytest.mark.parametrize("name", sorted(PANEL))
@FEW
@given(x=values_with_gaps(), y=values_with_gaps(), z=values_with_gaps())
def test_panel_imputation_takes_each_unit_from_itself(name: str, x: FloatArray, y: FloatArray, z: FloatArray) -> None:
    panel = np.stack([x, y, z])
    completed, mask = METHODS["imputation"][name](panel)
    np.testing.assert_array_equal(completed[~np.isnan(panel)], panel[~np.isnan(panel)])
    low, high = np.fmin.reduce(panel, axis=0), np.fmax.reduce(panel, axis=0)
    assert ((completed >= low - 1e-9) & (completed <= high + 1e-9) | np.isnan(completed)).all()
    assert not (mask & ~np.isnan(panel)).any()
    stacked, _ = METHODS["imputation"][name](np.stack([panel, panel[::-1]]))
    np.testing.assert_array_equal(stacked[0], completed)


@pytest.mark.parametrize("name", NAMES["treatment"])
@FEW
@given(x=values_with_gaps(), y=values_with_gaps())
def test_treatment_keeps_the_order_and_the_gaps(name: str, x: FloatArray, y: FloatArray) -> None:
    x, y = x + 1, y + 1
    method, stated = METHODS["treatment"][name], parameters("treatment", name)
    treated, mask = method(np.stack([x, y]), **stated)
    np.testing.assert_array_equal(np.isnan(treated[0]), np.isnan(x))
    for column in range(CHILDREN):
        order = np.argsort(x[:, column], kind="stable")
        along = treated[0][order, column]
        along = along[~np.isnan(along)]
        assert (np.diff(along) >= -1e-9 * np.abs(along).max()).all()
    np.testing.assert_array_equal(mask[0], (treated[0] != x) & ~np.isnan(x))
    np.testing.assert_array_equal(method(x, **stated)[0], treated[0])


@pytest.mark.parametrize("name", NAMES["screening"])
@FEW
@given(x=values_with_gaps(), y=values_with_gaps(), seed=SEEDS)
def test_screening_is_blind_to_order(name: str, x: FloatArray, y: FloatArray, seed: int) -> None:
    method, stated = METHODS["screening"][name], parameters("screening", name)
    dropped = method(np.stack([x, y]), members(), **stated)
    np.testing.assert_array_equal(dropped[0], method(x, members(), **stated))
    order = shuffled(seed, UNITS)
    np.testing.assert_array_equal(method(x[order], members(), **stated), dropped[0][order])


@pytest.mark.parametrize("name", NAMES["denomination"])
@FEW
@given(x=values_with_gaps(), y=values_with_gaps())
def test_denomination_keeps_gaps_and_stacks(name: str, x: FloatArray, y: FloatArray) -> None:
    method, stated = METHODS["denomination"][name], parameters("denomination", name)
    divided = method(np.stack([x, y]), **stated)
    np.testing.assert_array_equal(np.isnan(divided[0]), np.isnan(x))
    np.testing.assert_array_equal(divided[0], method(x, **stated))


@pytest.mark.parametrize("name", NAMES["tiers"])
@FEW
@given(x=complete_values(children=2), seed=SEEDS)
def test_tiers_follow_the_scores(name: str, x: FloatArray, seed: int) -> None:
    method, stated = METHODS["tiers"][name], parameters("tiers", name)
    scores = np.ascontiguousarray(x.T)
    tiers = method(scores, **stated)
    np.testing.assert_array_equal(method(scores[0], **stated), tiers[0])
    order = shuffled(seed, UNITS)
    np.testing.assert_array_equal(method(scores[0][order], **stated), tiers[0][order])
    if name != "none":
        falling = np.argsort(-scores[0], kind="stable")
        assert (np.diff(tiers[0][falling]) >= 0).all()
        assert tiers[0].min() >= 1
        gaps = scores[0].copy()
        gaps[0] = np.nan
        assume(len(np.unique(gaps[1:])) > 1)
        assert np.isnan(method(gaps, **stated)).tolist() == np.isnan(gaps).tolist()


@pytest.mark.parametrize("name", NAMES["ranking"])
@FEW
@given(x=values_with_gaps(children=2), seed=SEEDS)
def test_ranks_follow_the_scores(name: str, x: FloatArray, seed: int) -> None:
    method, stated = METHODS["ranking"][name], parameters("ranking", name)
    scores = np.ascontiguousarray(x.T)
    ranks = method(scores, **stated)
    np.testing.assert_array_equal(method(scores[0], **stated), ranks[0])
    np.testing.assert_array_equal(np.isnan(ranks), np.isnan(scores))
    assert np.nanmin(ranks) == 1
    if name == "rank":
        order = shuffled(seed, UNITS)
        np.testing.assert_array_equal(method(scores[0][order]), ranks[0][order])
        np.testing.assert_array_equal(method(scores[0] * 3 + 5), ranks[0])


@pytest.mark.parametrize(("step", "name"), [pair for pair in EVERY if pair[1] not in BLIND])
def test_infinity_is_refused_everywhere(step: str, name: str) -> None:
    x = np.arange(1.0, 1 + UNITS * CHILDREN).reshape(UNITS, CHILDREN) ** 1.1
    x[2, 1] = np.inf
    arrays: dict[str, tuple[object, ...]] = {
        "screening": (x, members()),
        "normalisation": (x, np.ones(CHILDREN)),
        "weighting": (x, np.ones(CHILDREN)),
        "aggregation": (x, np.ones(CHILDREN)),
        "ranking": (x[:, 1],),
        "tiers": (x[:, 1],),
    }
    with pytest.raises(MethodError, match="infinity"):
        METHODS[step][name](*arrays.get(step, (x,)), **parameters(step, name))


@FEW
@given(x=complete_values(), direction=DIRECTIONS, weight=weights())
def test_cases_are_what_they_claim(x: FloatArray, direction: np.ndarray, weight: FloatArray) -> None:
    assert (x.min(axis=0) < x.max(axis=0)).all()
    assert (x > 0).all()
    assert set(direction) <= {-1, 1}
    assert (weight > 0).all()
