"""Writing: all files of a publication appear together, or none does."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import Finding, PublishingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_files(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write each named content into ``folder`` and return the paths.

    Everything is first written under temporary names in the folder itself and renamed when all of it lies on the
    disk. Whatever ends the writing early (a full disk, Ctrl-C) removes the temporaries; older files of these
    names stay as they were. Raises `PublishingError` where the folder or a name cannot be written.
    """
    folder = Path(folder)
    prepare_folder(folder, tuple(files))
    targets = tuple(folder / name for name in files)
    temporaries = tuple(folder / f".{name}.{os.getpid()}.part" for name in files)
    try:
        for temporary, content in zip(temporaries, files.values(), strict=True):
            write_through(temporary, content)
        for temporary, target in zip(temporaries, targets, strict=True):
            temporary.replace(target)
    except OSError as error:
        raise PublishingError(_refusal(folder, error)) from error
    finally:
        for temporary in temporaries:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return targets


@contextlib.contextmanager
def prepared_folder(folder: Path, names: tuple[str, ...]) -> Iterator[None]:
    """Prepare the folder for work that ends in `write_files`; folders that were made for it go when the work fails."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        prepare_folder(folder, names)
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for path in made:
                path.rmdir()
        raise


def prepare_folder(folder: Path, names: tuple[str, ...]) -> None:
    """Make the folder where it is missing; raise `PublishingError` where these files can never be written.

    Called before the work begins, so that nobody waits for a report that has nowhere to go.
    """
    hint = "name another folder with --out"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        message = "the output folder, or a part of its path, is a file; expected a folder"
        raise PublishingError(Finding("output.not-a-folder", str(folder), message, hint)) from None
    except OSError as error:
        raise PublishingError(_refusal(folder, error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PublishingError(Finding("output.read-only", str(folder), "the output folder may not be written to", hint))
    taken = [name for name in names if (folder / name).is_dir()]
    if taken:
        message = "a folder lies where a file is to be written"
        raise PublishingError(Finding("output.is-a-folder", str(folder / name), message, hint) for name in taken)


def write_through(path: Path, content: bytes) -> None:
    """Write a new file and wait until its content lies on the disk."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _refusal(folder: Path, error: OSError) -> Finding:
    reason = (error.strerror or str(error)).lower()
    hint = "make room or name another folder with --out; nothing was replaced, and no temporary file was left behind"
    return Finding("output.cannot-write", str(folder), f"the files cannot be written: {reason}", hint)
