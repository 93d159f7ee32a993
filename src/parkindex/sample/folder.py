"""Writing an edition folder all at once: into a temporary folder beside the target, which is then renamed."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def write_folder(path: Path, files: Mapping[str, str]) -> Path:
    """Write ``files`` (relative name -> text) as the folder ``path`` and return it.

    The folder appears complete or not at all, also when the process is interrupted. Raises `UsageError` when ``path``
    is a file, holds anything already, or cannot be written.
    """
    refuse_occupied(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    except OSError as error:
        raise UsageError(_unwritable(path, error)) from error
    try:
        for name, text in files.items():
            target = temporary / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        temporary.chmod(0o755)
        temporary.rename(path)
    except OSError as error:
        raise UsageError(_unwritable(path, error)) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return path


def refuse_occupied(path: Path) -> None:
    """Raise `UsageError` unless ``path`` is free: it does not exist, or is an empty folder."""
    if path.is_dir() and not any(path.iterdir()):
        return
    if path.exists() or path.is_symlink():
        kind = "is a folder that already holds files" if path.is_dir() else "is a file"
        raise UsageError(
            Finding(
                "usage.occupied",
                str(path),
                f"{kind}; expected a path that does not exist yet, or an empty folder",
                "name another path, or remove this one first",
            )
        )


def csv_text(header: str, rows: Iterable[Sequence[object]]) -> str:
    """Return a CSV table as text: ``header`` is its comma-separated head, ``None`` in a row an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return out.getvalue()


def _unwritable(path: Path, error: OSError) -> Finding:
    reason = error.strerror or str(error)
    return Finding(
        "usage.unwritable", str(path), f"the folder cannot be written ({reason})", "check the rights and the space left"
    )
