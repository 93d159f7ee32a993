"""Whether children belong together: against numbers by hand, and a reason where a measure cannot be had."""

from __future__ import annotations

import math

import numpy as np
import pytest

from parkindex.analysis.coherence import cohere
from parkindex.index import Result

from .structure_cases import COLUMNS, scored


def noisy() -> Result:
    random = np.random.default_rng(3)
    common = random.normal(size=8)
    return scored({code: (common + random.normal(scale=0.7, size=8)).tolist() for code in "abcd"})


def test_alpha_is_cronbachs() -> None:
    result = noisy()
    (people,) = cohere(result, node="people")
    scores = np.stack([result.column(code) for code in "abc"], axis=-1)
    covariance = np.cov(scores, rowvar=False)
    assert people.alpha == pytest.approx(3 / 2 * (1 - np.trace(covariance) / covariance.sum()))
    eigenvalues = np.sort(np.linalg.eigvalsh(np.corrcoef(scores, rowvar=False)))[::-1]
    assert people.explained == pytest.approx(tuple(eigenvalues / 3))
    assert people.strong == np.count_nonzero(eigenvalues > 1)
    assert 0 < people.adequacy < 1
    assert people.because == ()


def test_only_nodes_with_several_children_are_looked_at() -> None:
    assert [(each.node, each.children) for each in cohere(noisy())] == [
        ("index", ("people", "money")),
        ("people", ("a", "b", "c")),
    ]


def test_few_units_and_opposed_children_are_said() -> None:
    (people,) = cohere(scored(), node="people")
    assert people.n == 8
    assert people.flags == ("few units", "opposed")
    assert people.loadings["a"] * people.loadings["c"] < 0


def test_a_measure_that_cannot_be_had_gives_its_reason() -> None:
    (people,) = cohere(scored(), node="people")
    assert math.isnan(people.adequacy)
    assert people.because == ("some indicators determine another wholly",)
    (empty,) = cohere(
        scored({**COLUMNS, "b": (1.0, *[math.nan] * 6, 2.0), "c": (math.nan, *COLUMNS["c"][1:])}), node="people"
    )
    assert empty.n == 1
    assert empty.explained == ()
    assert set(empty.loadings) == {"a", "b", "c"}
    assert empty.because == ("fewer than three units have all children",)
