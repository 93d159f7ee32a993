"""`parkindex check`: clean editions leave with 0, and every problem is shown at once with its address."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_2019_edition_is_clean(run: Run, edition: Path) -> None:
    code, out, err = run("check", edition)
    assert (code, out) == (0, "")
    assert err == f"{edition}: nothing to mend\n"


def test_all_problems_of_all_files_are_shown_at_once(run: Run, edition: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(edition, broken, ignore=shutil.ignore_patterns("build"))
    framework = broken / "framework.yaml"
    framework.write_text(framework.read_text().replace("weight: 45", "weight: 54"))
    observations = broken / "evidence" / "observations.csv"
    observations.write_text(observations.read_text().replace("34.58", "３４.58", 1))
    code, out, err = run("check", broken)
    assert (code, out) == (1, "")
    assert "framework.yaml:" in err
    assert "expected 100 or 1" in err
    assert "observations.csv:" in err
    assert "３４.58" in err
    assert "Traceback" not in err


def test_findings_as_data(run: Run, edition: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(edition, broken, ignore=shutil.ignore_patterns("build"))
    (broken / "units.csv").unlink()
    code, out, _ = run("check", broken, "--json")
    found = json.loads(out)
    assert code == 1
    assert [finding["where"] for finding in found if finding["code"] == "file.missing"] == ["units.csv"]


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    code, _, err = run("check", tmp_path / "nowhere")
    assert code == 1
    assert "no such folder" in err
