"""How fast the engine is: against plain numpy and, where they are installed, pymcdm and scikit-criteria, side by side.

The contestants of a row take turns in one process, so that a busy machine slows all of them alike; the least time of
each counts. ``pip install -r requirements-benchmarks.txt`` brings the other two; nothing else needs them.
"""

from __future__ import annotations

import time
import tracemalloc
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np

from parkindex.engine import Method, Step, Structure, run
from parkindex.engine.aggregation import copeland, promethee, topsis, vikor
from parkindex.engine.arrays import FloatArray
from parkindex.engine.context import EMPTY
from parkindex.engine.normalisation import min_max, vector
from parkindex.engine.passes import aggregate
from parkindex.engine.weighting import critic, entropy, merec

UNITS, INDICATORS = 10_000, 50
Contest = dict[str, Callable[[], Any]]


def main() -> None:
    """Print one row a task: milliseconds of each contestant, and how many times as long the others take."""
    for title, contest, rounds in contests(np.random.default_rng(1).random((UNITS, INDICATORS)) + 0.1):
        report(title, contest, rounds)
    alone()


def contests(x: FloatArray) -> list[tuple[str, Contest, int]]:
    """Return title, contestants and rounds of every task on ``x`` (units, indicators)."""
    weight, up = np.full(INDICATORS, 1 / INDICATORS), np.ones(INDICATORS)
    few = x[:2000]
    return [
        ("normalise and aggregate, three levels", tree(x), 40),
        ("entropy", {"parkindex": lambda: entropy(x, up), **weighters(x, "entropy_weights")}, 15),
        ("CRITIC", {"parkindex": lambda: critic(x, up), **weighters(x, "critic_weights")}, 15),
        ("MEREC", {"parkindex": lambda: merec(x, up), **weighters(x, "merec_weights")}, 10),
        ("TOPSIS", {"parkindex": lambda: topsis(vector(x, up), weight), **rankers(x, weight, "TOPSIS")}, 15),
        ("VIKOR", {"parkindex": lambda: vikor(x, weight), **rankers(x, weight, "VIKOR")}, 15),
        (
            "PROMETHEE II, 2,000 units",
            {"parkindex": lambda: promethee(few, weight), **rankers(few, weight, "PROMETHEE_II")},
            2,
        ),
    ]


def tree(x: FloatArray) -> Contest:
    """Return the task of a tree with five pillars of ten indicators, in ParkIndex and in plain numpy."""
    parents: dict[str, str | None] = {"index": None}
    for pillar in range(5):
        parents[f"p{pillar}"] = "index"
        parents |= {f"p{pillar}i{k}": f"p{pillar}" for k in range(10)}
    structure = Structure.of(parents)

    def ours() -> FloatArray:
        return aggregate(min_max(x, np.ones(INDICATORS)), structure, structure.shares, Method("m"), EMPTY)[0]

    def plainly() -> FloatArray:
        scaled = (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)) * 100
        pillars = np.stack([scaled[:, 10 * p : 10 * p + 10] @ np.full(10, 0.1) for p in range(5)], axis=1)
        return np.asarray(pillars @ np.full(5, 0.2))

    np.testing.assert_allclose(ours()[:, 0], plainly())
    return {"parkindex": ours, "numpy": plainly}


def weighters(x: FloatArray, name: str) -> Contest:
    """Return the same weighting in the other two libraries."""
    contest: Contest = {}
    types = np.ones(INDICATORS)
    if find_spec("pymcdm"):
        import pymcdm.weights

        pymcdm_weights = getattr(pymcdm.weights, name)
        contest["pymcdm"] = lambda: pymcdm_weights(x, types)
    if find_spec("skcriteria"):
        import skcriteria.preprocessing.weighters as weighters_of_skcriteria

        other = getattr(weighters_of_skcriteria, name)
        arguments = (x,) if name == "entropy_weights" else (x, types)
        contest["scikit-criteria"] = lambda: other(*arguments)
    return contest


def rankers(x: FloatArray, weight: FloatArray, name: str) -> Contest:
    """Return the same ranking method in the other two libraries."""
    contest: Contest = {}
    types = np.ones(INDICATORS)
    if find_spec("pymcdm"):
        import pymcdm.methods

        method = getattr(pymcdm.methods, name)
        made = method("usual") if name == "PROMETHEE_II" else method()
        contest["pymcdm"] = lambda: made(x, weight, types)
    if find_spec("skcriteria") and name != "PROMETHEE_II":
        import skcriteria
        from skcriteria.agg.topsis import TOPSIS
        from skcriteria.agg.vikor import VIKOR
        from skcriteria.preprocessing.scalers import VectorScaler

        decision = skcriteria.mkdm(x, [max] * INDICATORS, weights=weight)
        if name == "TOPSIS":
            contest["scikit-criteria"] = lambda: TOPSIS().evaluate(VectorScaler(target="matrix").transform(decision))
        else:
            contest["scikit-criteria"] = lambda: VIKOR().evaluate(decision)
    return contest


def alone() -> None:
    """Print the tasks that no other library does, with the memory that grows, or does not, with the units."""
    random = np.random.default_rng(2)
    for units in (300, 5000):
        x = random.random((units, INDICATORS))
        report(f"Copeland, {units:,} units", {"parkindex": lambda x=x: copeland(x, np.ones(INDICATORS))}, 3)
        print(f"{'':44}peak memory {peak(lambda x=x: copeland(x, np.ones(INDICATORS))):.1f} MB")
    x = random.random((2000, INDICATORS))
    print(f"{'PROMETHEE II, 2,000 units':44}peak memory {peak(lambda: promethee(x, np.ones(INDICATORS))):.1f} MB")
    report("an index of 51 units and 49 indicators", {"parkindex": example()}, 40)


def example() -> Callable[[], Any]:
    """Return a whole index, raw data to ranks, of the size of the reference example: skewed, with gaps, four levels."""
    random = np.random.default_rng(3)
    parents: dict[str, str | None] = {"index": None, "one": "index", "two": "index"}
    for pillar in range(7):
        parents[f"p{pillar}"] = "one" if pillar < 4 else "two"
        parents |= {f"p{pillar}i{k}": f"p{pillar}" for k in range(7)}
    structure = Structure.of(parents)
    values = np.full((51, len(structure)), np.nan)
    values[:, structure.leaves] = random.lognormal(0, 0.9, (51, 49))
    values[random.random(values.shape) < 0.05] = np.nan
    method = Method(
        "example",
        imputation=Step("mean"),
        treatment=Step("winsorise", {"otherwise": "log"}),
        normalisation=Step("min_max"),
    )
    return lambda: run(values, structure, np.ones(len(structure)), method)


def report(title: str, contest: Contest, rounds: int) -> None:
    """Let the contestants take turns and print a row."""
    least = dict.fromkeys(contest, np.inf)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(rounds + 1):
            for name, task in contest.items():
                started = time.perf_counter()
                task()
                least[name] = min(least[name], 1000 * (time.perf_counter() - started))
    ours = least["parkindex"]
    others = [f"{name} {spent:9.2f} ms ({spent / ours:.1f} x)" for name, spent in least.items() if name != "parkindex"]
    print(f"{title:44}parkindex {ours:9.2f} ms   {'   '.join(others)}".rstrip())


def peak(task: Callable[[], Any]) -> float:
    """Return the most memory that a task takes beyond what it starts with, in megabytes."""
    tracemalloc.start()
    task()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


if __name__ == "__main__":
    main()
