"""Tests of whole steps inside places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.levels.steps import whole_steps

from ..conftest import publication
from .level_cases import by_letter, drawn, levelled

if TYPE_CHECKING:
    pass


def test_whole_steps_are_told_with_the_pairs_and_the_units_own_columns_left_out() -> None:
    rows = [[f"{20.13 + 7.31 * (row % 4) + row // 4:.2f}", *rest] for row, rest in enumerate(drawn(16, 2))]
    held = publication(rows, places=by_letter(16, 4))
    (found,) = whole_steps(held)
    assert (found.verdict, found.data["steps"] >= 12) == ("holds", True)
    assert "whole points" in found.says.en
    assert found.data["found"][0]["column"] == "c1"
    (other,) = whole_steps(levelled(held, c1="park"))
    assert (other.verdict, "found" in other.data) == ("holds", False)
