"""Laws of the outliers family: a shifted decimal point or a number out of line is found, a sound table left alone."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.outcome import Outcome
from parkindex.audit.outliers import CHECKS
from parkindex.audit.running import outcomes_of

from .sound_tables import build

MANY = settings(max_examples=60, deadline=None)


def outcomes(publication: Publication) -> list[Outcome]:
    return [outcome for check in CHECKS.values() for outcome in outcomes_of(check, publication)]


@MANY
@given(seed=st.integers(0, 2**32 - 1), units=st.integers(14, 200), spread=st.floats(0.2, 2.0))
def test_heavy_tails_are_no_outliers(seed: int, units: int, spread: float) -> None:
    drawn = np.random.default_rng(seed).lognormal(2, spread, (units, 4))
    cells = [[Decimal(f"{number:.2f}") for number in row] for row in drawn]
    table = build(cells, [Decimal(25)] * 4, ["p"] * units, "sum")
    assert [outcome.says.en for outcome in outcomes(table) if outcome.verdict == "fails"] == []


@MANY
@given(seed=st.integers(0, 2**32 - 1), units=st.integers(40, 120))
def test_a_shifted_decimal_point_is_found_and_mended(seed: int, units: int) -> None:
    drawn = np.random.default_rng(seed).normal(50, 5, (units, 4)).clip(35, 65)
    cells = [[Decimal(f"{number:.2f}") for number in row] for row in drawn]
    middle = int(np.argsort(drawn[:, 1])[units // 2])
    cells[middle][1] *= 10
    found = [
        outcome
        for outcome in outcomes(build(cells, [Decimal(25)] * 4, ["p"] * units, "sum"))
        if outcome.verdict == "fails" and outcome.data["column"] == "c2"
    ]
    assert found
    assert float(cells[middle][1] / 10) in [mend["number"] for mend in found[0].data["mends"]]


@MANY
@given(seed=st.integers(0, 2**32 - 1), units=st.integers(40, 120))
def test_a_number_out_of_line_with_its_row_is_found(seed: int, units: int) -> None:
    random = np.random.default_rng(seed)
    drawn = 50 + 10 * random.normal(size=(units, 1)).clip(-2, 2) + random.normal(size=(units, 4))
    lowest = int(np.argmin(drawn.sum(axis=1)))
    drawn[lowest, 2] = drawn[:, 2].max() + 0.5
    cells = [[Decimal(f"{number:.2f}") for number in row] for row in drawn]
    found = [
        outcome
        for outcome in outcomes(build(cells, [Decimal(25)] * 4, ["p"] * units, "sum"))
        if outcome.verdict == "fails" and outcome.data["column"] == "c3"
    ]
    assert [outcome.exhibits[0].printed for outcome in found] == [f"{drawn[lowest, 2]:.2f}"]
