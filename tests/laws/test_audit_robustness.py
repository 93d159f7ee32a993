"""Laws of the robustness family: a rank far from any assumption is found, and a sound table left alone."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.robustness import CHECKS

from .printed_changes import exchanged, failing, outcomes_of, with_ranking
from .sound_shapes import sound_shape
from .sound_tables import sound_tables

FEWER = settings(max_examples=40, deadline=None)


@FEWER
@given(table=sound_tables())
def test_a_sound_table_has_no_finding(table: Publication) -> None:
    assert [outcome.says.en for outcome in failing(CHECKS, table)] == []


@FEWER
@given(seed=st.integers(0, 2**32 - 1))
def test_nor_has_one_of_any_shape(seed: int) -> None:
    assert [outcome.says.en for outcome in failing(CHECKS, sound_shape(seed))] == []


@FEWER
@given(table=sound_tables())
def test_a_rank_at_the_wrong_end_is_found(table: Publication) -> None:
    ranking = table.ranking
    (held, *_) = outcomes_of(CHECKS, table)
    n = len(ranking.units)
    first, last = held.data["intervals"][ranking.units[0]], held.data["intervals"][ranking.units[-1]]
    assume(first[2] < 0.7 * n and last[1] > 0.3 * n)
    changed = with_ranking(table, ranks=exchanged(ranking.ranks, 0, n - 1))
    found = failing(CHECKS, changed, "robustness.rank-intervals")
    assert {ranking.units[0], ranking.units[-1]} <= {outcome.subject for outcome in found}
    assert {outcome.severity for outcome in found} == {"major"}


@FEWER
@given(table=sound_tables())
def test_intervals_hold_the_ranks_that_the_stated_weights_give(table: Publication) -> None:
    held, *_ = outcomes_of(CHECKS, table)
    within = [low <= printed <= high for printed, low, high in held.data["intervals"].values()]
    assert sum(within) >= 0.9 * len(within)
