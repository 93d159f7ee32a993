"""Tests of columns that say the same twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit import Publication, audit
from parkindex.audit.double_counting.columns import correlated, subtotals

from ..conftest import publication
from ..evidence_cases import failing, of_2019, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.engine.arrays import FloatArray


def of(values: FloatArray) -> Publication:
    return publication([[f"{number:.2f}" for number in row] for row in values])


def drawn(units: int, columns: int, seed: int = 1) -> FloatArray:
    return np.random.default_rng(seed).uniform(5, 25, (units, columns))


def test_two_columns_that_rise_and_fall_together_are_told() -> None:
    values = drawn(30, 3)
    values[:, 2] = 40 - 0.5 * values[:, 0] + 0.05 * drawn(30, 1)[:, 0]
    (found,) = failing(correlated, of(values))
    assert (found.severity, found.subject, found.data["n"]) == ("minor", "c1/c3", 30)
    assert found.data["r"] < -0.99
    assert "此升彼降" in found.says.zh
    assert "run against each other" in found.says.en
    assert len(found.exhibits) == 10


def test_a_share_beside_its_amount_counts_nothing_where_no_total_is_printed() -> None:
    amounts = [round(float(number), 1) for number in drawn(12, 1)[:, 0]]
    rows = [[f"{amount:.1f}", f"{100 * amount / sum(amounts):.1f}"] for amount in amounts]
    found = [each for each in audit(publication(rows)).outcomes if each.check == "double-counting.correlated"]
    assert [each.verdict for each in found] == ["untestable"]
    assert found[0].says.en == "This cannot be tested: no totals are printed."


def test_a_strong_correlation_is_not_yet_the_same_and_few_units_prove_nothing() -> None:
    values = drawn(30, 3)
    values[:, 2] = values[:, 0] + 0.4 * drawn(30, 1, seed=2)[:, 0]
    (found,) = correlated(of(values))
    assert found.verdict == "holds"
    assert 0.8 < found.data["r"] < 0.99
    assert verdicts(correlated, of(np.array([[1.0, 2, 5], [2, 4, 1], [3, 6.01, 2]]))) == ["holds"]


def test_missing_numbers_and_constant_columns_are_left_out() -> None:
    rows: list[list[str | None]] = [["1", "2", "3"], ["2", None, "3"], ["3", "1", "3"], ["4", "5", "3"]]
    (found,) = correlated(publication(rows))
    assert (found.verdict, found.data["n"]) == ("holds", 3)
    assert verdicts(correlated, publication([["1", "3"], ["2", "3"], ["3", "3"]])) == ["untestable"]


def test_a_subtotal_that_is_added_with_its_terms_is_told() -> None:
    rows = [[f"{a:.1f}", f"{b:.1f}", f"{a + b:.1f}", f"{c:.1f}"] for a, b, c in np.round(drawn(6, 3), 1)]
    totals = [f"{sum(map(float, row)):.1f}" for row in rows]
    (found,) = failing(subtotals, publication(rows, totals))
    assert (found.severity, found.subject, found.data["terms"]) == ("major", "c3", ["c1", "c2"])


def test_a_subtotal_off_in_one_row_or_left_out_of_the_total_is_no_double_counting() -> None:
    rows = [[f"{a:.1f}", f"{b:.1f}", f"{a + b:.1f}", f"{c:.1f}"] for a, b, c in np.round(drawn(6, 3), 1)]
    terms = [f"{float(row[0]) + float(row[1]) + float(row[3]):.1f}" for row in rows]
    assert verdicts(subtotals, publication(rows, terms)) == ["untestable"]
    rows[3][2] = f"{float(rows[3][2]) + 1:.1f}"
    assert verdicts(subtotals, publication(rows, [f"{sum(map(float, row)):.1f}" for row in rows])) == ["holds"]


def test_columns_of_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    assert verdicts(correlated, held) == verdicts(subtotals, held) == ["holds"]
