"""The JavaScript engine that draws: one context with the chart bundle loaded once."""

from __future__ import annotations

import json
import re
import threading
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from parkindex.errors import Finding, PublishingError

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart

BROWSER_STUBS = """
var self = globalThis, window = undefined;
function setTimeout() { return 0 } function clearTimeout() {}
"""


class SvgEngine:
    """Draws charts as SVG in an embedded JavaScript engine; neither a browser nor Node.js is needed.

    An engine belongs to the thread that made it. Loading the bundle takes longer than a chart, so keep it.
    """

    def __init__(self) -> None:
        """Load the chart bundle; a `PublishingError` says so where the package was installed without it."""
        import quickjs

        bundle = files("parkindex") / "data" / "charts.js"
        if not bundle.is_file():
            hint = "install the package anew: its build makes the bundle (`pip install .`, or `make report`)"
            raise PublishingError(Finding("charts.bundle", "", "the chart bundle is not in the package", hint))
        self._context: Any = quickjs.Context()
        self._context.set_max_stack_size(4 * 1024 * 1024)
        self._context.eval(BROWSER_STUBS)
        self._context.eval(bundle.read_text(encoding="utf-8"))
        self._draw: Any = self._context.get("renderChart")

    def render(self, chart: Chart) -> str:
        """Return the chart as SVG: the same bytes for the same chart, whatever was drawn before.

        Raises `PublishingError`, naming the chart, when its data are not what its kind needs.
        """
        import quickjs

        try:
            return str(self._draw(chart.to_json()))
        except quickjs.JSException as problem:
            message = f"the chart of kind '{chart.kind}' could not be drawn: {_first_line(str(problem))}"
            hint = "see docs/charts.md for the data that each kind needs"
            raise PublishingError(Finding("charts.drawing", f"figure '{chart.name}'", message, hint)) from problem

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of chart the bundle can draw."""
        return tuple(json.loads(self._context.eval("chartKinds()")))


_HELD = threading.local()


def shared_engine() -> SvgEngine:
    """Return the engine of this thread, made on first use."""
    if not hasattr(_HELD, "engine"):
        _HELD.engine = SvgEngine()
    engine: SvgEngine = _HELD.engine
    return engine


def _first_line(text: str) -> str:
    return re.sub(r"^\w*Error: ", "", text.strip().splitlines()[0]) if text.strip() else "unknown problem"
