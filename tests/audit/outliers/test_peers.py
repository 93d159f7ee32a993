"""Tests of numbers that stand apart in their column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outliers.peers import isolated_numbers

from ..conftest import publication
from .outlier_cases import added, in_line

if TYPE_CHECKING:
    pass


def test_a_decimal_point_is_told_and_a_long_tail_is_not() -> None:
    rows = in_line(60, 2)
    rows[10][0] *= 10
    told = [outcome for outcome in isolated_numbers(added(rows)) if outcome.verdict == "fails"]
    assert [outcome.data["units"] for outcome in told] == [["u11"]]
    assert float(rows[10][0] / 10) in [mend["number"] for mend in told[0].data["mends"]]
    tail = [[f"{number:.2f}"] for number in np.random.default_rng(2).lognormal(2, 1.5, 400)]
    assert [outcome.verdict for outcome in isolated_numbers(publication(tail))] == ["holds"]


def test_zeros_do_not_make_a_long_tail_an_outlier() -> None:
    drawn = np.random.default_rng(6).lognormal(1.5, 1.2, 80)
    numbers = [f"{0 if row % 3 == 0 else number:.2f}" for row, number in enumerate(drawn)]
    assert [outcome.verdict for outcome in isolated_numbers(publication([[number] for number in numbers]))] == ["holds"]
