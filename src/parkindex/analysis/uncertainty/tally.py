"""What is kept of the draws: counts by unit. They take memory by units and classes, never by draws, and add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from parkindex.analysis.uncertainty.counts import count_into

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.places import RankArray
    from parkindex.analysis.uncertainty.scoring import Drawn
    from parkindex.engine.arrays import FloatArray

SCORE_CLASSES = 256
"""Classes of scores that are counted for each unit, where scores are too many to keep."""

RANK_COUNTERS = 20_000_000
"""Counters of ranks in all; with more units than their root, neighbouring ranks share a counter."""

PENDING = 12_000_000
"""Ranks and scores that wait to be counted together: the more at once, the less often all counters are gone through."""

IN_CACHE = 131_072
"""Numbers that are worked on together: a megabyte, the second-level cache of a core."""


@dataclass(frozen=True, eq=False)
class Classes:
    """How draws are counted: ``width`` ranks to a counter; scores of each unit from ``low`` in steps of ``step``."""

    units: int
    width: int
    low: FloatArray
    step: FloatArray
    tops: tuple[int, ...]
    tiers: int
    pairs: bool
    keeps_scores: bool

    @property
    def rank_classes(self) -> int:
        """Counters of ranks a unit, the first for draws in which it is not ranked."""
        return -(-self.units // self.width) + 1


def width_of(units: int) -> int:
    """Return how many neighbouring ranks share a counter: one up to about 4,400 units."""
    return max(1, -(-units * units // RANK_COUNTERS))


@dataclass(eq=False)
class Tally:
    """Counts over draws, all (units, …): ``ranks`` by class of ranks, ``scores`` by class or ``kept`` as they are.

    ``tops`` counts draws among the best k where ranks share counters; ``tiers`` by tier, 0 for none; ``wins`` (units,
    units) draws in which the row's unit has the better rank than the column's; ``least`` and ``most`` are the extremes
    of the scores, ``rank_total`` the sum of the ranks.
    """

    classes: Classes
    ranks: NDArray[np.uint32] = field(init=False)
    scores: NDArray[np.uint32] | None = field(init=False)
    tops: NDArray[np.int64] = field(init=False)
    tiers: NDArray[np.uint32] | None = field(init=False)
    wins: NDArray[np.int64] | None = field(init=False)
    least: FloatArray = field(init=False)
    most: FloatArray = field(init=False)
    rank_total: NDArray[np.int64] = field(init=False)
    kept: list[FloatArray] = field(default_factory=list)
    draws: int = 0
    failed: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    _waiting: Waiting | None = None

    def __post_init__(self) -> None:
        """Start from nothing."""
        classes = self.classes
        units = classes.units
        self.ranks = np.zeros((units, classes.rank_classes), dtype=np.uint32)
        self.scores = None if classes.keeps_scores else np.zeros((units, SCORE_CLASSES + 1), dtype=np.uint32)
        self.tops = np.zeros((units, len(classes.tops)), dtype=np.int64)
        self.tiers = np.zeros((units, classes.tiers + 1), dtype=np.uint32) if classes.tiers else None
        self.wins = np.zeros((units, units), dtype=np.int64) if classes.pairs else None
        self.least, self.most = np.full(units, np.nan), np.full(units, np.nan)
        self.rank_total = np.zeros(units, dtype=np.int64)

    def add(self, drawn: Drawn, ranks: RankArray) -> None:
        """Count draws; those that failed are counted as such and nowhere else."""
        scores, tiers = drawn.scores, drawn.tiers
        self.draws += len(scores)
        self.failures.update(drawn.failures)
        if drawn.failed.any():
            self.failed += int(drawn.failed.sum())
            well = ~drawn.failed
            scores, ranks = scores[well], ranks[well]
            tiers = None if tiers is None else tiers[well]
        rows = max(1, IN_CACHE // self.classes.units)
        for first in range(0, len(scores), rows):
            part = slice(first, first + rows)
            self._take(scores[part], ranks[part])
        if self.scores is None and len(scores):
            self.kept.append(scores)
        if self.tiers is not None and tiers is not None:
            count_into(self.tiers, np.nan_to_num(tiers, nan=0.0).T.astype(np.uint8))
        if self.wins is not None:
            count_wins(self.wins, ranks)

    def _take(self, scores: FloatArray, ranks: RankArray) -> None:
        """Put the classes of some draws, few enough for the cache, to those that wait to be counted."""
        classes = self.classes
        if self._waiting is None:
            self._waiting = Waiting.for_(classes)
        elif self._waiting.room < len(scores):
            self.flush()
        least, most = scores.min(axis=0), scores.max(axis=0)
        if np.isnan(least).any():
            least, most = np.fmin.reduce(scores, axis=0), np.fmax.reduce(scores, axis=0)
        self.least, self.most = np.fmin(self.least, least), np.fmax(self.most, most)
        self.rank_total += ranks.sum(axis=0, dtype=np.int64)
        if classes.width > 1:
            for k, top in enumerate(classes.tops):
                self.tops[:, k] += np.count_nonzero((ranks <= top) & (ranks > 0), axis=0)
            ranks = (ranks + np.uint32(classes.width - 1)) // np.uint32(classes.width)
        self._waiting.put(ranks, None if self.scores is None else score_classes(scores, classes))

    def flush(self) -> None:
        """Count what waits."""
        if self._waiting is None:
            return
        ranks, scores = self._waiting.taken()
        count_into(self.ranks, ranks)
        if self.scores is not None and scores is not None:
            count_into(self.scores, scores)

    def done(self) -> Tally:
        """Count what waits, and let go of the room for it."""
        self.flush()
        self._waiting = None
        return self

    def merge(self, other: Tally) -> None:
        """Add the counts of another tally of the same classes."""
        for counted in ("ranks", "scores", "tops", "tiers", "wins", "rank_total"):
            mine, theirs = getattr(self, counted), getattr(other, counted)
            if mine is not None and theirs is not None:
                np.add(mine, theirs, out=mine)
        self.least, self.most = np.fmin(self.least, other.least), np.fmax(self.most, other.most)
        self.kept += other.kept
        self.draws += other.draws
        self.failed += other.failed
        self.failures.update(other.failures)


@dataclass(eq=False)
class Waiting:
    """Classes of ranks and scores, (units, draws) side by side by unit, until there are enough to be counted."""

    ranks: NDArray[Any]
    scores: NDArray[np.uint16] | None
    filled: int = 0

    @classmethod
    def for_(cls, classes: Classes) -> Waiting:
        """Make room for as many draws as `PENDING` allows."""
        draws = max(1, IN_CACHE // classes.units, PENDING // classes.units)
        draws = min(draws, MOST_WAITING)
        ranks = np.empty((classes.units, draws), dtype=np.uint16 if classes.rank_classes < 65_536 else np.uint32)
        return cls(ranks, None if classes.keeps_scores else np.empty((classes.units, draws), dtype=np.uint16))

    @property
    def room(self) -> int:
        """Draws that still fit."""
        return int(self.ranks.shape[1]) - self.filled

    def put(self, ranks: NDArray[Any], scores: NDArray[np.uint16] | None) -> None:
        """Add the classes of some draws, (draws, units)."""
        part = slice(self.filled, self.filled + len(ranks))
        self.ranks[:, part] = ranks.T
        if self.scores is not None and scores is not None:
            self.scores[:, part] = scores.T
        self.filled = part.stop

    def taken(self) -> tuple[NDArray[Any], NDArray[np.uint16] | None]:
        """Return what waits, (units, draws), and wait for more."""
        part = slice(0, self.filled)
        self.filled = 0
        return self.ranks[:, part], None if self.scores is None else self.scores[:, part]


MOST_WAITING = 131_072
"""Draws that wait at most."""


def score_classes(scores: FloatArray, classes: Classes) -> NDArray[np.uint16]:
    """Return the class of each score (draws, units), the outermost taking what lies beyond; missing is the last."""
    position = scores - classes.low
    position *= 1 / classes.step
    np.clip(position, 0, SCORE_CLASSES - 1, out=position)
    missing = np.isnan(position)
    if missing.any():
        position[missing] = SCORE_CLASSES
    return position.astype(np.uint16)


def count_wins(wins: NDArray[Any], ranks: RankArray) -> None:
    """Add to ``wins`` (units, units) in how many draws each unit has a better rank than each other.

    A unit that is not ranked loses.
    """
    draws, units = ranks.shape
    without_ties = bool((ranks.sum(axis=1) == units * (units + 1) // 2).all())
    columns = np.ascontiguousarray(ranks.T.astype(np.uint16 if units < 65_000 else np.uint32))
    if not without_ties:
        columns[columns == 0] = units + 1
    for first in range(units):
        own = columns[first]
        for second in range(first + 1, units):
            ahead = int(np.count_nonzero(own < columns[second]))
            wins[first, second] += ahead
            behind = draws - ahead if without_ties else int(np.count_nonzero(own > columns[second]))
            wins[second, first] += behind
