"""`parkindex sample`: a synthetic edition that checks and scores."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_sample_is_clean_and_scores_from_raw_values(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    assert run("sample", folder, "--units", 25, "--seed", 3).out.strip() == str(folder)
    checked = run("check", folder)
    assert checked.code == 0, checked.err
    units = json.loads(run("score", folder, "--json").out)["units"]
    assert len(units) == 25
    assert len(units[0]["nodes"]) > 10


def test_an_occupied_folder_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, _, err = run("sample", tmp_path)
    assert code == 2
    assert str(tmp_path) in err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_no_units_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("sample", tmp_path / "sample", "--units", 0).code == 2
