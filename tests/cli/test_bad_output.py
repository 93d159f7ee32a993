"""Where nothing can be written, and where somebody stops the writing: nothing half-written, no traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from parkindex.publishing import writing
from parkindex.sample.new import new_edition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Run

FILES = ["report.en.html", "report.en.pdf", "report.zh.html", "report.zh.pdf", "scores.json"]
ROOM = "nothing was replaced, and no temporary file was left behind"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An edition of three units, as `parkindex new` writes it."""
    return new_edition(tmp_path / "small")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def published(edition: Path, out: Path, *prefix: str) -> subprocess.CompletedProcess[str]:
    """Publish in a process of its own."""
    command = [*prefix, sys.executable, "-m", "parkindex", "publish", str(edition), "--out", str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_small_edition_is_published_whole(run: Run, small: Path, tmp_path: Path) -> None:
    assert run("publish", small, "--out", tmp_path / "out").code == 0
    assert names(tmp_path / "out") == FILES


@pytest.mark.parametrize("below", ["", "below", "far/below"])
def test_a_file_in_place_of_the_folder(run: Run, small: Path, tmp_path: Path, below: str) -> None:
    (tmp_path / "out").write_text("mine")
    target = tmp_path / "out" / below
    code, out, err = run("publish", small, "--out", target)
    assert (code, out) == (1, "")
    assert err == (
        f"{target}  the output folder, or a part of its path, is a file; expected a folder\n"
        "    hint: name another folder with --out\n"
    )
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_in_place_of_a_file(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "scores.json").mkdir(parents=True)
    code, out, err = run("publish", small, "--out", tmp_path / "out")
    assert (code, out) == (1, "")
    assert f"{tmp_path / 'out' / 'scores.json'}  a folder lies where a file is to be written\n    hint: " in err
    assert names(tmp_path / "out") == ["scores.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere; the read-only mount below stands for it")
def test_a_folder_without_permission(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o555)
    code, out, err = run("publish", small, "--out", tmp_path / "out")
    assert (code, out) == (1, "")
    assert err.startswith(f"{tmp_path / 'out'}  the output folder may not be written to\n    hint: name another")
    assert names(tmp_path / "out") == []


def mount(options: str) -> tuple[str, ...]:
    """Return the beginning of a command that sees a small file system of its own in the folder ``$1``, and lists it."""
    script = (
        f'out=$1; shift; mount -t tmpfs -o {options} tmpfs "$out" || exit 77; "$@"; code=$?; ls -A "$out"; exit $code'
    )
    return "unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("ro", "the output folder may not be written to"),
        ("size=64k", "the files cannot be written: no space left on device"),
    ],
)
def test_a_disk_that_is_read_only_or_full(small: Path, tmp_path: Path, options: str, message: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    try:
        done = published(small, folder, *mount(options), str(folder))
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if done.returncode == 77 or "unshare:" in done.stderr:
        pytest.skip(f"no file system of one's own here: {done.stderr}")
    assert (done.returncode, done.stdout) == (1, "")  # `ls` found nothing
    assert done.stderr.startswith(f"{folder}  {message}\n    hint: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("at", FILES)
def test_a_disk_that_fills_up_leaves_the_older_files(
    run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    for name in FILES:
        (tmp_path / name).write_text("old")
    original = writing.write_through

    def fill(path: Path, content: bytes) -> None:
        if at in path.name:
            path.write_bytes(content[:100])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        original(path, content)

    monkeypatch.setattr(writing, "write_through", fill)
    before = names(tmp_path)
    code, out, err = run("publish", small, "--out", tmp_path)
    assert (code, out) == (1, "")
    assert err == (
        f"{tmp_path}  the files cannot be written: no space left on device\n"
        f"    hint: make room or name another folder with --out; {ROOM}\n"
    )
    assert names(tmp_path) == before
    assert {(tmp_path / name).read_text() for name in FILES} == {"old"}


@pytest.mark.parametrize("command", ["new", "sample"])
def test_a_new_edition_never_lies_half_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    from pathlib import Path as AnyPath

    original = AnyPath.write_text

    def fill(path: Path, text: str, *further: object, **named: object) -> int:
        if path.name == "units.csv" and path.is_relative_to(tmp_path):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return original(path, text, *further, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(AnyPath, "write_text", fill)
    code, out, err = run(command, tmp_path / "fresh")
    assert (code, out) == (2, "")
    assert f"{tmp_path / 'fresh'}  the folder cannot be written (No space left on device)\n    hint: " in err
    assert names(tmp_path) == []


PUBLISH = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job is born with Ctrl-C ignored
{before}
from parkindex.cli import main
sys.argv = ["parkindex", "publish", *sys.argv[1:]]
main()
"""
SLOW_DISK = """
from parkindex.publishing import writing
def write_through(path, content):
    path.write_bytes(content[:100])
    time.sleep(60)
writing.write_through = write_through
"""


def stopped(edition: Path, out: Path, ready: Callable[[], bool], before: str = "") -> tuple[int, str, str]:
    """Publish in another process, press Ctrl-C as soon as it is ``ready``, and return how it left."""
    script = PUBLISH.format(before=before)
    command = [sys.executable, "-c", script, str(edition), "--out", str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        limit = time.monotonic() + 60
        while not ready() and process.poll() is None and time.monotonic() < limit:
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        told, err = process.communicate(timeout=60)
    return process.returncode, told, err


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3])
def test_ctrl_c_while_the_report_is_made(edition: Path, tmp_path: Path, delay: float) -> None:
    out = tmp_path / "deep" / "out"

    def ready() -> bool:
        if not out.exists():
            return False
        time.sleep(delay)
        return True

    code, told, err = stopped(edition, out, ready)
    assert (code, told) == (130, "")
    assert err == "stopped; nothing was left half-written\n"
    assert names(tmp_path) == []


def test_ctrl_c_while_the_files_are_written(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.zh.html").write_text("old")
    code, told, err = stopped(small, out, lambda: len(names(out)) > 1, SLOW_DISK)
    assert (code, told) == (130, "")
    assert err == "stopped; nothing was left half-written\n"
    assert names(out) == ["report.zh.html"]
    assert (out / "report.zh.html").read_text() == "old"


def test_ctrl_c_before_anything_is_imported(small: Path, tmp_path: Path) -> None:
    press = "import os; import importlib.abc\n"
    press += "class Press(importlib.abc.MetaPathFinder):\n"
    press += "    def find_spec(self, name, path, target=None):\n"
    press += "        if name == 'typer': os.kill(os.getpid(), signal.SIGINT)\n"
    press += "sys.meta_path.insert(0, Press())\n"
    code, told, err = stopped(small, tmp_path / "out", lambda: False, press)
    assert (code, told) == (130, "")
    assert err == "stopped; nothing was left half-written\n"
