"""Charts drawn in threads: the same bytes as one after the other, and nothing left running."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from parkindex.charts import Chart, render
from parkindex.errors import PublishingError
from parkindex.publishing.document import Document, Figure
from parkindex.publishing.drawing import Drawers


def bars(name: str, count: int) -> Figure:
    rows = [{"label": f"甲{place}", "value": place, "text": str(place)} for place in range(1, count + 1)]
    return Figure(Chart(name, "bars", "", data={"rows": rows}), 1)


@pytest.fixture
def documents(make_document: Callable[..., Document]) -> list[Document]:
    plain = make_document()
    return [
        replace(plain, blocks=tuple(bars(f"{language}-{count}", count) for count in range(1, 9)))
        for language in ("zh", "en")
    ]


def test_threads_draw_the_same_bytes(documents: list[Document]) -> None:
    with Drawers() as drawers:
        for document in documents:
            drawers.begin(document)
            drawers.begin(document)
        found = [drawers.drawn(document) for document in documents]
    for document, drawings in zip(documents, found, strict=True):
        assert drawings == {chart.name: render(chart) for chart in document.figures()}
        assert list(drawings) == [chart.name for chart in document.figures()]


def test_what_was_not_begun_is_drawn_when_it_is_asked_for(documents: list[Document]) -> None:
    with Drawers() as drawers:
        assert len(drawers.drawn(documents[0])) == 8


def test_the_first_chart_that_cannot_be_drawn_is_named(documents: list[Document]) -> None:
    wrong = tuple(Figure(Chart(name, "bars", "", data={}), 1) for name in ("one", "other"))
    with Drawers() as drawers, pytest.raises(PublishingError, match="one"):
        drawers.drawn(replace(documents[0], blocks=wrong))


def test_no_thread_is_left_when_work_is_broken_off(documents: list[Document]) -> None:
    def broken_off() -> None:
        with Drawers() as drawers:
            drawers.begin(documents[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("draw")]
