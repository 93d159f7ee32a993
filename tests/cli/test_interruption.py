"""Ctrl-C in a real process: it leaves at once with 130 and one line, and nothing lies half-written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from parkindex.cli import interruptions, main

LINE = "stopped; nothing was left half-written"
PATIENCE = 30.0


class Child:
    """A command in a process of its own, interrupted when it is at work."""

    def __init__(self, *arguments: object) -> None:
        command = [sys.executable, "-m", "parkindex", *map(str, arguments)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def work_for(self, seconds: float) -> None:
        """Wait until the process has spent so many seconds of processor time, however busy the machine."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            assert self.process.poll() is None, self.process.communicate()
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
            if (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") >= seconds:
                return
            time.sleep(0.02)
        raise AssertionError("the process does not get on")

    def interrupt(self) -> tuple[int, str, str]:
        """Send Ctrl-C; return the exit code as a shell tells it, and what was written."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        code = self.process.returncode
        return (128 - code if code < 0 else code), out, err


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processor time is read from /proc")


@needs_proc
@pytest.mark.parametrize(
    ("analysis", "draws", "seconds"),
    [("uncertainty", 5_000_000, 0.2), ("uncertainty", 5_000_000, 2.5), ("sensitivity", 2**20, 2.5)],
)
def test_a_long_analysis_ends_at_once(edition: Path, analysis: str, draws: int, seconds: float) -> None:
    child = Child("analyse", edition, analysis, "--draws", draws)
    child.work_for(seconds)
    sent = time.monotonic()
    code, out, err = child.interrupt()
    assert (code, out, err.strip()) == (130, "", LINE)
    assert time.monotonic() - sent < 5


@needs_proc
@pytest.mark.parametrize("seconds", [0.8, 2.2])
def test_publishing_leaves_what_was_there_and_nothing_else(edition: Path, tmp_path: Path, seconds: float) -> None:
    copy = tmp_path / "edition"
    shutil.copytree(edition, copy, ignore=shutil.ignore_patterns("build"))
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    child = Child("publish", copy, "--out", tmp_path / "published")
    child.work_for(seconds)
    code, out, err = child.interrupt()
    assert (code, out, err.strip()) == (130, "", LINE)
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before


@needs_proc
def test_a_report_that_was_there_is_left_whole(edition: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.zh.html"
    report.write_text("as it was")
    child = Child("publish", edition, "--out", tmp_path)
    child.work_for(2.2)
    assert child.interrupt()[0] == 130
    assert [path.name for path in tmp_path.iterdir()] == ["report.zh.html"]
    assert report.read_text() == "as it was"


def test_an_interruption_that_a_library_turned_into_its_own_error_is_one_still(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrapped() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as interruption:
            raise ValueError("schema") from interruption

    monkeypatch.setattr("parkindex.cli.application.application", wrapped)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 130
    assert capsys.readouterr().err.strip() == LINE


def test_the_handler_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with interruptions() as met, pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert met == [signal.SIGINT]
    assert signal.getsignal(signal.SIGINT) is before
