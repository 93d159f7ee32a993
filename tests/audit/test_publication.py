"""Tests of printed columns and rankings."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from .conftest import column, publication, ranking


def test_a_column_knows_its_last_place_and_prints_as_it_was_printed() -> None:
    held = column("a", ["1.50", "2.2", None])
    assert (held.decimals, held.unit_of_last_place) == (2, Decimal("0.01"))
    assert [held.printed(row) for row in range(3)] == ["1.50", "2.20", ""]
    assert held.present == (0, 1)
    np.testing.assert_array_equal(held.values, [1.5, 2.2, np.nan])


def test_weights_count_only_when_all_are_stated() -> None:
    assert ranking([[1, 2]], weights=[25, 75]).weights == (Decimal(25), Decimal(75))
    assert ranking([[1, 2]], weights=[25, None]).weights == ()


def test_the_totals_stand_behind_the_columns_where_there_are_any() -> None:
    assert [held.code for held in ranking([[1, 2]], [3]).all_columns] == ["c1", "c2", "total"]
    assert [held.code for held in ranking([[1, 2]]).all_columns] == ["c1", "c2"]


def test_totals_that_a_check_needs_are_there() -> None:
    assert ranking([[1, 2]], [3]).printed_total.cells == (Decimal(3),)
    with pytest.raises(ValueError, match="without any"):
        _ = ranking([[1, 2]]).printed_total


def test_of_a_bare_table_no_uncertainty_is_known() -> None:
    assert publication([[1, 2]]).uncertainty() is None


def test_cells_are_found_by_codes() -> None:
    held = ranking([[1, 2], [3, 4]], [3, 7], ranks=(2, 1))
    assert held.column("total").printed(1) == "7"
    assert held.cell(1, held.columns[0]).column == "c1"
    assert held.rank_cell(0).printed == "2"
    with pytest.raises(KeyError):
        held.row("z")
