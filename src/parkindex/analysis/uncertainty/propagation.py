"""Uncertainty analysis: what the ranking looks like under everything that could as well have been assumed.

Draws come in blocks that any `concurrent.futures.Executor` may work through; a block is known by its first draw, and
counts add up, so that one worker and many give the same bytes. Memory follows from units and classes, not from draws.

Source: Saisana, Saltelli and Tarantola (2005), Journal of the Royal Statistical Society A 168(2), 307-323,
doi:10.1111/j.1467-985X.2005.00350.x.
"""

from __future__ import annotations

import os
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import nullcontext
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.places import ranks_of
from parkindex.analysis.uncertainty.scoring import Scorer
from parkindex.analysis.uncertainty.tally import SCORE_CLASSES, Classes, Tally, width_of
from parkindex.analysis.uncertainty.uncertainty import Uncertainty
from parkindex.analysis.uncertainty.watch import Watch
from parkindex.engine.choices import Step
from parkindex.errors import Finding, MethodError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import FloatArray

SCORES_KEPT = 1_000_000
"""Scores (draws times units) up to which quantiles of scores are taken exactly."""

PAIRS_UP_TO = 500
"""Units up to which every pair is compared without being asked for."""

BLOCK = 1_000_000
"""Numbers in memory for one block of draws."""

DRAWS_A_BLOCK = 16_384
PILOT = 512
TASKS = 8


def propagate(
    evaluation: Evaluation,
    assumptions: Sequence[Assumption],
    *,
    draws: int = 10_000,
    seed: int = 0,
    tops: tuple[int, ...] = (1, 3, 5, 10),
    pairs: bool | None = None,
    executor: Executor | None = None,
    closed_forms: bool = True,
    report: Callable[[int, int], None] | None = None,
) -> Uncertainty:
    """Score ``draws`` quasi-random realisations of the assumptions and say how far ranks, scores and tiers are firm.

    ``pairs`` compares every unit with every other (by default up to 500 units). ``executor`` works through the blocks
    (threads, one a processor, by default). ``report`` is called with draws done and in all, from any thread. Raises
    `MethodError` when the published result itself cannot be scored, or when every draw fails.
    """
    scorer = Scorer(evaluation, tuple(assumptions), closed_forms)
    compared = len(evaluation.units) <= PAIRS_UP_TO if pairs is None else pairs
    classes = _classes(scorer, draws, seed, tops, pairs=compared)
    tally: Tally | None = None
    tasks = _tasks(scorer, classes, draws)
    watch = Watch(draws, report)
    own = ThreadPoolExecutor(max_workers=os.cpu_count()) if executor is None else nullcontext(executor)
    with own as workers:
        count_here = partial(count_draws, after=watch.after) if executor is None else count_draws
        pending = [workers.submit(count_here, scorer, classes, seed, start, count) for start, count in tasks]
        pending.reverse()
        try:
            while pending:
                found = pending.pop().result()
                if tally is None:
                    tally = found
                else:
                    tally.merge(found)
                if executor is not None:
                    watch.after(found.draws)
        finally:
            watch.stop()
            for one in pending:
                one.cancel()
    if tally is None or tally.failed == tally.draws:
        met = tally.failures.most_common() if tally is not None else []
        causes = "; ".join(f"{cause} ({count} times)" for cause, count in met)
        raise MethodError(Finding("uncertainty.all-failed", "assumptions", f"every draw failed: {causes}"))
    return Uncertainty(evaluation, scorer.assumptions, tally, seed)


def count_draws(
    scorer: Scorer,
    classes: Classes,
    seed: int,
    start: int,
    count: int,
    *,
    after: Callable[[int], None] | None = None,
) -> Tally:
    """Score and count ``count`` draws from number ``start`` on; what a worker does.

    ``after`` is called with the draws of each block; what it raises ends the work.
    """
    tally = Tally(classes)
    for points in uniforms(seed, scorer.dimensions, start, count, _block(scorer)):
        drawn = scorer.score(points)
        tally.add(drawn, ranks_of(drawn.scores, scorer.evaluation.method.ranking, scorer.evaluation.context))
        if after is not None:
            after(len(points))
    return tally.done()


def _block(scorer: Scorer) -> int:
    return max(8, min(DRAWS_A_BLOCK, BLOCK // scorer.numbers_a_draw))


def _tasks(scorer: Scorer, classes: Classes, draws: int) -> list[tuple[int, int]]:
    """Part the draws among tasks, by sizes alone: the same for one worker and for many."""
    heavy = classes.units * (classes.rank_classes + SCORE_CLASSES) > RANKS_HEAVY
    least = 1024 if scorer.numbers_a_draw < 10_000 else 8
    tasks = max(1, min(2 if heavy else TASKS, draws // least))
    ends = [draws * k // tasks for k in range(tasks + 1)]
    return [(first, last - first) for first, last in pairwise(ends)]


RANKS_HEAVY = 20_000_000
"""Counters above which only two tallies are held at a time."""


def _classes(scorer: Scorer, draws: int, seed: int, tops: tuple[int, ...], *, pairs: bool) -> Classes:
    """Say how to count; where scores are too many to keep, a pilot of the first draws says where they lie."""
    evaluation = scorer.evaluation
    units = len(evaluation.units)
    keeps = draws * units <= SCORES_KEPT
    low, step = np.zeros(units), np.ones(units)
    if not keeps:
        low, step = _score_classes(scorer, seed)
    return Classes(units, width_of(units), low, step, tops, _tier_count(scorer), pairs, keeps)


def _score_classes(scorer: Scorer, seed: int) -> tuple[FloatArray, FloatArray]:
    count = int(np.clip(BLOCK // scorer.numbers_a_draw, 16, PILOT))
    pilot = scorer.score(next(uniforms(seed, scorer.dimensions, 0, count, count))).scores
    held = np.where(np.isnan(pilot).all(axis=0), scorer.evaluation.scores, pilot)
    held = np.nan_to_num(held, nan=0.0)
    spread = np.maximum(held.std(axis=0), 1e-9 * np.maximum(np.abs(held).max(axis=0), 1e-300))
    low = held.mean(axis=0) - 6 * spread
    return low, np.asarray(12 * spread / SCORE_CLASSES)


def _tier_count(scorer: Scorer) -> int:
    """Return the greatest number of tiers that any realisation can have."""
    from parkindex.analysis.uncertainty.assumptions import Alternatives

    steps = [scorer.evaluation.method.tiers]
    for one in scorer.assumptions:
        if isinstance(one, Alternatives) and one.step == "tiers":
            steps += one.options
    return max(_tiers_of(step) for step in steps)


def _tiers_of(step: Step) -> int:
    if step.name == "none":
        return 0
    if step.name in {"thresholds", "quantiles", "deviations"}:
        return len(step.parameters.get("at", (0, 0))) + 1
    return int(step.parameters.get("count", 3))
