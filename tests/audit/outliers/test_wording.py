"""Tests of the sentence on a mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.outliers.peers import isolated_numbers

from ..conftest import publication
from .outlier_cases import in_line

if TYPE_CHECKING:
    pass


def test_a_table_without_totals_is_told_without_what_would_follow() -> None:
    rows = in_line(60, 2)
    rows[10][0] *= 10
    told = [outcome for outcome in isolated_numbers(publication(rows)) if outcome.verdict == "fails"]
    assert [outcome.data["mends"][0]["total"] for outcome in told] == [None]
    assert told[0].says.en.endswith(".")
    assert "if it is a slip" in told[0].says.en.lower()
