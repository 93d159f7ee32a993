"""Whole commands in new processes, as a user meets them: wall time and peak memory.

The peak is the largest resident size of the command or of any process that it started, as the kernel accounts for it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

EDITION = Path(__file__).parents[1] / "editions" / "blockchain-parks-2019"


@dataclass(frozen=True)
class Run:
    """One run of a command: wall time in seconds, peak memory in megabytes."""

    wall: float
    peak: float


def run_once(arguments: list[str]) -> Run:
    """Run ``parkindex`` with arguments in a new process, its output thrown away; an audit may leave with 1."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        void = os.open(os.devnull, os.O_WRONLY)
        os.dup2(void, 1)
        os.dup2(void, 2)
        os.execv(sys.executable, [sys.executable, "-m", "parkindex", *arguments])
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in ({0, 1} if arguments[0] == "audit" else {0}):
        raise SystemExit(f"parkindex {' '.join(arguments)} left with {os.waitstatus_to_exitcode(status)}")
    return Run(time.perf_counter() - started, usage.ru_maxrss / 1024)


def main(runs: int = 5) -> None:
    """Print the median of several runs of each command, after one run to warm the disk."""
    with tempfile.TemporaryDirectory() as out:
        commands = {
            "--help": ["--help"],
            "score (2019)": ["score", str(EDITION), "--json"],
            "check (2019)": ["check", str(EDITION)],
            "audit (2019)": ["audit", str(EDITION), "--json"],
            "publish (2019, zh and en, HTML and PDF)": ["publish", str(EDITION), "--out", out],
        }
        print(f"{'command':42} {'wall s':>8} {'fastest':>8} {'peak MB':>8}   median of {runs} runs")
        for name, arguments in commands.items():
            run_once(arguments)
            done = [run_once(arguments) for _ in range(runs)]
            wall = [each.wall for each in done]
            peak = max(each.peak for each in done)
            print(f"{name:42} {statistics.median(wall):8.3f} {min(wall):8.3f} {peak:8.0f}")
