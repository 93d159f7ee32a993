"""Laws of the tiers family: what is put into a sound table is found, and a sound table left alone."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.tiers import CHECKS
from parkindex.engine.tiers import thresholds

from .printed_changes import exchanged, failing, outcomes_of, with_ranking
from .sound_tables import build, sound_tables

MANY = settings(max_examples=60, deadline=None)
places = st.integers(0, 10_000)


def tiered_at(table: Publication, cuts: list[float]) -> Publication:
    """Return the table with tiers at other cut-offs."""
    assert table.ranking.total is not None
    printed = tuple(Decimal(f"{cut:.2f}") for cut in cuts)
    tiers = thresholds(table.ranking.total.values, at=[float(cut) for cut in printed])
    return with_ranking(table, cut_offs=printed, tiers=tuple(int(tier) for tier in tiers))


def clusters(seed: int, middles: tuple[int, int, int], spread: float, sizes: tuple[int, int, int]) -> Publication:
    """Return a table whose totals lie in three clusters."""
    random = np.random.default_rng(seed)
    totals = np.concatenate([m + spread * random.uniform(-1, 1, n) for m, n in zip(middles, sizes, strict=True)])
    cells = [[Decimal(f"{total / 2:.2f}"), Decimal(f"{total / 2:.2f}")] for total in totals]
    return build(cells, [Decimal(50), Decimal(50)], ["p"] * len(cells), "sum")


@MANY
@given(table=sound_tables(), shares=st.sampled_from(((0.75, 0.25), (0.9, 0.5), (2 / 3, 1 / 3), (0.8, 0.6))))
def test_tiers_by_quantiles_are_not_held_against_a_table_though_they_part_nothing(
    table: Publication, shares: tuple[float, float]
) -> None:
    assert table.ranking.total is not None
    cuts = np.quantile(table.ranking.total.values, shares)
    assume(cuts[0] - cuts[1] > 0.1)
    found = failing(CHECKS, tiered_at(table, cuts.tolist()))
    assert {outcome.severity for outcome in found} <= {"minor"}
    assert {outcome.check for outcome in found} <= {"tiers.gaps", "tiers.natural-breaks"}


@MANY
@given(table=sound_tables(), one=places, other=places)
def test_exchanged_tiers_are_found_by_order_and_by_cut_offs(table: Publication, one: int, other: int) -> None:
    held = tiered_at(table, _thirds(table))
    ranking = held.ranking
    upper = [row for row, tier in enumerate(ranking.tiers) if tier == 1]
    lower = [row for row, tier in enumerate(ranking.tiers) if tier == 3]
    assume(len(upper) > 1 and len(lower) > 1)
    first, second = upper[one % len(upper)], lower[other % len(lower)]
    changed = with_ranking(held, tiers=exchanged(ranking.tiers, first, second))
    assert {outcome.subject for outcome in failing(CHECKS, changed, "tiers.cut-offs")} == {
        ranking.units[first],
        ranking.units[second],
    }
    found = failing(CHECKS, changed, "tiers.order")
    assert {outcome.severity for outcome in found} == {"major"}
    assert {outcome.subject for outcome in found} & {ranking.units[first], ranking.units[second]}


@MANY
@given(table=sound_tables(), place=places)
def test_a_member_in_the_tier_next_to_its_own_is_found(table: Publication, place: int) -> None:
    held = tiered_at(table, _thirds(table))
    ranking = held.ranking
    row = place % len(ranking.units)
    assert ranking.total is not None
    away = np.abs(ranking.total.values[row] - np.array([float(cut) for cut in ranking.cut_offs])).min()
    assume(away > 0.02 and len(set(ranking.tiers)) == 3)
    wrong = {1: 2, 2: 3, 3: 2}[ranking.tiers[row] or 1]
    tiers = tuple(wrong if k == row else tier for k, tier in enumerate(ranking.tiers))
    (found,) = failing(CHECKS, with_ranking(held, tiers=tiers), "tiers.cut-offs")
    assert (found.subject, found.data["due"]) == (ranking.units[row], ranking.tiers[row])


@MANY
@given(seed=st.integers(0, 2**32 - 1), size=st.integers(5, 20))
def test_a_cut_through_a_cluster_that_joins_the_others_is_found(seed: int, size: int) -> None:
    table = clusters(seed, (85, 60, 30), 3.0, (size + 4, size, size))
    assert table.ranking.total is not None
    totals = np.sort(table.ranking.total.values)[::-1]
    changed = tiered_at(table, [totals[2] - 0.01, totals[size] - 0.01])
    assume(totals[2] - totals[3] > 0.05 and totals[size] - totals[size + 1] > 0.05)
    gaps = failing(CHECKS, changed, "tiers.gaps")
    assert [outcome.subject for outcome in gaps] == ["3"]
    (found,) = failing(CHECKS, changed, "tiers.natural-breaks")
    assert found.data["best"] > 0.95 > found.data["goodness"]


@MANY
@given(seed=st.integers(0, 2**32 - 1), size=st.integers(5, 20))
def test_cuts_between_the_clusters_hold(seed: int, size: int) -> None:
    assert failing(CHECKS, tiered_at(clusters(seed, (85, 60, 30), 3.0, (size + 4, size, size)), [70.0, 45.0])) == []


@MANY
@given(table=sound_tables())
def test_more_noise_never_moves_fewer_units(table: Publication) -> None:
    (found,) = (outcome for outcome in outcomes_of(CHECKS, table) if outcome.check == "tiers.noise")
    little, much = found.data["rounding"], found.data["single_point"]
    assert 0 <= little["list_changes"] <= much["list_changes"] + 1e-12
    assert much["list_changes"] <= min(1.0, much["expected"]) + 1e-9


def _thirds(table: Publication) -> list[float]:
    assert table.ranking.total is not None
    cuts: list[float] = np.quantile(table.ranking.total.values, (2 / 3, 1 / 3)).tolist()
    assume(cuts[0] - cuts[1] > 0.1)
    return cuts
