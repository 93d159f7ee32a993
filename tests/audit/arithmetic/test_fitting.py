"""Tests of weights found from totals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from parkindex.audit.arithmetic.fitting import find_weights, fits, other_weights
from parkindex.audit.arithmetic.totals import row_totals
from parkindex.audit.rule import find_rule

from ..conftest import publication

WEIGHTS = (Decimal("0.3"), Decimal("0.35"), Decimal("0.35"))


def rows(seed: int, units: int) -> list[list[str]]:
    return [[f"{cell:.0f}" for cell in row] for row in np.random.default_rng(seed).uniform(45, 60, (units, 3))]


def weighted(cells: list[list[str]], weights: tuple[Decimal, ...] = WEIGHTS) -> list[str]:
    return [f"{sum(w * Decimal(cell) for w, cell in zip(weights, row, strict=True)):.0f}" for row in cells]


@pytest.mark.parametrize("seed", range(6))
def test_whole_numbers_leave_room_in_which_some_weights_are_found(seed: int) -> None:
    held = publication(rows(seed, 14), weighted(rows(seed, 14))).ranking
    found = find_weights(held)
    assert found is not None
    assert held.total is not None
    assert fits(held.columns, found[0], held.total, np.arange(14))


def test_totals_near_the_mean_under_other_weights_are_not_accused() -> None:
    cells = [[f"{cell:.1f}" for cell in row] for row in np.random.default_rng(3).uniform(50, 58, (40, 3))]
    totals = [f"{sum(w * Decimal(cell) for w, cell in zip(WEIGHTS, row, strict=True)):.1f}" for row in cells]
    held = publication(cells, totals)
    rule = find_rule(held.ranking)
    assert rule is not None
    assert len(rule.broken) >= 4
    assert other_weights(held.ranking) is not None
    (found,) = row_totals(held)
    assert found.verdict == "untestable"


def test_a_single_slip_is_no_other_rule() -> None:
    cells = rows(1, 14)
    totals = [str(sum(int(cell) for cell in row)) for row in cells]
    held = publication(cells, [*totals[:13], "999"])
    assert other_weights(held.ranking) is None


def test_too_few_rows_always_fit_and_say_nothing() -> None:
    cells = rows(2, 5)
    assert find_weights(publication(cells, weighted(cells)).ranking) is None
    assert find_weights(publication(cells, None).ranking) is None


def test_columns_that_repeat_each_other_have_no_weights_of_their_own() -> None:
    cells = [[str(k), str(2 * k), str(k * k)] for k in range(1, 12)]
    assert find_weights(publication(cells, weighted(cells)).ranking) is None
    apart = [[row[0], row[2]] for row in cells]
    found = find_weights(publication(apart, [f"{int(a) + 0.5 * int(b):.1f}" for a, b in apart]).ranking)
    assert found == ((Fraction(1), Fraction(1, 2)), 1)
