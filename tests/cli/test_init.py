"""How the command leaves: exit codes, and never a traceback."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from parkindex.cli import application, main

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_help_lists_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for command in ("new", "sample", "check", "show", "score", "profile", "compare", "publish", "methods"):
        assert f"\n  {command} " in out


@pytest.mark.parametrize(
    "command", ["new", "sample", "check", "show", "score", "profile", "compare", "publish", "methods"]
)
def test_each_command_has_help_with_an_example(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"Example: parkindex {command}" in out


def test_help_stays_free_of_heavy_imports() -> None:
    heavy = "numpy,scipy,pydantic,ruamel,jinja2,typst,rich.table,quickjs"
    script = (
        "import sys; sys.argv = ['parkindex', '--help']\n"
        "from parkindex.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print([m for m in {heavy!r}.split(',') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("signal", [KeyboardInterrupt(), SystemExit(130)])
def test_an_interruption_says_so_and_leaves_with_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, signal: BaseException
) -> None:
    def interrupted() -> None:
        raise signal

    monkeypatch.setattr(application, "application", interrupted)
    code, _, err = run("check", "anything")
    assert code == 130
    assert "half-written" in err


def test_a_reader_that_has_gone_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unread() -> None:
        raise BrokenPipeError

    monkeypatch.setattr(application, "application", unread)
    before = sys.stdout
    try:
        assert run("score", "anything").code == 0
    finally:
        sys.stdout = before


def test_version() -> None:
    done = subprocess.run([sys.executable, "-m", "parkindex", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("parkindex ")


def test_main_is_the_door() -> None:
    assert callable(main)
