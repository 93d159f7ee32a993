"""A word while work takes long, and silence otherwise."""

from __future__ import annotations

import io
import re
import sys
import time

import pytest

from parkindex.cli import progress as module
from parkindex.cli.progress import progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_nothing_is_said_into_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    with progress("Publishing"):
        time.sleep(0.02)
    assert capsys.readouterr().err == ""


def test_short_work_passes_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Publishing"):
        pass
    assert terminal.getvalue() == ""


def test_long_work_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    with progress("Publishing"):
        time.sleep(0.3)
    assert "Publishing" in terminal.getvalue()


def test_what_is_left_is_shown_once_the_extent_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    monkeypatch.setattr(module, "REFRESH", 0.01)
    with progress("Uncertainty") as report:
        for done in range(1, 6):
            report(done, 10)
            time.sleep(0.12)
    written = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.getvalue())
    assert "Uncertainty" in written
    assert "left 0:00:0" in written


def test_reports_into_a_pipe_are_swallowed(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Uncertainty") as report:
        report(1, 2)
    assert capsys.readouterr().err == ""


def test_an_error_ends_the_progress_and_passes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(ValueError, match="broken"), progress("Publishing"):
        raise ValueError("broken")
