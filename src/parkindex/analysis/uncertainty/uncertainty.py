"""What an uncertainty analysis found: intervals and probabilities of ranks, scores and tiers, by unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.counts import quantiles_of_counts

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.tally import Tally
    from parkindex.engine.arrays import FloatArray


@dataclass(frozen=True, eq=False)
class Uncertainty:
    """The draws of an uncertainty analysis, counted. All probabilities are shares of the draws that did not fail."""

    evaluation: Evaluation
    assumptions: tuple[Assumption, ...]
    tally: Tally
    seed: int

    @property
    def units(self) -> tuple[str, ...]:
        """Codes of the units, in the order of the values."""
        return self.evaluation.units

    @property
    def draws(self) -> int:
        """Draws that were asked for, those that failed among them."""
        return self.tally.draws

    @property
    def scored(self) -> int:
        """Draws that did not fail."""
        return self.tally.draws - self.tally.failed

    @property
    def failures(self) -> Mapping[str, int]:
        """How often each cause was met, the most frequent first."""
        return dict(self.tally.failures.most_common())

    @property
    def published_ranks(self) -> FloatArray:
        """Ranks as published (units,), from the method as it stands."""
        return self.evaluation.ranks

    @property
    def published_scores(self) -> FloatArray:
        """Scores as published (units,)."""
        return self.evaluation.scores

    @property
    def exact_ranks(self) -> bool:
        """Whether every rank has a counter of its own; else ranks are known to ``tally.classes.width`` places."""
        return self.tally.classes.width == 1

    @cached_property
    def _rank_values(self) -> FloatArray:
        """The rank that each counter stands for: its own, or the middle of those that share it."""
        width, units = self.tally.classes.width, len(self.units)
        last = np.minimum(np.arange(1, self.tally.classes.rank_classes) * width, units)
        first = np.arange(0, self.tally.classes.rank_classes - 1) * width + 1
        return np.asarray((first + last) / 2)

    @cached_property
    def _rank_counts(self) -> np.ndarray:
        return np.asarray(self.tally.ranks[:, 1:].astype(np.int64))

    def rank_quantiles(self, levels: FloatArray) -> FloatArray:
        """Return quantiles of each unit's ranks (units, levels), NaN for one that is never ranked.

        Between neighbouring ranks they are interpolated linearly (R's type 7).
        """
        return quantiles_of_counts(self._rank_counts, np.asarray(levels, dtype=np.float64), self._rank_values)

    def rank_interval(self, level: float = 0.9) -> FloatArray:
        """Return the central interval of each unit's ranks (units, 2) that holds at least the share ``level``."""
        tail = (1 - level) / 2
        found = quantiles_of_counts(self._rank_counts, np.array([tail, 1 - tail]), self._rank_values)
        return np.stack([np.floor(found[:, 0]), np.ceil(found[:, 1])], axis=1)

    @cached_property
    def median_ranks(self) -> FloatArray:
        """Median of each unit's ranks (units,)."""
        return np.asarray(self.rank_quantiles(np.array([0.5]))[:, 0])

    @cached_property
    def mean_ranks(self) -> FloatArray:
        """Mean of each unit's ranks over the draws in which it is ranked (units,), exact whatever the counters."""
        ranked = self._rank_counts.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(np.where(ranked > 0, self.tally.rank_total / ranked, np.nan))

    @cached_property
    def rank_probabilities(self) -> FloatArray:
        """Share of the draws in which each unit has each rank (units, ranks), or each class of ``width`` ranks."""
        return np.asarray(self._rank_counts / self.scored)

    def probability_top(self, best: int) -> FloatArray:
        """Return how likely each unit is to be among the ``best`` (units,); ties at the last place all count.

        Raises `KeyError` for a number that shares a counter with others and was not asked for.
        """
        if self.exact_ranks:
            return np.asarray(self._rank_counts[:, :best].sum(axis=1) / self.scored)
        return np.asarray(self.tally.tops[:, self.tally.classes.tops.index(best)] / self.scored)

    @property
    def probability_first(self) -> FloatArray:
        """How likely each unit is to be first (units,), alone or level with others."""
        return self.probability_top(1)

    @cached_property
    def tier_probabilities(self) -> FloatArray | None:
        """How likely each unit is to be in each tier (units, tiers); None for a method without tiers."""
        return None if self.tally.tiers is None else np.asarray(self.tally.tiers[:, 1:] / self.scored)

    @cached_property
    def beats(self) -> FloatArray | None:
        """How likely the row's unit ranks better than the column's (units, units); None when pairs were not counted.

        What is missing to one between both directions is how likely the two tie.
        """
        return None if self.tally.wins is None else np.asarray(self.tally.wins / self.scored)

    def level_pairs(self, level: float = 0.9) -> tuple[tuple[str, str], ...]:
        """Return the pairs that the data cannot tell apart.

        Neither unit beats the other with probability ``level`` or more.
        """
        if self.beats is None:
            return ()
        apart = np.maximum(self.beats, self.beats.T) >= level
        first, second = np.nonzero(~apart & np.triu(np.ones_like(apart), k=1).astype(np.bool_))
        return tuple((self.units[a], self.units[b]) for a, b in zip(first, second, strict=True))

    @property
    def exact_scores(self) -> bool:
        """Whether quantiles of scores are exact; else they come from classes a twentieth of a deviation wide."""
        return self.tally.scores is None

    def score_quantiles(self, levels: FloatArray) -> FloatArray:
        """Return quantiles of each unit's scores (units, levels), interpolated linearly."""
        wanted = np.asarray(levels, dtype=np.float64)
        if self.tally.scores is None:
            return _quantiles(np.concatenate(self.tally.kept), wanted)
        return self._quantiles_of_classes(self.tally.scores[:, :-1].astype(np.int64), wanted)

    def _quantiles_of_classes(self, counts: np.ndarray, levels: FloatArray) -> FloatArray:
        """Interpolate within classes; the outermost reach to the least and the greatest score met."""
        low, step = self.tally.classes.low, self.tally.classes.step
        found = np.full((len(counts), len(levels)), np.nan)
        running = np.cumsum(counts, axis=1)
        for unit in range(len(counts)):
            total = running[unit, -1]
            if not total:
                continue
            edges = low[unit] + step[unit] * np.arange(counts.shape[1] + 1)
            edges = np.clip(edges, self.tally.least[unit], self.tally.most[unit])
            edges[0], edges[-1] = self.tally.least[unit], self.tally.most[unit]
            found[unit] = np.interp(levels * total, np.concatenate([[0], running[unit]]), edges)
        return found

    def firm_ranks(self, level: float = 0.9) -> tuple[str, ...]:
        """Return the units whose published rank comes up with probability ``level`` or more."""
        if not self.exact_ranks:
            return ()
        ranked = ~np.isnan(self.published_ranks)
        own = np.zeros(len(self.units))
        rows = np.flatnonzero(ranked)
        own[rows] = self.rank_probabilities[rows, self.published_ranks[rows].astype(np.intp) - 1]
        return tuple(unit for unit, share in zip(self.units, own, strict=True) if share >= level)

    def firm_tiers(self, level: float = 0.9) -> tuple[str, ...]:
        """Return the units whose published tier comes up with probability ``level`` or more."""
        if self.tier_probabilities is None:
            return ()
        tiers = self.evaluation.tiers
        own = [
            0.0 if np.isnan(tier) else float(shares[int(tier) - 1])
            for tier, shares in zip(tiers, self.tier_probabilities, strict=True)
        ]
        return tuple(unit for unit, share in zip(self.units, own, strict=True) if share >= level)


def _quantiles(scores: FloatArray, levels: FloatArray) -> FloatArray:
    """Return quantiles (units, levels) of scores (draws, units), missing ones left out; NaN where all are missing."""
    if not np.isnan(scores).any():
        return np.asarray(np.quantile(scores, levels, axis=0).T)
    held = (column[~np.isnan(column)] for column in scores.T)
    return np.stack([np.quantile(each, levels) if len(each) else np.full(len(levels), np.nan) for each in held])
