"""Tests of printed ranks beside their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.robustness.intervals import intervals_of, rank_intervals

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Publication
    from parkindex.edition import Edition

ROWS = [[f"{40 - k}.{k}", f"{60 - 2 * k}.{(7 * k) % 10}"] for k in range(9)]


def table(ranks: tuple[int | None, ...]) -> Publication:
    totals = [f"{float(first) + float(second):.1f}" for first, second in ROWS]
    return publication(ROWS, totals, ranks=ranks)


def test_a_rank_far_from_where_any_assumption_puts_it_is_told() -> None:
    ranks = (1, 8, 3, 4, 5, 6, 7, 2, 9)
    first, second, firm = rank_intervals(table(ranks))
    assert [(one.verdict, one.severity, one.subject) for one in (first, second)] == [
        ("fails", "major", "u2"),
        ("fails", "major", "u8"),
    ]
    assert first.says.zh == "园区2印作第8名，通常假设下的99%区间为第2名（抽样2048次）。"
    assert [exhibit.printed for exhibit in first.exhibits] == ["8", "97.8"]
    assert firm.verdict == "holds"


def test_ranks_one_place_off_are_not_held_against_a_table() -> None:
    held, firm = rank_intervals(table((1, 3, 2, 4, 5, 6, 7, 8, 9)))
    assert (held.verdict, held.data["n"], firm.subject) == ("holds", 9, "firm")
    assert held.says.en.startswith("Of 9 printed ranks, 7 lie within the 90% intervals")


def test_the_same_seed_draws_the_same_intervals() -> None:
    held = table(tuple(range(1, 10)))
    one, other = intervals_of(held), intervals_of(held)
    assert one is not None
    assert other is not None
    np.testing.assert_array_equal(one.high, other.high)


def test_an_extract_is_ranked_among_its_own_rows() -> None:
    held, _ = rank_intervals(table(tuple(10 * k for k in range(1, 10))))
    assert held.verdict == "holds"
    assert held.data["intervals"]["u9"][0] == 9


def test_totals_of_no_rule_cannot_be_tested() -> None:
    held = publication([[1, 2], [3, 4], [5, 6]], [9, 1, 4], ranks=(1, 3, 2))
    (found,) = rank_intervals(held)
    assert found.verdict == "untestable"


def test_2019_uses_the_assumptions_of_the_edition(report_2019: Edition) -> None:
    held, firm = (o for o in report_2019.audit().outcomes if o.check == "robustness.rank-intervals")
    uncertainty = report_2019.uncertainty()
    assert uncertainty is not None
    assert (held.verdict, held.data["draws"]) == ("holds", uncertainty.scored)
    assert held.data["intervals"]["qingdao"] == [9, 5, 12]
    assert firm.data["firm"] == len(uncertainty.firm_ranks(0.9)) == 3
