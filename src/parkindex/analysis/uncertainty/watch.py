"""Watching threads at work: how far they are, and an end to them all when the one who asked has gone."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Watch:
    """Adds up what threads have done of ``total``, reports it, and ends them at their next report once stopped.

    A thread in the middle of its work cannot be cancelled; without this an interrupted analysis would run to its end.
    """

    def __init__(self, total: int, report: Callable[[int, int], None] | None = None) -> None:
        """Start from nothing done."""
        self._done, self._total, self._report = 0, total, report
        self._stopped, self._lock = threading.Event(), threading.Lock()

    def after(self, count: int) -> None:
        """Add what a thread has just done; raises `CancelledError` in it once the watch was stopped."""
        if self._stopped.is_set():
            raise CancelledError
        with self._lock:
            self._done += count
            if self._report is not None:
                self._report(self._done, self._total)

    def stop(self) -> None:
        """End every thread at its next report."""
        self._stopped.set()
