"""How long one chart takes to draw, for every figure of the 2019 edition."""

from __future__ import annotations

import statistics
import time

from benchmarks.processes import EDITION


def main(runs: int = 5) -> None:
    """Print the median time of each figure, the slowest first, and the time to start the engine that draws them."""
    from parkindex.charts.svg import render
    from parkindex.edition import open_edition
    from parkindex.publishing.compose import compose

    document = compose(open_edition(EDITION), "zh")
    charts = {chart.name: chart for chart in document.figures()}
    started = time.perf_counter()
    render(next(iter(charts.values())))
    print(f"start of the engine with the first chart {1000 * (time.perf_counter() - started):.0f} ms")
    timed = {}
    for name, chart in charts.items():
        seconds = []
        for _ in range(runs):
            started = time.perf_counter()
            render(chart)
            seconds.append(time.perf_counter() - started)
        timed[name] = 1000 * statistics.median(seconds)
    print(f"{len(timed)} figures, median {statistics.median(timed.values()):.1f} ms, slowest:")
    for name, milliseconds in sorted(timed.items(), key=lambda item: -item[1])[:8]:
        print(f"  {name:32} {milliseconds:6.1f} ms")
