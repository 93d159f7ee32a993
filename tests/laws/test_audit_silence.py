"""The audit is silent about tables that are right: over 1,000 of them fewer than 1 % raise any alarm, over all checks.

`python -m benchmarks audit` prints the rate and what raises it.
"""

from __future__ import annotations

from collections import Counter

import pytest

from parkindex.audit import Outcome, audit

from .sound_shapes import sound_shape

TABLES = 1_000
PARTS = 4
"""The tables are shared out so that the parts run side by side."""

MOST_ALARMED = 0.01
"""Share of sound tables that may raise an alarm: the promise of the audit."""


def alarms(seed: int) -> list[Outcome]:
    """Return what the audit says does not hold of a sound table."""
    return list(audit(sound_shape(seed)).failing())


@pytest.mark.parametrize("part", range(PARTS))
def test_sound_tables_raise_almost_no_alarm(part: int) -> None:
    seeds = range(part, TABLES, PARTS)
    found = {seed: raised for seed in seeds if (raised := alarms(seed))}
    told = Counter(outcome.check for raised in found.values() for outcome in raised)
    assert len(found) < MOST_ALARMED * len(seeds), f"{len(found)} of {len(seeds)} tables: {told}; seeds {list(found)}"


def test_no_sound_table_is_told_of_a_serious_defect() -> None:
    serious = [outcome for seed in range(0, TABLES, 10) for outcome in alarms(seed) if outcome.severity == "major"]
    assert serious == []


def test_the_tables_are_of_many_shapes() -> None:
    rankings = [sound_shape(seed).ranking for seed in range(200)]
    assert {len(ranking.units) for ranking in rankings} >= {3, 12, 150}
    assert {max(column.decimals for column in ranking.columns) for ranking in rankings} >= {0, 1, 2, 3}
    kinds = [
        (ranking.total is None, bool(ranking.tiers), bool(ranking.ranks), bool(ranking.weights), bool(ranking.places))
        for ranking in rankings
    ]
    assert all(0.05 < sum(kind[place] for kind in kinds) / len(kinds) < 0.95 for place in range(len(kinds[0])))
    assert any(cell is None for ranking in rankings for column in ranking.columns for cell in column.cells)
    assert any(len(set(ranking.ranks)) < len(ranking.ranks) for ranking in rankings)
