"""How fast the engine is: against plain numpy and, where they are installed, pymcdm and scikit-criteria, side by side.

The contestants of a row take turns in one process, so that a busy machine slows all of them alike; the least time of
each counts. Before a row is timed, all of them must agree. ``pip install -r requirements-benchmarks.txt`` brings the
other two; without them their columns are missing, and said to be.
"""

from __future__ import annotations

import time
import tracemalloc
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks import example, rivals
from benchmarks.rivals import Task
from parkindex.engine import Method, Structure
from parkindex.engine.aggregation import copeland, promethee, topsis, vikor
from parkindex.engine.arrays import FloatArray
from parkindex.engine.context import EMPTY
from parkindex.engine.frontier import benefit_of_the_doubt
from parkindex.engine.imputation_models import nearest_neighbours
from parkindex.engine.normalisation import min_max, vector
from parkindex.engine.passes import aggregate
from parkindex.engine.weighting import critic, entropy, merec

UNITS, INDICATORS = 10_000, 50
Contest = dict[str, Task]


def main() -> None:
    """Print one row a task: milliseconds of each contestant, and how many times as long the others take."""
    for name in rivals.missing():
        print(f"{name} is not installed, so it is not measured (pip install -r requirements-benchmarks.txt)")
    for title, contest, rounds in contests(np.random.default_rng(1).random((UNITS, INDICATORS)) + 0.1):
        agree(title, contest)
        report(title, contest, rounds)
        print(f"{'':44}peak memory {', '.join(f'{name} {peak(task):.1f} MB' for name, task in contest.items())}")
    alone()
    whole()


def contests(x: FloatArray) -> list[tuple[str, Contest, int]]:
    """Return title, contestants and rounds of every task on ``x`` (units, indicators)."""
    weight, up = np.full(INDICATORS, 1 / INDICATORS), np.ones(INDICATORS)
    few = x[:2000]
    linear = {"preference": "linear", "indifference": 0.1, "strict": 0.5}
    return [
        ("normalise and aggregate, three levels", tree(x), 40),
        ("entropy", {"parkindex": lambda: entropy(x, up), **rivals.weighters(x, "entropy_weights")}, 15),
        ("CRITIC", {"parkindex": lambda: critic(x, up), **rivals.weighters(x, "critic_weights")}, 15),
        ("MEREC", {"parkindex": lambda: merec(x, up), **rivals.weighters(x, "merec_weights")}, 10),
        ("TOPSIS", {"parkindex": lambda: topsis(vector(x, up), weight), **rivals.topsis(x, weight)}, 15),
        ("VIKOR", {"parkindex": lambda: vikor(x, weight), **rivals.vikor(x, weight)}, 15),
        (
            "PROMETHEE II, usual, 2,000 units",
            {"parkindex": lambda: promethee(few, weight), **rivals.promethee(few, weight)},
            2,
        ),
        (
            "PROMETHEE II, linear, 2,000 units",
            {
                "parkindex": lambda: promethee(few, weight, **linear),
                **rivals.promethee(few, weight, "linear", 0.1, 0.5),
            },
            2,
        ),
    ]


def agree(title: str, contest: Contest) -> None:
    """Stop unless all contestants give the same numbers, to 1e-9."""
    ours = contest["parkindex"]()
    for name, task in contest.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            np.testing.assert_allclose(task(), ours, rtol=1e-9, atol=1e-9, err_msg=f"{title}: {name}")


def tree(x: FloatArray) -> Contest:
    """Return the task of a tree with five pillars of ten indicators, in ParkIndex and in plain numpy."""
    parents: dict[str, str | None] = {"index": None}
    for pillar in range(5):
        parents[f"p{pillar}"] = "index"
        parents |= {f"p{pillar}i{k}": f"p{pillar}" for k in range(10)}
    structure = Structure.of(parents)

    def ours() -> FloatArray:
        scaled = min_max(x, np.ones(INDICATORS))
        return aggregate(scaled, structure, structure.shares, Method("m"), EMPTY)[0][:, 0]

    def plainly() -> FloatArray:
        scaled = (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)) * 100
        pillars = np.stack([scaled[:, 10 * p : 10 * p + 10] @ np.full(10, 0.1) for p in range(5)], axis=1)
        return np.asarray(pillars @ np.full(5, 0.2))

    return {"parkindex": ours, "numpy": plainly}


def alone() -> None:
    """Print the tasks that no other library does, with the memory that grows, or does not, with the units."""
    random = np.random.default_rng(2)
    for units in (300, 5000):
        x = random.random((units, INDICATORS))
        report(f"Copeland, {units:,} units", {"parkindex": lambda x=x: copeland(x, np.ones(INDICATORS))}, 3)
        print(f"{'':44}peak memory {peak(lambda x=x: copeland(x, np.ones(INDICATORS))):.1f} MB")
    many = random.random((UNITS, INDICATORS))
    report(f"PROMETHEE II, {UNITS:,} units", {"parkindex": lambda: promethee(many, np.ones(INDICATORS))}, 2)
    print(f"{'':44}peak memory {peak(lambda: promethee(many, np.ones(INDICATORS))):.1f} MB")
    gaps = np.where(random.random((3000, INDICATORS)) < 0.05, np.nan, many[:3000])
    report("nearest neighbours, 3,000 units, 5 % gaps", {"parkindex": lambda: nearest_neighbours(gaps)[0]}, 1)
    shares = many[:1000, :8] + 0.1
    report("benefit of the doubt, 1,000 units", {"parkindex": lambda: benefit_of_the_doubt(shares, np.ones(8))}, 1)


def whole() -> None:
    """Print how long a whole index takes from raw data to ranks."""
    task, note = example.reference()
    if task is None:
        print(f"the example index of the reference is not measured: {note}")
    else:
        report("the example index of the reference", {"parkindex": task}, 60)
    report("an index of its size, made up", {"parkindex": example.made_up()}, 60)


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
