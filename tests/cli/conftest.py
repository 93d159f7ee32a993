"""The command as a user calls it: arguments in, exit code and what stands on stdout and stderr out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from parkindex.cli import main

from .broken import Broken

EDITION = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"


class Outcome(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command in this process."""

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["parkindex", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        written = capsys.readouterr()
        return Outcome(code, written.out, written.err)

    return call


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    """A copy of the 2019 edition with empty pages.

    Its claims, which take the longest to read, come only where they are broken.
    """
    made = Broken(EDITION, tmp_path / "edition")
    made.remove("claims.yaml")
    for page in (made.path / "pages").iterdir():
        page.write_text("# Blockchain\n\nParks\n")
    return made


@pytest.fixture
def edition() -> Path:
    """The 2019 edition."""
    return EDITION
