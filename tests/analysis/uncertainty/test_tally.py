from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from parkindex.analysis.uncertainty.places import packed_ranks
from parkindex.analysis.uncertainty.scoring import Drawn
from parkindex.analysis.uncertainty.tally import (
    RANK_COUNTERS,
    SCORE_CLASSES,
    Classes,
    Tally,
    count_wins,
    score_classes,
    width_of,
)


def classes(units: int, *, width: int = 1, keeps: bool = False, tiers: int = 0, pairs: bool = False) -> Classes:
    return Classes(units, width, np.zeros(units), np.full(units, 1 / SCORE_CLASSES), (1, 3), tiers, pairs, keeps)


def drawn(scores: np.ndarray, tiers: np.ndarray | None = None) -> Drawn:
    return Drawn(scores, tiers, np.isnan(scores).all(axis=1), Counter())


def test_counts_of_parts_add_up_to_those_of_the_whole() -> None:
    scores = np.random.default_rng(1).random((100, 6))
    tiers = np.where(scores > 0.5, 1.0, 2.0)
    kinds = classes(6, tiers=2, pairs=True)
    whole, first, second = Tally(kinds), Tally(kinds), Tally(kinds)
    ranks = packed_ranks(scores)
    whole.add(drawn(scores, tiers), ranks)
    first.add(drawn(scores[:30], tiers[:30]), ranks[:30])
    second.add(drawn(scores[30:], tiers[30:]), ranks[30:])
    whole.done()
    first.done().merge(second.done())
    for name in ("ranks", "scores", "tiers", "wins", "rank_total", "least", "most"):
        np.testing.assert_array_equal(getattr(first, name), getattr(whole, name))
    assert whole.draws == first.draws == 100
    for unit in range(6):
        np.testing.assert_array_equal(whole.ranks[unit], np.bincount(ranks[:, unit], minlength=7))
    np.testing.assert_array_equal(whole.rank_total, ranks.sum(axis=0))


def test_draws_that_failed_are_counted_nowhere_else() -> None:
    scores = np.array([[3.0, 1.0], [np.nan, np.nan], [1.0, 2.0]])
    tally = Tally(classes(2, keeps=True))
    tally.add(drawn(scores), packed_ranks(np.nan_to_num(scores)))
    tally.done()
    assert (tally.draws, tally.failed) == (3, 1)
    assert tally.ranks.tolist() == [[0, 1, 1], [0, 1, 1]]
    assert np.concatenate(tally.kept).tolist() == [[3.0, 1.0], [1.0, 2.0]]


def test_with_many_units_neighbouring_ranks_share_a_counter() -> None:
    assert width_of(4400) == 1
    assert width_of(80_000) * RANK_COUNTERS >= 80_000**2
    scores = -np.tile(np.arange(10.0), (4, 1))
    tally = Tally(classes(10, width=4, keeps=True))
    tally.add(drawn(scores), packed_ranks(scores))
    tally.done()
    assert tally.ranks.argmax(axis=1).tolist() == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3]
    assert tally.tops[:, 1].tolist() == [4, 4, 4, 0, 0, 0, 0, 0, 0, 0]


def test_scores_fall_into_their_classes_and_the_outermost_take_the_rest() -> None:
    found = score_classes(np.array([[-3.0, 0.0, 0.5, 0.999, 9.0, np.nan]]), classes(6))
    assert found.tolist() == [[0, 0, 128, 255, 255, SCORE_CLASSES]]


@pytest.mark.parametrize("ties", [False, True])
def test_wins_are_those_of_every_pair(ties: bool) -> None:
    random = np.random.default_rng(3)
    scores = random.integers(0, 4, (50, 5)).astype(float) if ties else random.random((50, 5))
    wins = np.zeros((5, 5), dtype=np.int64)
    count_wins(wins, packed_ranks(scores))
    np.testing.assert_array_equal(wins, (scores[:, :, None] > scores[:, None, :]).sum(axis=0))


def test_a_unit_without_a_rank_loses() -> None:
    wins = np.zeros((3, 3), dtype=np.int64)
    count_wins(wins, np.array([[0, 1, 2], [1, 0, 0]], dtype=np.uint32))
    assert wins.tolist() == [[0, 1, 1], [1, 0, 1], [1, 0, 0]]
