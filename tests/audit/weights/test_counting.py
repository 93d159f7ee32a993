"""Tests of what columns count for beside their stated weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit.weights.counting import count_columns, effective, reversed_pair, shares_of

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Publication
    from parkindex.edition import Edition


def table(spreads: list[float], weights: list[int], middles: list[float]) -> Publication:
    """Return a table of added points, of columns that do not go along with each other."""
    waves = [np.cos(np.pi * (k + 1) * (np.arange(24) + 0.5) / 24) for k in range(len(spreads))]
    points = [middle + spread * wave for middle, spread, wave in zip(middles, spreads, waves, strict=True)]
    values = np.column_stack(points).round(2)
    rows = [[f"{cell:.2f}" for cell in row] for row in values]
    return publication(rows, [f"{total:.2f}" for total in values.sum(axis=1)], weights=weights)


def test_shares_of_the_variance_are_told_and_sum_to_one() -> None:
    (found,) = effective(table([10, 10, 5], [40, 40, 20], [25, 25, 12]))
    assert found.verdict == "holds"
    shares = list(found.data["variance"].values())
    assert shares == pytest.approx([4 / 9, 4 / 9, 1 / 9], abs=0.002)
    assert found.says.zh.startswith("各列占总分方差的份额（n = 24）：列c144%（权重40%）")


def test_a_heavy_column_without_spread_is_told() -> None:
    (found,) = effective(table([0.5, 10, 5], [40, 40, 20], [25, 25, 12]))
    assert (found.verdict, found.severity, found.subject) == ("fails", "minor", "c1")
    assert [exhibit.printed for exhibit in found.exhibits] == ["40"]
    assert "标准差只有0.36" in found.says.zh


def test_a_reversal_is_told_only_where_scores_exceed_their_weights() -> None:
    within = table([6, 9, 3], [60, 20, 20], [40, 10, 12])
    counts = count_columns(within.ranking)
    assert counts is not None
    assert reversed_pair(counts) == (0, 1)
    (found,) = effective(within)
    assert found.verdict == "holds"
    (found,) = effective(table([6, 9, 3], [60, 20, 20], [40, 14, 12]))
    assert (found.verdict, found.subject, found.data["lighter"]) == ("fails", "c1", "c2")
    assert "（相关系数的平方，n = 24）" in found.says.zh


def test_few_units_or_a_constant_column_say_nothing() -> None:
    (found,) = effective(publication([[1, 2], [3, 4], [6, 6]], [3, 7, 12], weights=[50, 50]))
    assert found.verdict == "untestable"
    assert count_columns(table([0, 10], [50, 50], [25, 25]).ranking) is None


def test_2019_operation_counts_less_than_capital(report_2019: Edition) -> None:
    (found,) = (outcome for outcome in report_2019.audit().outcomes if outcome.check == "weights.effective")
    assert (found.verdict, found.data["heavier"], found.data["lighter"]) == ("fails", "operation", "capital")
    assert found.data["linear"]["operation"] == pytest.approx(0.4708, abs=1e-4)
    assert found.data["linear"]["capital"] == pytest.approx(0.6262, abs=1e-4)
    assert found.data["points"]["operation"] == pytest.approx(579.4 / 1865.55, abs=1e-4)


def test_shares_need_three_units_and_weights_and_a_sum() -> None:
    held = shares_of(publication([[1, 4], [2, 8], [3, 6]], [5, 10, 9], weights=[20, 80]).ranking)
    assert held is not None
    assert (held.n, held.nominal.tolist()) == (3, [0.2, 0.8])
    np.testing.assert_allclose(held.points, [6 / 24, 18 / 24])
    np.testing.assert_allclose(held.variance, [2 / 7, 5 / 7])
    assert shares_of(publication([[1, 4], [2, 8]], [5, 10], weights=[20, 80]).ranking) is None
    assert shares_of(publication([[1, 4], [2, 8], [3, 6]], [5, 10, 9]).ranking) is None
    assert shares_of(publication([[1, 4], [2, 8], [3, 6]], [70, 20, 50], weights=[20, 80]).ranking) is None
