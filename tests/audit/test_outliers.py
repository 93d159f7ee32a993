"""Tests of outliers: in a column, against a unit's other columns, against the text; and of what would mend them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.audit.of_edition import publication_of
from parkindex.audit.outliers.columns import against_other_columns
from parkindex.audit.outliers.distances import gaps, normal_scores, residuals
from parkindex.audit.outliers.mends import mends, slips, standing
from parkindex.audit.outliers.peers import isolated_numbers

from .conftest import publication, ranking

if TYPE_CHECKING:
    from parkindex.audit import Publication
    from parkindex.edition import Edition


def in_line(units: int = 60, columns: int = 4, seed: int = 0) -> list[list[Decimal]]:
    """Return rows of numbers around a common strength of each unit."""
    random = np.random.default_rng(seed)
    drawn = 50 + 8 * random.normal(size=(units, 1)) + random.normal(size=(units, columns))
    return [[Decimal(f"{number:.2f}") for number in row] for row in drawn]


def added(rows: list[list[Decimal]]) -> Publication:
    return publication(rows, [sum(row, Decimal(0)) for row in rows])


def test_slips_are_one_stroke_away_and_each_is_told_once() -> None:
    found = list(slips(Decimal("22.84"), 2))
    assert ("digit", Decimal("12.84")) in found
    assert ("transposition", Decimal("28.24")) in found
    assert ("decimal_point", Decimal("2.284")) in found
    numbers = [number for _, number in found]
    assert len(numbers) == len(set(numbers))
    assert Decimal("22.84") not in numbers
    assert len(found) == 2 + 4 * 9 + 2


def test_a_mend_says_what_total_rank_and_tier_would_be() -> None:
    held = ranking(
        [["40.0", "12.5"], ["30.0", "11.0"], ["10.0", "81.0"], ["20.0", "10.0"]],
        ["52.5", "41.0", "91.0", "30.0"],
        ranks=(2, 3, 1, 4),
        tiers=(2, 2, 1, 3),
        cut_offs=(Decimal(90), Decimal(40)),
    )
    nearest, *_ = mends(held, 2, held.columns[1], expected=11.2, within=3)
    assert (nearest.slip, nearest.number) == ("digit", Decimal("11.0"))
    assert (nearest.total, nearest.rank, nearest.tier) == (21.0, 4, 3)
    assert standing(held, 2).supported is True


def test_a_total_that_was_not_added_up_with_the_number_is_told() -> None:
    held = ranking([[1, 2], [3, 4], [5, 60]], [3, 7, 11])
    assert standing(held, 2).supported is False
    assert standing(ranking([[1, 2], [3, 4]]), 0).supported is None


def test_residuals_are_those_of_a_regression_without_the_unit() -> None:
    values = np.random.default_rng(4).normal(size=(20, 3)) + np.arange(20)[:, None] / 5
    found = residuals(values)
    assert found is not None
    left = np.delete(values, 7, axis=0)
    design = np.column_stack([np.ones(19), left[:, [0, 2]]])
    fit, rest, *_ = np.linalg.lstsq(design, left[:, 1], rcond=None)
    new = np.array([1, *values[7, [0, 2]]])
    assert found.expected[7, 1] == pytest.approx(new @ fit)
    error = np.sqrt(rest[0] / 16 * (1 + new @ np.linalg.inv(design.T @ design) @ new))
    assert found.spread[7, 1] == pytest.approx(error)
    assert found.t[7, 1] == pytest.approx((values[7, 1] - new @ fit) / error)


def test_no_residuals_of_a_small_or_collinear_table() -> None:
    values = np.random.default_rng(4).normal(size=(20, 3))
    assert residuals(values[:11]) is None
    assert residuals(np.column_stack([values, values.sum(axis=1)])) is None
    assert residuals(np.column_stack([values, np.ones(20)])) is None


def test_normal_scores_keep_order_and_share_ties() -> None:
    scores = normal_scores(np.array([[1.0], [5.0], [5.0], [9.0]]))[:, 0]
    assert scores[0] == pytest.approx(-scores[3])
    assert scores[1] == scores[2] == pytest.approx(0)


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
    assert "若为笔误，改一个数字即得" in found.says.zh


def test_a_number_in_line_is_a_near_miss_that_names_the_furthest() -> None:
    rows = in_line()
    rows[5][2] += 3
    (found,) = against_other_columns(added(rows))
    assert found.verdict == "holds"
    assert found.data["p"] > 0.0005


def test_a_decimal_point_is_told_and_a_long_tail_is_not() -> None:
    rows = in_line(60, 2)
    rows[10][0] *= 10
    told = [outcome for outcome in isolated_numbers(added(rows)) if outcome.verdict == "fails"]
    assert [outcome.data["units"] for outcome in told] == [["u11"]]
    assert float(rows[10][0] / 10) in [mend["number"] for mend in told[0].data["mends"]]
    tail = [[f"{number:.2f}"] for number in np.random.default_rng(2).lognormal(2, 1.5, 400)]
    assert [outcome.verdict for outcome in isolated_numbers(publication(tail))] == ["holds"]


def test_gaps_need_enough_different_numbers() -> None:
    assert gaps(np.repeat([1.0, 2.0, 3.0, 400.0], 10)) == ()
    (found,) = isolated_numbers(publication([[1], [2], [300]]))
    assert found.verdict == "untestable"


def test_2019_the_research_of_caofeidian_contradicts_the_text(report_2019: Edition) -> None:
    outcomes = [outcome for outcome in report_2019.audit().failing() if outcome.family == "outliers"]
    assert [(outcome.check, outcome.subject) for outcome in outcomes] == [("outliers.text", "research.caofeidian")]
    found = outcomes[0]
    assert [exhibit.printed for exhibit in found.exhibits[:2]] == ["22.84", "20.04"]
    assert set(found.data["claims"]) == {"deltas-research", "tier-3-research"}
    assert found.data["mends"][0] == {"slip": "digit", "number": 12.84, "total": 55.54, "rank": 21, "tier": 3}
    assert found.data["total_includes_the_number"] is True
    assert found.data["t"] == pytest.approx(5.12, abs=0.01)


def test_2019_the_text_alone_or_the_numbers_alone_accuse_nobody(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    (by_numbers,) = against_other_columns(held)
    assert (by_numbers.verdict, by_numbers.data["unit"]) == ("holds", "caofeidian")
    bare = replace(held, evidence=type(held.evidence)(), framework=None, result=None)
    assert [outcome.verdict for outcome in isolated_numbers(bare)] == ["holds"]


def test_a_table_without_totals_is_told_without_what_would_follow() -> None:
    rows = in_line(60, 2)
    rows[10][0] *= 10
    told = [outcome for outcome in isolated_numbers(publication(rows)) if outcome.verdict == "fails"]
    assert [outcome.data["mends"][0]["total"] for outcome in told] == [None]
    assert told[0].says.en.endswith(".")
    assert "if it is a slip" in told[0].says.en.lower()


def test_zeros_do_not_make_a_long_tail_an_outlier() -> None:
    drawn = np.random.default_rng(6).lognormal(1.5, 1.2, 80)
    numbers = [f"{0 if row % 3 == 0 else number:.2f}" for row, number in enumerate(drawn)]
    assert [outcome.verdict for outcome in isolated_numbers(publication([[number] for number in numbers]))] == ["holds"]
