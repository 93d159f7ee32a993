"""Charts drawn beside the rest: in threads with a JavaScript engine each, which let Python go on while they draw."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.publishing.document import Document

MOST_THREADS = 2
"""Engines at most: each loads the chart bundle anew."""


class Drawers:
    """Threads that draw the charts of documents, in the order in which documents are handed in.

    A drawing has the same bytes whichever thread made it. Leave with ``with``: what is not drawn by then is dropped.
    """

    def __init__(self) -> None:
        """Start the threads; they load their engines while there is nothing to draw yet."""
        threads = min(MOST_THREADS, os.cpu_count() or 1)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="draw")
        for _ in range(threads):
            self._threads.submit(_load)  # a bundle that is missing is said when there is a chart to draw
        self._begun: dict[int, tuple[Document, dict[str, Future[str]]]] = {}

    def __enter__(self) -> Self:
        """Return the drawers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Drop what is not drawn, and wait for the threads."""
        self._threads.shutdown(cancel_futures=True)

    def begin(self, document: Document) -> None:
        """Have the charts of a document drawn, if they are not already."""
        if id(document) not in self._begun:
            charts = {chart.name: self._threads.submit(_drawn, chart) for chart in document.figures()}
            self._begun[id(document)] = (document, charts)

    def drawn(self, document: Document) -> dict[str, str]:
        """Wait for the charts of a document; return each drawing by the chart's name.

        Raises `PublishingError` for the first chart, in the order of the document, that cannot be drawn.
        """
        self.begin(document)
        _, charts = self._begun.pop(id(document))
        return {name: drawing.result() for name, drawing in charts.items()}


def _drawn(chart: Chart) -> str:
    from parkindex.charts.svg import render

    return render(chart)


def _load() -> None:
    from parkindex.charts.svg_engine import shared_engine

    shared_engine()
