"""Tests of numbers against their unit's other columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.outliers.columns import against_other_columns

from .outlier_cases import added, in_line

if TYPE_CHECKING:
    pass


def test_a_number_out_of_line_is_told_with_what_would_mend_it() -> None:
    rows = in_line()
    middling = min(range(60), key=lambda row: abs(rows[row][2] - 43))
    rows[middling][2] += 20
    (found,) = against_other_columns(added(rows))
    assert (found.verdict, found.severity) == ("fails", "minor")
    assert found.subject == f"c3.u{middling + 1}"
    assert found.exhibits[0].printed == str(rows[middling][2])
    assert float(rows[middling][2] - 20) in [mend["number"] for mend in found.data["mends"]]
    assert found.data["total_includes_the_number"] is True
    assert "若为笔误，改一位数字即得" in found.says.zh


def test_a_number_in_line_is_a_near_miss_that_names_the_furthest() -> None:
    rows = in_line()
    rows[5][2] += 3
    (found,) = against_other_columns(added(rows))
    assert found.verdict == "holds"
    assert found.data["p"] > 0.0005
