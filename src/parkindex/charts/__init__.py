"""Charts: data with words until `render` draws it as SVG, without a browser."""

from __future__ import annotations

from parkindex.charts.chart import KINDS, Chart
from parkindex.charts.svg import render, render_many

__all__ = ["KINDS", "Chart", "render", "render_many"]
