"""The audit as files: `parkindex audit … --out FOLDER`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TABLE = "名称,政策,运营,总分\n甲园,30.50,50.25,81.75\n乙园,30.10,40.00,70.10\n丙园,20.00,40.10,60.10\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_both_languages_are_written_and_named(run: Run, table: Path, tmp_path: Path) -> None:
    code, _, err = run("audit", table, "--out", tmp_path / "out", "--to", "html", "--to", "data")
    assert code == 1
    names = ["audit.zh.html", "audit.en.html", "audit.json"]
    assert [line.rpartition("/")[2] for line in err.splitlines() if line.startswith("written: ")] == names
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    held = json.loads((tmp_path / "out/audit.json").read_text(encoding="utf-8"))
    assert held["counts"]["fails"] >= 1
    assert "甲园" in (tmp_path / "out/audit.en.html").read_text(encoding="utf-8")


def test_a_format_without_a_folder_and_an_unknown_one_are_refused(run: Run, table: Path, tmp_path: Path) -> None:
    code, _, err = run("audit", table, "--to", "pdf")
    assert (code, "name a folder with --out" in err) == (2, True)
    code, _, err = run("audit", table, "--to", "docx", "--out", tmp_path / "out")
    assert (code, "there are html, pdf, data" in err) == (2, True)
    assert not (tmp_path / "out").exists()
