"""Tests of the rule by which totals come from columns."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parkindex.audit.rule import find_rule

from .conftest import ranking


@pytest.mark.parametrize(
    ("rows", "totals", "weights", "name"),
    [
        ([[1, 2], [3, 4], [5, 6]], [3, 7, 11], None, "sum"),
        ([[1, 2], [3, 4], [5, 6]], [1.5, 3.5, 5.5], None, "mean"),
        ([[10, 20], [30, 50], [50, 90]], ["17.5", "45.0", "80.0"], [25, 75], "weighted_mean"),
        ([[10, 20], [30, 50], [50, 90]], ["35.0", "90.0", "160.0"], [0.5, 1.5], "weighted_sum"),
    ],
)
def test_the_rule_is_found_from_the_numbers(
    rows: list[list[float]], totals: list[float], weights: list[float] | None, name: str
) -> None:
    rule = find_rule(ranking(rows, totals, weights=weights))
    assert rule is not None
    assert (rule.name, rule.kept, rule.broken) == (name, (0, 1, 2), ())


def test_rows_that_break_the_rule_of_the_others_are_told() -> None:
    held = ranking([["1.1", "2.2"], ["3.3", "4.4"], ["5.5", "6.6"]], ["3.3", "7.9", "12.1"])
    rule = find_rule(held)
    assert rule is not None
    assert rule.broken == (1,)
    assert rule.expected(held, 1) == Fraction(77, 10)


def test_rounding_of_every_term_is_allowed_for_and_no_more() -> None:
    held = ranking([["1.1", "2.2"], ["3.3", "4.4"], ["1.0", "1.0"]], ["3.4", "7.7", "2.2"])
    rule = find_rule(held)
    assert rule is not None
    assert rule.slack == Fraction(15, 100)
    assert rule.broken == (2,)


def test_no_rule_is_claimed_where_none_reproduces_half_of_the_rows() -> None:
    assert find_rule(ranking([[1, 2], [3, 4], [5, 6]], [9, 1, 4])) is None
    assert find_rule(ranking([[1, 2], [3, 4]])) is None
    assert find_rule(ranking([[1, None], [None, 4]], [3, 7])) is None
