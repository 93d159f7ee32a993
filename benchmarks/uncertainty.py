"""How fast uncertainty and sensitivity analyses are, side by side with plain numpy and with sorting alone.

The contestants of a row take turns in one process, so that a busy machine slows all of them alike; the least time of
each counts. Before a row is timed, all of them must agree. Peak memory is that of a new process that does the row once.
``python -m benchmarks uncertainty``; the reference example is left out where its results are not there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import plain
from benchmarks.example import reference_source
from benchmarks.rivals import Task
from parkindex.analysis.uncertainty.assumptions import Alternatives, VariedWeights
from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.indices import indices
from parkindex.analysis.uncertainty.propagation import propagate
from parkindex.analysis.uncertainty.scoring import Scorer
from parkindex.analysis.uncertainty.sensitivity import MEAN_SHIFT, analyse_sensitivity, design, targets_of
from parkindex.engine import Method, Step, Structure, run
from parkindex.engine.arrays import FloatArray, IntArray

if TYPE_CHECKING:
    from tests.known.conftest import Reference

THREADS = 2
ROWS = 500


@dataclass(frozen=True)
class Case:
    """An index of two levels, about ten indicators to a pillar, whose weights vary: the size, and the bound."""

    units: int
    indicators: int
    draws: int
    seconds: float
    rounds: int

    @property
    def pillar(self) -> IntArray:
        """The pillar of each indicator, side by side."""
        return np.arange(self.indicators) * max(2, self.indicators // 10) // self.indicators

    def values(self) -> FloatArray:
        """Return random values, (units, indicators)."""
        return np.random.default_rng(1).random((self.units, self.indicators))

    def evaluation(self) -> Evaluation:
        """Return the index as ParkIndex has it."""
        parents: dict[str, str | None] = {"index": None}
        parents |= {f"p{k}": "index" for k in range(int(self.pillar.max()) + 1)}
        parents |= {f"i{k}": f"p{own}" for k, own in enumerate(self.pillar)}
        structure = Structure.of(parents)
        values = np.full((self.units, len(structure)), np.nan)
        values[:, structure.leaves] = self.values()
        codes = tuple(map(str, range(self.units)))
        method = Method("weights only", normalisation=Step("min_max"))
        return Evaluation(codes, values, structure, np.ones(len(structure)), method)


CASES = (Case(22, 11, 100_000, 0.1, 12), Case(2_500, 50, 100_000, 6.0, 2), Case(80_000, 50, 1_000, 8.0, 4))


def main() -> None:
    """Print a row a task: seconds and nanoseconds a unit and draw of each contestant, and peak memory."""
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    source, note = reference_source()
    if source is None:
        print(f"the runs of the reference are not measured: {note}")
    else:
        reference_runs(source)
    for case in CASES:
        weights_only(case)


def weights_only(case: Case) -> None:
    """Measure one case of uncertain weights."""
    peak = {name: alone(name, case) for name in ("parkindex", "numpy")}
    evaluation, values, pillar = case.evaluation(), case.values(), case.pillar
    agree(evaluation, case, plain.uncertain_weights(values, pillar, min(case.draws, 2_000)))
    contest: dict[str, Callable[[], object]] = {
        "parkindex": lambda: drawn(evaluation, case.draws),
        "numpy": lambda: plain.uncertain_weights(values, pillar, case.draws),
        "sorting": lambda: sort_only(case),
    }
    title = f"{case.units:,} units x {case.indicators} x {case.draws:,} draws"
    report(title, contest, case.rounds, case.units * case.draws, case.seconds)
    print(f"{'':44}peak memory {', '.join(f'{name} {size:.0f} MB' for name, size in peak.items())}")


def drawn(evaluation: Evaluation, draws: int) -> FloatArray:
    """Return what is asked of an analysis by ParkIndex on as many threads as are compared, (units, 3)."""
    with ThreadPoolExecutor(THREADS) as workers:
        found = propagate(evaluation, [VariedWeights(within=plain.WITHIN)], draws=draws, executor=workers)
    return np.column_stack([found.mean_ranks, found.rank_quantiles(np.array(plain.LEVELS))])


def agree(evaluation: Evaluation, case: Case, other: plain.Ranks) -> None:
    """Stop unless both find the same ranks in the first draws; ranks that share a counter agree to its width."""
    ours = drawn(evaluation, min(case.draws, 2_000))
    np.testing.assert_allclose(ours[:, 0], other.mean, rtol=1e-6, atol=0.01)
    width = max(1, case.units * case.units // 20_000_000 + 1)
    np.testing.assert_allclose(ours[:, 1:], other.quantiles, atol=width)


def sort_only(case: Case) -> None:
    """Sort as many scores as there are, in blocks on all threads: the least that ranks take."""
    rows = max(1, 1_000_000 // case.units)
    block = np.random.default_rng(0).random((rows, case.units))
    with ThreadPoolExecutor(THREADS) as workers:
        list(workers.map(lambda _: np.sort(block, axis=1), range(case.draws // rows)))


def alone(name: str, case: Case) -> float:
    """Return the peak memory in megabytes of a new process in which one contestant does a case."""
    arguments = [sys.executable, "-m", "benchmarks.uncertainty", name, str(CASES.index(case))]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    return float(done.stdout)


def once(name: str, case: Case) -> None:
    """Do a case once and print the peak memory of this process in megabytes (Linux)."""
    if name == "parkindex":
        drawn(case.evaluation(), case.draws)
    else:
        plain.uncertain_weights(case.values(), case.pillar, case.draws)
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    print(int(found.group(1)) / 1024 if found else float("nan"))


def reference_runs(source: Reference) -> None:
    """Measure the 600 runs of the reference's sensitivity analysis, and a design of five times as many."""
    from tests.known.test_reference_uncertainty import points_of, scorer_of

    points, scorer = points_of(source), scorer_of(source)
    levels = plain_levels(scorer)

    def ours() -> FloatArray:
        fresh = Scorer(replace(scorer.evaluation), scorer.assumptions)
        shift = targets_of(fresh.evaluation, fresh.score(points).scores, None)[0].reshape(6, -1)
        found = indices(shift[0], shift[1], shift[2:])
        return np.stack([found.first, found.total])

    def large() -> FloatArray:
        found = analyse_sensitivity(replace(scorer.evaluation), scorer.assumptions, rows=ROWS).targets[MEAN_SHIFT]
        return np.stack([found.first, found.total])

    def plainly(points: FloatArray) -> FloatArray:
        choices = np.minimum((points * (5, 2, 100, 2)).astype(np.intp), (4, 1, 99, 1))
        return np.stack(plain.sobol(levels.mean_shifts(choices), 4))

    whole = next(iter(uniforms(0, 8, 0, ROWS, ROWS)))
    many = design(whole[:, :4], whole[:, 4:], scorer.spans)
    units = len(source.units)
    rows: tuple[tuple[str, Task, FloatArray, float], ...] = (
        ("the reference's 600 runs", ours, points, 0.06),
        (f"a design of {len(many):,} runs", large, many, 0.25),
    )
    for title, task, runs, seconds in rows:
        np.testing.assert_allclose(task(), plainly(runs), rtol=1e-9, atol=1e-12, err_msg=title)
        contest: dict[str, Task] = {"parkindex": task, "numpy": partial(plainly, runs)}
        report(title, contest, 8, len(runs) * units, seconds)


