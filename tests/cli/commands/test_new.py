"""`parkindex new`: an edition that can be scored at once, or another one's frame."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_new_edition_is_clean_and_scores(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "parks-2027"
    assert run("new", folder).code == 0
    checked = run("check", folder)
    assert checked.code == 0, checked.err
    assert json.loads(run("score", folder, "--json").out)["units"]


def test_another_editions_frame_without_its_evidence(run: Run, edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parks-2027"
    assert run("new", folder, "--from", edition).code == 0
    assert (folder / "framework.yaml").read_text() == (edition / "framework.yaml").read_text()
    assert len((folder / "evidence" / "observations.csv").read_text().splitlines()) == 1


def test_an_occupied_folder_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run("new", tmp_path).code == 2
    assert (tmp_path / "mine.txt").read_text() == "mine"
