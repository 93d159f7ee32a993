"""`parkindex publish`: the files lie where it says, and nothing is left half-written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_one_language_and_format(run: Run, edition: Path, tmp_path: Path) -> None:
    code, out, err = run("publish", edition, "--to", "pdf", "--language", "en", "--out", tmp_path)
    assert (code, err) == (0, "1 file written:\n")
    assert out == f"{tmp_path / 'report.en.pdf'}\n"
    assert (tmp_path / "report.en.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["report.en.pdf"]


def test_an_unknown_format_names_the_known_ones(run: Run, edition: Path, tmp_path: Path) -> None:
    code, _, err = run("publish", edition, "--to", "docx", "--out", tmp_path)
    assert code == 2
    assert "html" in err
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(run: Run, edition: Path, tmp_path: Path) -> None:
    target = tmp_path / "build"
    target.write_text("mine")
    code, _, err = run("publish", edition, "--to", "data", "--out", target)
    assert code == 1
    assert str(target) in err
    assert target.read_text() == "mine"