def plain_levels(scorer: Scorer) -> plain.Levels:
    """Return the reference's index for plain numpy, to which the treated values are given, all better when high."""
    held = scorer.evaluation
    structure = held.structure
    options = [replace(held.method, normalisation=Step("min_max"), treatment=step) for step in treatments(scorer)]
    treated = [run(held.values, structure, held.direction, one).normalised[:, structure.leaves] for one in options]
    points = (np.arange(100) + 0.5) / 100
    return plain.Levels(
        dict(enumerate(treated)),
        structure.leaves,
        tuple((int(node), structure.children(int(node))) for node in structure.bottom_up),
        scorer.weights(np.column_stack([np.zeros((100, 2)), points, np.zeros(100)])),
        held.ranks,
    )


def treatments(scorer: Scorer) -> tuple[Step, ...]:
    """Return the treatments that the reference chooses among."""
    return next(one.options for one in scorer.assumptions if isinstance(one, Alternatives) and one.step == "treatment")


def report(title: str, contest: Mapping[str, Callable[[], object]], rounds: int, numbers: int, bound: float) -> None:
    """Let the contestants take turns and print a row, with the bound that ParkIndex is held to."""
    least = dict.fromkeys(contest, np.inf)
    for turn in range(rounds):
        for name, task in contest.items():
            if turn and name == "numpy" and least[name] > 10:
                continue
            started = time.perf_counter()
            task()
            least[name] = min(least[name], time.perf_counter() - started)
    ours = least["parkindex"]
    parts = [
        f"{name} {spent:7.3f} s {1e9 * spent / numbers:6.1f} ns ({spent / ours:.1f} x)" for name, spent in least.items()
    ]
    kept = "within" if ours <= bound else "OVER"
    print(f"{title:44}{'   '.join(parts)}   {kept} {bound:g} s")


if __name__ == "__main__":
    once(sys.argv[1], CASES[int(sys.argv[2])])
