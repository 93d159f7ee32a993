from __future__ import annotations

import numpy as np
import pytest

from parkindex.analysis.uncertainty.counts import count_into, quantiles_of_counts


@pytest.mark.parametrize(("units", "values"), [(1, 1), (3, 5), (40, 3000), (2000, 40)])
def test_every_code_is_counted_for_its_unit(units: int, values: int) -> None:
    codes = np.random.default_rng(2).integers(0, values, (units, 300)).astype(np.uint16)
    counts = np.zeros((units, values), dtype=np.uint32)
    count_into(counts, codes)
    count_into(counts, codes[:, :10])
    for unit in (0, units // 2, units - 1):
        expected = np.bincount(codes[unit], minlength=values) + np.bincount(codes[unit, :10], minlength=values)
        np.testing.assert_array_equal(counts[unit], expected)


def test_quantiles_are_those_of_the_values_written_out() -> None:
    random = np.random.default_rng(3)
    drawn = random.integers(1, 12, (6, 199))
    counts = np.stack([np.bincount(row, minlength=13)[1:] for row in drawn])
    levels = np.array([0.0, 0.05, 0.25, 0.5, 0.95, 1.0])
    found = quantiles_of_counts(counts, levels, np.arange(1.0, 13.0))
    np.testing.assert_array_equal(found, np.quantile(drawn, levels, axis=1).T)


def test_a_unit_without_counts_has_no_quantile() -> None:
    found = quantiles_of_counts(np.array([[0, 0], [0, 3]]), np.array([0.5]), np.array([1.0, 2.0]))
    np.testing.assert_array_equal(found, [[np.nan], [2.0]])
