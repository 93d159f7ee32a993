"""How fast an audit is, check by check, and how often it raises an alarm about tables that are right.

A table of 5,000 units and 50 columns, read from CSV and from xlsx and audited by every check; the 2019 edition; and the
1,000 sound tables of tests/laws. ``python -m benchmarks audit``.
"""

from __future__ import annotations

import csv
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from parkindex.audit import CHECKS, Publication
from parkindex.audit.reading import open_table
from parkindex.audit.running import outcomes_of

UNITS, COLUMNS = 5_000, 50
SLOWEST = 6
"""Checks that a row names, the slowest first."""

EDITION = Path(__file__).parents[1] / "editions/blockchain-parks-2019"
Found = TypeVar("Found")


def main() -> None:
    """Print a row a task with the bound that it is held to, and the rate of alarms."""
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    with tempfile.TemporaryDirectory() as folder:
        path = write_table(Path(folder) / "table.csv")
        reading, table = timed(lambda: open_table(path))
        report(f"reading {UNITS:,} x {COLUMNS} from CSV", reading, 5)
        checked(f"auditing {UNITS:,} units x {COLUMNS} columns", table, 5)
    of_edition()
    silence()


def write_table(path: Path) -> Path:
    """Write a sound table: scores to two decimals, their mean, ranks, a city of each unit."""
    random = np.random.default_rng(1)
    quality = random.standard_normal((UNITS, 1))
    scores = np.round(50 + 8 * quality + 10 * random.standard_normal((UNITS, COLUMNS)), 2)
    totals = np.round(scores.mean(axis=1), 2)
    cities = random.integers(0, UNITS // 10, UNITS)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["rank", "name", "city", *(f"column {place}" for place in range(COLUMNS)), "total"])
        ranks = 1 + (totals[:, None] < totals).sum(axis=1)
        for row in np.argsort(ranks, kind="stable"):
            cells = [f"{score:.2f}" for score in scores[row]]
            writer.writerow([ranks[row], f"unit {row}", f"city {cities[row]}", *cells, f"{totals[row]:.2f}"])
    return path


def of_edition() -> None:
    """Measure the audit of the 2019 edition, scored before: once with its claims and uncertainty still to come."""
    from parkindex.edition import open_edition

    edition = open_edition(EDITION)
    edition.result()
    first, audited = timed(edition.audit)
    report("auditing the 2019 edition, claims still unread", first, 1)
    checked("auditing the 2019 edition", audited.publication, 1)


def checked(title: str, publication: Publication, bound: float) -> None:
    """Run every check and print the whole time, and the slowest checks."""
    spent = {code: timed(lambda check=check: outcomes_of(check, publication))[0] for code, check in CHECKS.items()}
    report(title, sum(spent.values()), bound)
    for code, seconds in Counter(spent).most_common(SLOWEST):
        print(f"    {code:46}{1000 * seconds:8.1f} ms")


def silence() -> None:
    """Print how many of the sound tables raise an alarm, and which checks raise it."""
    from tests.laws.test_audit_silence import TABLES, alarms

    raised = [alarms(seed) for seed in range(TABLES)]
    told = Counter(outcome.check for found in raised for outcome in found)
    listed = ", ".join(f"{code} {count}" for code, count in told.most_common()) or "none"
    print(f"{sum(map(bool, raised))} of {TABLES:,} sound tables raise an alarm over {len(CHECKS)} checks: {listed}")


def timed(task: Callable[[], Found]) -> tuple[float, Found]:
    """Return the seconds that a task takes, and what it finds."""
    started = time.perf_counter()
    found = task()
    return time.perf_counter() - started, found


def report(title: str, seconds: float, bound: float) -> None:
    """Print a row."""
    print(f"{title:48}{seconds:7.3f} s   {'within' if seconds <= bound else 'OVER'} {bound:g} s")


if __name__ == "__main__":
    main()
