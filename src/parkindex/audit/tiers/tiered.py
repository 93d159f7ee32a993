"""The units that print a total and a tier, turned so that higher totals and the first tier are better."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.sequences import follows, misplaced, placed_before, rises_with

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Ranking
    from parkindex.engine.arrays import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Tiered:
    """Rows with a total and a tier, (rows,) each; ``tiers`` count 1, 2 … from the best, without gaps.

    Under ``rising`` the printed tiers count up: the highest is the best.
    """

    ranking: Ranking
    total: Column
    rows: IntArray
    scores: FloatArray
    tiers: IntArray
    rising: bool

    @classmethod
    def of(cls, ranking: Ranking) -> Tiered:
        """Take the rows that print both; a table without totals is a `ValueError`."""
        total = ranking.printed_total
        rows = np.array([row for row in total.present if ranking.tiers[row] is not None], dtype=np.intp)
        printed = np.array([ranking.tiers[row] or 0 for row in rows], dtype=np.intp)
        scores = total.values[rows]
        rising = len(rows) > 1 and rises_with(printed, scores)
        return cls(ranking, total, rows, scores, printed.max(initial=0) + 1 - printed if rising else printed, rising)

    @cached_property
    def count(self) -> int:
        """How many tiers have members."""
        return len(np.unique(self.tiers))

    @cached_property
    def follow(self) -> bool:
        """Whether the tiers are those of the totals at all."""
        return follows(self.tiers, self.scores)

    @cached_property
    def misplaced(self) -> tuple[int, ...]:
        """Positions of the fewest units without which no unit of a lower tier has the higher total."""
        return misplaced(self.tiers, self.scores)

    @cached_property
    def falling(self) -> IntArray:
        """Positions from the highest total down."""
        return placed_before(self.tiers, self.scores)

    @cached_property
    def cut_offs(self) -> tuple[Decimal, ...]:
        """Scores at which the tiers part, the highest first: as printed, else the middle between two tiers, exact."""
        if self.ranking.cut_offs:
            return self.ranking.cut_offs
        cells = [self.total.cells[self.row(int(unit))] or Decimal(0) for unit in self.falling]
        last = np.flatnonzero(np.diff(self.tiers[self.falling])).tolist()
        return tuple((cells[place] + cells[place + 1]) / 2 for place in last)

    @cached_property
    def borders(self) -> FloatArray:
        """The cut-offs as numbers (tiers - 1,)."""
        return np.array([float(cut) for cut in self.cut_offs])

    def row(self, unit: int) -> int:
        """Return the row of the table at a position."""
        return int(self.rows[unit])
