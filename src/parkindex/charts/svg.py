"""Charts as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.svg_engine import shared_engine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.charts.chart import Chart


def render(chart: Chart) -> str:
    """Return one chart as SVG, the same bytes for the same chart, in whichever thread it is drawn."""
    return shared_engine().render(chart)


def render_many(charts: Iterable[Chart]) -> list[str]:
    """Return several charts as SVG, in their order."""
    return [render(chart) for chart in charts]
