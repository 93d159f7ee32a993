"""Correlations with siblings, parents and the index, against SciPy; what is flagged, and from which size on."""

from __future__ import annotations

import math

import pytest
from scipy import stats

from parkindex.analysis.correlations import correlate, families, least_told_from_none
from parkindex.errors import UsageError

from .structure_cases import COLUMNS, scored

RELATIONS = [
    ("sibling", "people", "money"), ("sibling", "a", "b"), ("sibling", "a", "c"), ("sibling", "b", "c"),
    ("parent", "people", "index"), ("parent", "money", "index"),
    ("parent", "a", "people"), ("parent", "b", "people"), ("parent", "c", "people"),
    ("index", "a", "index"), ("index", "b", "index"), ("index", "c", "index"), ("index", "d", "index"),
]  # fmt: skip


def test_every_pair_once_and_no_only_child_with_its_parent() -> None:
    assert [(pair.relation, pair.node, pair.other) for pair in correlate(scored())] == RELATIONS
    assert families(scored()) == {"index": ("people", "money"), "people": ("a", "b", "c"), "money": ("d",)}


@pytest.mark.parametrize(
    ("coefficient", "measure"),
    [("pearson", stats.pearsonr), ("spearman", stats.spearmanr), ("kendall", stats.kendalltau)],
)
def test_coefficients_and_p_values_are_those_of_scipy(coefficient: str, measure: object) -> None:
    pairs = correlate(scored(), coefficient=coefficient, node="people")  # type: ignore[arg-type]
    first = next(pair for pair in pairs if (pair.node, pair.other) == ("a", "b"))
    expected = measure(COLUMNS["a"], COLUMNS["b"])  # type: ignore[operator]
    assert first.coefficient == pytest.approx(expected.statistic)
    assert first.p_value == pytest.approx(expected.pvalue)
    assert first.n == 8


def test_pairs_that_deserve_a_look_are_flagged() -> None:
    flags = {(pair.node, pair.other): pair.flags for pair in correlate(scored())}
    assert flags["a", "c"] == ("negative",)
    # a and c are exactly opposed, so their mean is constant, and the pillar is b
    assert flags["b", "people"] == ("redundant",)
    assert flags["a", "b"] == ()


def test_gaps_count_in_n_and_too_few_units_give_nothing() -> None:
    gaps = {**COLUMNS, "b": (2.0, 1.0) + (math.nan,) * 6}
    first = next(pair for pair in correlate(scored(gaps)) if (pair.node, pair.other) == ("a", "b"))
    assert first.n == 2
    assert math.isnan(first.coefficient)
    assert first.flags == ()


def test_an_unknown_node_is_refused() -> None:
    with pytest.raises(UsageError, match="peple"):
        correlate(scored(), node="peple")


def test_the_least_size_is_where_the_p_value_is_five_per_cent() -> None:
    # the published critical value of r for 20 degrees of freedom
    assert least_told_from_none(22) == pytest.approx(0.423, abs=5e-4)
    assert least_told_from_none(10) == pytest.approx(0.632, abs=5e-4)
    assert math.isnan(least_told_from_none(2))
