"""The same uncertainty and sensitivity analyses in plain numpy, as one would write them down for one index.

Vectorised over draws, in blocks that fit into memory, with nothing of `parkindex` but the points that are drawn, so
that both must come to the same ranks. What it leaves out, ParkIndex does besides: classes of scores, pairs, causes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.engine.arrays import FloatArray, IntArray

WITHIN = 0.25
BLOCK = 4_000_000
MOST_COUNTERS = 20_000_000
LEVELS = (0.05, 0.5, 0.95)


@dataclass(frozen=True)
class Ranks:
    """Mean rank (units,) and quantiles of the rank (units, levels)."""

    mean: FloatArray
    quantiles: FloatArray


def uncertain_weights(x: FloatArray, pillar: IntArray, draws: int, seed: int = 0) -> Ranks:
    """Vary all weights of an index of two levels by a quarter; ``x`` (units, indicators), ``pillar`` of each."""
    units, indicators = x.shape
    scaled = (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)) * 100
    pillars = int(pillar.max()) + 1
    counted = units * units <= MOST_COUNTERS
    counts = np.zeros(units * units, dtype=np.int64) if counted else None
    kept, total = [], np.zeros(units)
    for points in uniforms(seed, pillars + indicators, 0, draws, max(1, BLOCK // units)):
        varied = 1 + WITHIN * (2 * points - 1)
        top = varied[:, :pillars] / varied[:, :pillars].sum(axis=1, keepdims=True)
        weight = varied[:, pillars:]
        for k in range(pillars):
            own = pillar == k
            weight[:, own] *= top[:, [k]] / weight[:, own].sum(axis=1, keepdims=True)
        ranks = ranked(weight @ scaled.T)
        total += ranks.sum(axis=0)
        if counts is None:
            kept.append(ranks)
        else:
            counts += np.bincount((np.arange(units) * units + ranks - 1).ravel(), minlength=units * units)
    mean = total / draws
    if counts is None:
        return Ranks(mean, np.quantile(np.concatenate(kept), LEVELS, axis=0).T)
    running = np.cumsum(counts.reshape(units, units), axis=1)
    at = np.array(LEVELS) * (draws - 1)
    below, above = ((running[:, :, None] <= place).sum(axis=1) + 1 for place in (np.floor(at), np.ceil(at)))
    return Ranks(mean, below + (at - np.floor(at)) * (above - below))


def ranked(scores: FloatArray) -> IntArray:
    """Return ranks (draws, units), 1 for the highest score."""
    order = np.argsort(-scores, axis=1)
    ranks = np.empty(scores.shape, dtype=np.int32)
    np.put_along_axis(ranks, order, np.arange(1, scores.shape[1] + 1, dtype=np.int32)[None], axis=1)
    return np.asarray(ranks)


@dataclass(frozen=True, eq=False)
class Levels:
    """An index of several levels: treated values by treatment (units, indicators), where each level's children stand.

    ``families`` are (parent, children) from the bottom up; ``leaves`` the positions of the indicators.
    """

    treated: Mapping[int, FloatArray]
    leaves: IntArray
    families: tuple[tuple[int, IntArray], ...]
    weight_sets: FloatArray
    published: FloatArray

    def mean_shifts(self, choices: IntArray) -> FloatArray:
        """Return the mean shift of ranks (runs,) under ``choices`` (runs, 4).

        The choices are treatment, normalisation, weights and aggregation, each from 0.
        """
        shifts = np.empty(len(choices))
        settings = {(int(a), int(b), int(c)) for a, b, _, c in choices}
        for treatment, normalisation, aggregation in settings:
            own = np.flatnonzero((choices[:, [0, 1, 3]] == (treatment, normalisation, aggregation)).all(axis=1))
            scores = self._scores(treatment, normalisation, aggregation, self.weight_sets[choices[own, 2]])
            shifts[own] = np.abs(ranked(scores) - self.published).mean(axis=1)
        return shifts

    def _scores(self, treatment: int, normalisation: int, aggregation: int, weight: FloatArray) -> FloatArray:
        x = self.treated[treatment]
        if normalisation == 0:
            low, high = np.nanmin(x, axis=0), np.nanmax(x, axis=0)
            scaled = 1 + 99 * (x - low) / (high - low)
        else:
            scaled = 10 + 2 * (x - np.nanmean(x, axis=0)) / np.nanstd(x, axis=0, ddof=1)
        held = np.full((len(weight), len(x), weight.shape[1]), np.nan)
        held[:, :, self.leaves] = scaled if aggregation == 0 else np.log(scaled)
        for parent, children in self.families:
            values, own = held[:, :, children], weight[:, None, children]
            there = ~np.isnan(values)
            summed = np.where(there, values * own, 0.0).sum(axis=2)
            held[:, :, parent] = summed / np.where(there, own, 0.0).sum(axis=2)
        return held[:, :, 0]


def sobol(shifts: FloatArray, inputs: int) -> tuple[FloatArray, FloatArray]:
    """Return first-order and total indices (inputs,) of runs in the order A, B, AB_1, ... ."""
    a, b, *exchanged = shifts.reshape(inputs + 2, -1)
    spread = np.concatenate([a, b]).var(ddof=1)
    mean = np.concatenate([a, b]).mean()
    first = [((b - mean) * (one - a)).mean() / spread for one in exchanged]
    return np.array(first), np.array([np.square(a - one).mean() / 2 / spread for one in exchanged])
