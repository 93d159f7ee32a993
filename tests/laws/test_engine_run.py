"""Laws of whole runs: with any registered method, a stack is each draw alone, and order does not matter."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from parkindex.engine import METHODS, Method, Scores, Step, Structure, run
from parkindex.engine.arrays import FloatArray

from .engine_cases import CHILDREN, PANEL, SEEDS, UNITS, parameters, shuffled, values_with_gaps

TREE = Structure.of(
    {"r": None, "p": "r", "a": "p", "b": "p", "c": "p", "d": "p", "q": "r", "e": "q", "f": "q", "g": "q", "h": "q"},
    {"p": 1, "q": 3, "a": 4, "b": 3, "c": 2, "d": 1},
)
EVERY = [(step, name) for step, methods in METHODS.items() for name in sorted(set(methods) - PANEL)]
FEW = settings(max_examples=6, deadline=None)
LEAVES = 2 * CHILDREN


def chosen(step: str, name: str) -> Method:
    """A method that differs from a plain one in a single step, at the two pillars in the case of weights and means."""
    base = Method("m", imputation=Step("median"), normalisation=Step("min_max", {"to": (1.0, 100.0)}))
    own: dict[str, Any] = dict(parameters(step, name))
    if step == "denomination" and name == "ratio":
        own["by"] = np.tile(own["by"], 2)
    if step in {"weighting", "aggregation"}:
        plain = base.step(step)
        made = Step(plain.name, plain.parameters, {"p": Step(name, own), "q": Step(name, own)})
    else:
        made = Step(name, own)
    changes: dict[str, Any] = {step: made}
    return dataclasses.replace(base, **changes)


def spread(x: FloatArray) -> FloatArray:
    """Break up columns that determine one another, and make the first unit the best, so that it can be a reference."""
    held = np.full((UNITS, len(TREE)), np.nan)
    held[:, TREE.leaves] = np.round(x + np.random.default_rng(3).random(x.shape), 3)
    held[0, TREE.leaves] = 201 + np.arange(LEAVES) / 7
    return held


def direction() -> FloatArray:
    return np.ones(len(TREE))


@pytest.mark.parametrize(("step", "name"), [pair for pair in EVERY if pair != ("normalisation", "categorical")])
@FEW
@given(x=values_with_gaps(children=LEAVES), y=values_with_gaps(children=LEAVES))
def test_a_stack_is_each_draw_alone_to_the_bit(step: str, name: str, x: FloatArray, y: FloatArray) -> None:
    first, second = spread(x), spread(y)
    method = chosen(step, name)
    together = run(np.stack([first, second]), TREE, direction(), method)
    for draw, held in enumerate((first, second)):
        alone = run(held, TREE, direction(), method)
        for field in ("scores", "ranks", "tiers", "normalised", "imputed", "treated", "clipped", "screened"):
            both = getattr(together, field)[draw], getattr(alone, field)
            np.testing.assert_array_equal(*both, err_msg=field)


@FEW
@given(x=values_with_gaps(children=LEAVES), seed=SEEDS)
def test_the_order_of_units_does_not_matter(x: FloatArray, seed: int) -> None:
    held, order = spread(x), shuffled(seed, UNITS)
    method = Method("m", imputation=Step("mean"), treatment=Step("winsorise"), aggregation=Step("arithmetic"))
    expected, found = run(held, TREE, direction(), method), run(held[order], TREE, direction(), method)
    np.testing.assert_allclose(found.scores, expected.scores[order], rtol=1e-9)
    np.testing.assert_array_equal(found.imputed, expected.imputed[order])


@FEW
@given(x=values_with_gaps(children=LEAVES))
def test_the_order_of_siblings_does_not_matter(x: FloatArray) -> None:
    held = spread(x)
    weights = {code: TREE.weight[k] for k, code in enumerate(TREE.codes) if not np.isnan(TREE.weight[k])}
    turned = Structure.of(
        {code: None if k == 0 else TREE.codes[TREE.parent[k]] for k, code in reversed(list(enumerate(TREE.codes)))},
        weights,
    )
    places = [TREE.index(code) for code in turned.codes]
    method = Method("m", imputation=Step("mean"))
    expected: Scores = run(held, TREE, direction(), method)
    found = run(held[:, places], turned, direction(), method)
    np.testing.assert_allclose(found.scores, expected.scores[:, places], rtol=1e-9)


@FEW
@given(x=values_with_gaps(children=LEAVES))
def test_scores_of_means_lie_within_the_scale_and_weights_are_shares(x: FloatArray) -> None:
    scores = run(spread(x), TREE, direction(), Method("m", normalisation=Step("min_max", {"to": (1.0, 100.0)})))
    assert np.nanmin(scores.scores) >= 1 - 1e-9
    assert np.nanmax(scores.scores) <= 100 + 1e-9
    for node in TREE.bottom_up:
        assert scores.weight[TREE.children(node)].sum() == pytest.approx(1)
