"""Watching threads: sums are reported, and a stop ends whoever reports next."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

import pytest

from parkindex.analysis.uncertainty.watch import Watch


def test_what_many_threads_have_done_adds_up() -> None:
    told: list[tuple[int, int]] = []
    watch = Watch(400, lambda done, total: told.append((done, total)))
    with ThreadPoolExecutor(4) as workers:
        for _ in range(400):
            workers.submit(watch.after, 1)
    assert told == [(done, 400) for done in range(1, 401)]


def test_a_stop_ends_a_thread_at_its_next_report() -> None:
    watch, reports, began = Watch(10), 0, threading.Event()

    def work() -> None:
        nonlocal reports
        while True:
            watch.after(1)
            reports += 1
            began.set()

    with ThreadPoolExecutor(1) as workers:
        endless = workers.submit(work)
        assert began.wait(10)
        watch.stop()
        with pytest.raises(CancelledError):
            endless.result(10)
    assert reports > 0


def test_nobody_needs_to_listen() -> None:
    Watch(1).after(1)
