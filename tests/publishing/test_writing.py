"""Writing: all files or none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from parkindex.errors import PublishingError
from parkindex.publishing import writing
from parkindex.publishing.writing import prepare_folder, prepared_folder, write_files

FILES = {"a.html": b"new a", "b.pdf": b"new b"}


def code_of(raised: pytest.ExceptionInfo[PublishingError]) -> str:
    return raised.value.findings[0].code


def test_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "build"
    assert write_files(FILES, folder) == (folder / "a.html", folder / "b.pdf")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES


def test_older_files_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    write_files(FILES, tmp_path)
    assert (tmp_path / "a.html").read_bytes() == b"new a"


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()])
@pytest.mark.parametrize("at", ["a.html", "b.pdf"])
def test_what_ends_the_writing_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, at: str
) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    original = writing.write_through

    def fail(path: Path, content: bytes) -> None:
        original(path, content[:2])
        if at in path.name:
            raise failure
        path.unlink()
        original(path, content)

    monkeypatch.setattr(writing, "write_through", fail)
    expected = PublishingError if isinstance(failure, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as raised:
        write_files(FILES, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.html": b"old"}
    if isinstance(raised.value, PublishingError):
        assert raised.value.findings[0].code == "output.cannot-write"
        assert "no space left" in raised.value.findings[0].message


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_noticed_when_the_content_reaches_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.open
    monkeypatch.setattr(Path, "open", lambda self, _mode: original(Path("/dev/full"), "wb") if self.suffix else None)
    with pytest.raises(PublishingError) as raised:
        write_files({"a.html": b"x" * 100_000}, tmp_path)
    assert code_of(raised) == "output.cannot-write"


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    for folder in (tmp_path / "build", tmp_path / "build" / "deeper"):
        with pytest.raises(PublishingError) as raised:
            write_files(FILES, folder)
        assert code_of(raised) == "output.not-a-folder"
        assert raised.value.findings[0].where == str(folder)


def test_the_folder_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not (Path(path) == tmp_path and mode & os.W_OK))
    with pytest.raises(PublishingError) as raised:
        write_files(FILES, tmp_path)
    assert code_of(raised) == "output.read-only"
    assert list(tmp_path.iterdir()) == []


def test_the_folder_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(PublishingError) as raised:
        prepare_folder(tmp_path / "build", ("a",))
    assert "permission denied" in raised.value.findings[0].message


def test_a_folder_lies_where_a_file_is_to_be(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(PublishingError) as raised:
        write_files(FILES, tmp_path)
    assert code_of(raised) == "output.is-a-folder"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()])
def test_folders_made_for_work_that_fails_go_with_it(tmp_path: Path, failure: BaseException) -> None:
    with pytest.raises(type(failure)), prepared_folder(tmp_path / "deep" / "build", ("a.html",)):
        raise failure
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_stays_when_work_fails(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    with pytest.raises(KeyboardInterrupt), prepared_folder(tmp_path / "build", ("a.html",)):
        raise KeyboardInterrupt
    assert (tmp_path / "build").is_dir()


def test_folders_stay_when_work_is_done(tmp_path: Path) -> None:
    with prepared_folder(tmp_path / "build", ("a.html",)):
        pass
    assert (tmp_path / "build").is_dir()
