"""Publishing an audit: composed in each language, rendered in every format, and all files written together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parkindex.errors import Finding, UsageError
from parkindex.publishing.auditing.compose import compose_audit
from parkindex.publishing.publish import RENDERERS, file_name, render_documents
from parkindex.publishing.writing import prepared_folder, write_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting

NAME = "audit"
DATA = "data"
RECORDS = "audit.json"


def publish_audit(
    audit: Audit,
    settings: Sequence[Setting],
    *,
    out: Path,
    path: Path,
    formats: Sequence[str] | None = None,
    colophons: Sequence[Sequence[str]] = (),
) -> tuple[Path, ...]:
    """Write ``audit.LANGUAGE.FORMAT`` for each setting, and ``audit.json`` (``data``), into ``out``; return the paths.

    ``path`` is what was audited. All files appear together, or none does. Raises `UsageError` for a format that there
    is not, `PublishingError` for folders and characters that do not allow it.
    """
    wanted = tuple(dict.fromkeys(formats or (*RENDERERS, DATA)))
    unknown = [name for name in wanted if name not in (*RENDERERS, DATA)]
    if unknown:
        hint = f"there are {', '.join((*RENDERERS, DATA))}"
        raise UsageError(Finding("usage.format", "", f"no format is called '{name}'", hint) for name in unknown)
    rendered = tuple(name for name in wanted if name in RENDERERS)
    names = [file_name(setting.language, name, NAME) for setting in settings for name in rendered]
    with prepared_folder(out, (*names, *([RECORDS] if DATA in wanted else []))):
        lines = colophons or [()] * len(settings)
        documents = [
            compose_audit(audit, setting, colophon=colophon) for setting, colophon in zip(settings, lines, strict=True)
        ]
        files = render_documents(documents, rendered, path, name=NAME) if rendered else {}
        if DATA in wanted:
            files[RECORDS] = render_records(audit)
        return write_files(files, out)


def render_records(audit: Audit) -> bytes:
    """Return the outcomes as JSON: what was audited, how many of each verdict, and every outcome with its numbers."""
    title = audit.publication.title
    record = {
        "title": {"zh": title.zh, "en": title.en},
        "units": len(audit.publication.ranking.units),
        "counts": {verdict: audit.count(verdict) for verdict in ("fails", "untestable", "holds")},
        "outcomes": audit.records(),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
