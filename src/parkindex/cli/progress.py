"""A word on stderr while work takes long: nothing within the first second, nothing when stderr is not a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds of work before anything is said."""

REFRESH = 0.2
"""Seconds between two looks at how far the work is."""

Report = Callable[[int, int], None]


@contextmanager
def progress(doing: str) -> Iterator[Report]:
    """Show that ``doing`` goes on, with the seconds that have passed, once it has taken over `PATIENCE`.

    What is yielded may be called, from any thread, with how much is done and of how much: then a bar and the time that
    is left are shown too.
    """
    state = [0, 0]

    def report(done: int, total: int) -> None:
        state[:] = done, total

    if not sys.stderr.isatty():
        yield report
        return
    ended = threading.Event()
    thread = threading.Thread(target=_show, args=(doing, ended, state), daemon=True)
    thread.start()
    try:
        yield report
    finally:
        ended.set()
        thread.join()


def _show(doing: str, ended: threading.Event, state: list[int]) -> None:
    if ended.wait(PATIENCE):
        return
    with _bar() as shown:
        task = shown.add_task(doing, total=None)
        while not ended.wait(REFRESH):
            done, total = state
            shown.update(task, completed=done, total=total or None)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)
