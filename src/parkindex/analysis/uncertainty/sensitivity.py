"""Sensitivity analysis: which assumption moves the ranking most, alone and together with others.

Every assumption is one input, however many coordinates it takes: its coordinates are exchanged together, which gives
the indices of the group. Source: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018.
"""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.uncertainty.assumptions import Assumption, name_of
from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.indices import Estimator, Indices, indices
from parkindex.analysis.uncertainty.places import ranks_of
from parkindex.analysis.uncertainty.scoring import Scorer
from parkindex.analysis.uncertainty.watch import Watch
from parkindex.errors import Finding, MethodError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.engine.arrays import FloatArray

MEAN_SHIFT = "mean rank shift"
TIER_CHANGES = "tier changes"

BLOCK = 1_000_000
"""Numbers in memory for the runs of one block of rows."""

ROWS_A_TASK = 256


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """Indices of every assumption, in the order of ``inputs``, by target.

    Targets: 'mean rank shift' (mean distance of ranks from the published ones, in places), 'tier changes' (units in
    another tier than published; only for methods with tiers), and ``rank of CODE`` for units that were asked for.
    ``runs`` were scored; rows with a run that ``failures`` counts are left out.
    """

    inputs: tuple[str, ...]
    targets: Mapping[str, Indices]
    runs: int
    rows: int
    rows_left: int
    failures: Mapping[str, int]
    seed: int


def analyse_sensitivity(
    evaluation: Evaluation,
    assumptions: Sequence[Assumption],
    *,
    rows: int = 512,
    seed: int = 0,
    units: Sequence[str] = (),
    estimator: Estimator = "centred",
    level: float = 0.9,
    resamples: int = 1000,
    executor: Executor | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Sensitivity:
    """Score a design of ``rows`` times (assumptions + 2) runs and say what share of the variance each input explains.

    ``rows`` should be a power of two, for which the sequence is balanced. Raises `MethodError` when there is nothing to
    vary, or when no row is left.
    """
    scorer = Scorer(evaluation, tuple(assumptions))
    if not scorer.dimensions:
        raise MethodError(Finding("sensitivity.nothing", "assumptions", "there is no assumption that could vary"))
    evaluation.outcome  # noqa: B018 - scored once here, not once in every worker
    names = _targets(evaluation, units)
    tasks = [(first, min(ROWS_A_TASK, rows - first)) for first in range(0, rows, ROWS_A_TASK)]
    results, failures = np.empty((len(names), len(scorer.assumptions) + 2, rows)), Counter[str]()
    watch = Watch(rows, report)
    own = ThreadPoolExecutor(max_workers=os.cpu_count()) if executor is None else nullcontext(executor)
    with own as workers:
        score_here = partial(score_rows, after=watch.after) if executor is None else score_rows
        pending = [workers.submit(score_here, scorer, seed, start, count, tuple(units)) for start, count in tasks]
        try:
            for (start, count), task in zip(tasks, pending, strict=True):
                found, met = task.result()
                results[..., start : start + count] = found
                failures.update(met)
                if executor is not None:
                    watch.after(count)
        finally:
            watch.stop()
            for task in pending:
                task.cancel()
    left = ~np.isnan(results).any(axis=(0, 1))
    if np.count_nonzero(left) < 2:
        causes = "; ".join(f"{cause} ({count} times)" for cause, count in failures.most_common())
        raise MethodError(Finding("sensitivity.all-failed", "assumptions", f"no row of the design is whole: {causes}"))
    targets = {
        name: indices(
            one[0, left], one[1, left], one[2:, left], estimator=estimator, level=level, resamples=resamples, seed=seed
        )
        for name, one in zip(names, results, strict=True)
    }
    inputs = tuple(name_of(one) for one in assumptions)
    runs = rows * (len(inputs) + 2)
    return Sensitivity(inputs, targets, runs, rows, int(left.sum()), dict(failures.most_common()), seed)


def design(first: FloatArray, second: FloatArray, spans: Sequence[slice]) -> FloatArray:
    """Return the points of A, B and every AB_i below each other, ((inputs + 2) times rows, dimensions)."""
    parts = [first, second]
    for span in spans:
        exchanged = first.copy()
        exchanged[:, span] = second[:, span]
        parts.append(exchanged)
    return np.concatenate(parts)


def score_rows(
    scorer: Scorer,
    seed: int,
    start: int,
    count: int,
    units: tuple[str, ...],
    *,
    after: Callable[[int], None] | None = None,
) -> tuple[FloatArray, Counter[str]]:
    """Score some rows of the design; return targets (targets, inputs + 2, rows) and causes of failure.

    ``after`` is called with the rows of each block; what it raises ends the work.
    """
    parts, failures = [], Counter[str]()
    runs = len(scorer.assumptions) + 2
    size = max(1, BLOCK // (scorer.numbers_a_draw * runs))
    for points in uniforms(seed, 2 * scorer.dimensions, start, count, size):
        first, second = points[:, : scorer.dimensions], points[:, scorer.dimensions :]
        drawn = scorer.score(design(first, second, scorer.spans))
        failures.update(drawn.failures)
        found = targets_of(scorer.evaluation, drawn.scores, drawn.tiers, units)
        found[:, drawn.failed] = np.nan
        parts.append(found.reshape(len(found), runs, len(points)))
        if after is not None:
            after(len(points))
    return np.concatenate(parts, axis=2), failures


def _targets(evaluation: Evaluation, units: Sequence[str]) -> tuple[str, ...]:
    tiered = () if evaluation.method.tiers.name == "none" else (TIER_CHANGES,)
    return (MEAN_SHIFT, *tiered, *(f"rank of {unit}" for unit in units))


def targets_of(
    evaluation: Evaluation, scores: FloatArray, tiers: FloatArray | None, units: Sequence[str] = ()
) -> FloatArray:
    """Return what the sensitivity of is asked, (targets, draws)."""
    ranks = ranks_of(scores, evaluation.method.ranking, evaluation.context).astype(np.float64)
    ranks[ranks == 0] = np.nan
    with np.errstate(invalid="ignore"):
        shift = np.abs(ranks - evaluation.ranks)
        present = ~np.isnan(shift)
        mean = np.where(present, shift, 0.0).sum(axis=1) / np.maximum(present.sum(axis=1), 1)
    found = [mean]
    if evaluation.method.tiers.name != "none":
        changed = np.zeros(len(scores)) if tiers is None else _changes(tiers, evaluation.tiers)
        found.append(changed)
    place = {unit: row for row, unit in enumerate(evaluation.units)}
    found += [ranks[:, place[unit]] for unit in units]
    return np.stack(found)


def _changes(tiers: FloatArray, published: FloatArray) -> FloatArray:
    """Return how many units of each draw are in another tier than published."""
    differs = (tiers != published) & ~(np.isnan(tiers) & np.isnan(published))
    return np.asarray(differs.sum(axis=1), dtype=np.float64)
