from __future__ import annotations

import csv
import errno
from pathlib import Path

import pytest

from parkindex.errors import UsageError
from parkindex.sample.folder import csv_text, refuse_occupied, write_folder


def test_every_file_is_written_into_its_folder(tmp_path: Path) -> None:
    path = write_folder(tmp_path / "deep" / "edition", {"a.txt": "甲\n", "evidence/b.csv": "x,y\n"})
    assert path == tmp_path / "deep" / "edition"
    assert (path / "a.txt").read_bytes() == "甲\n".encode()
    assert (path / "evidence/b.csv").read_text(encoding="utf-8") == "x,y\n"
    assert [p.name for p in path.parent.iterdir()] == ["edition"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    target = tmp_path / "empty"
    target.mkdir()
    write_folder(target, {"a.txt": "1"})
    assert (target / "a.txt").read_text() == "1"


def test_a_folder_with_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "full"
    target.mkdir()
    (target / "mine.txt").write_text("keep me")
    with pytest.raises(UsageError, match="already holds files") as caught:
        write_folder(target, {"a.txt": "1"})
    assert caught.value.findings[0].where == str(target)
    assert [p.name for p in target.iterdir()] == ["mine.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        refuse_occupied(target)


def test_a_path_below_a_file_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot be written"):
        write_folder(tmp_path / "file" / "edition", {"a.txt": "1"})


def test_nothing_is_left_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.write_text

    def full(self: Path, *args: object, **named: object) -> int:
        if self.name == "b.txt":
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(self, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(UsageError, match="No space left"):
        write_folder(tmp_path / "edition", {"a.txt": "1", "b.txt": "2"})
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_after_an_interruption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "edition", {"a.txt": "1"})
    assert list(tmp_path.iterdir()) == []


def test_csv_text_reads_back_with_quotes_and_empty_cells() -> None:
    rows: list[list[object]] = [["a,b", None, 'say "x"'], ["第一", 2, ""]]
    text = csv_text("one,two,three", rows)
    assert text.splitlines()[0] == "one,two,three"
    assert "\r" not in text
    assert list(csv.reader(text.splitlines()))[1:] == [["a,b", "", 'say "x"'], ["第一", "2", ""]]
