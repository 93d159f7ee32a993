"""Laws of the lattice family: a grid that is put in is found, a sound table is left alone."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.lattice import CHECKS
from parkindex.audit.outcome import Outcome
from parkindex.audit.running import outcomes_of

from .sound_tables import sound_tables, with_cells

MANY = settings(max_examples=60, deadline=None)


def outcomes(publication: Publication) -> list[Outcome]:
    return [outcome for check in CHECKS.values() for outcome in outcomes_of(check, publication)]


@MANY
@given(
    table=sound_tables(least_units=24),
    step=st.sampled_from(["0.91", "1.82", "0.65", "2.4"]),
    seed=st.integers(0, 1_000),
)
def test_a_grid_under_three_quarters_of_a_column_is_found(table: Publication, step: str, seed: int) -> None:
    random = np.random.default_rng(seed)
    units = len(table.ranking.units)
    rows = random.permutation(units)[: -(-3 * units // 4)]
    ladder = random.permutation(60)[: rows.size] if rows.size <= 60 else random.integers(0, 60, rows.size)
    changed = {(int(row), 0): Decimal(step) * (5 + int(rung)) for row, rung in zip(rows, ladder, strict=True)}
    found = [outcome for outcome in outcomes(with_cells(table, changed)) if outcome.subject == "c1"]
    assert [outcome.verdict for outcome in found] == ["fails"]
    assert Fraction(found[0].data["exact"]["step"]) % Fraction(step) == 0 or found[0].data["on"] >= rows.size
