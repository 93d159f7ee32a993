"""Run all benchmarks, or the named: ``python -m benchmarks [processes] [charts] [engine] [uncertainty] [audit]``."""

from __future__ import annotations

import sys

from benchmarks import audit, charts, engine, processes, uncertainty

BENCHMARKS = {
    "processes": processes.main,
    "charts": charts.main,
    "engine": engine.main,
    "uncertainty": uncertainty.main,
    "audit": audit.main,
}


def main(names: list[str]) -> None:
    """Run the benchmarks in the order of the table."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        raise SystemExit(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    for name, benchmark in BENCHMARKS.items():
        if not names or name in names:
            print(f"\n{name}\n")
            benchmark()


if __name__ == "__main__":
    main(sys.argv[1:])
