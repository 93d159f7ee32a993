"""Typesetting in a process of its own.

The typesetter keeps what it once set, some 150 MB a report. A process that ends after one report gives all of it
back, so that publishing in several languages needs no more memory than in one, and it works beside the rest on
another processor.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime

from parkindex.errors import Finding, PublishingError

REFUSED = 3
"""The exit code of a process that wrote findings instead of pages."""


def typeset_apart(record: str, created: datetime, language: str) -> bytes:
    """Return what `parkindex.publishing.pdf.typeset` returns, made in another process.

    Raises `PublishingError` with the findings of that process, or with its last words where it came to an end
    otherwise.
    """
    command = [sys.executable, "-m", __name__, str(int(created.timestamp())), language]
    done = subprocess.run(command, input=record.encode("utf-8"), capture_output=True, check=False)  # noqa: S603 - itself
    if done.returncode == 0:
        return done.stdout
    if done.returncode == REFUSED:
        raise PublishingError(Finding(**finding) for finding in json.loads(done.stdout))
    last = done.stderr.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    message = f"the typesetter came to an end with code {done.returncode}: {last or 'without a word'}"
    hint = "memory may have run out; publish one language or format at a time"
    raise PublishingError(Finding("pdf.typesetter-ended", f"report.{language}.pdf", message, hint))


def main(timestamp: str, language: str) -> int:
    """Typeset the record on stdin and write the pages, or the findings as JSON, to stdout."""
    from parkindex.publishing.pdf import typeset

    record = sys.stdin.buffer.read().decode("utf-8")
    try:
        pages = typeset(record, datetime.fromtimestamp(int(timestamp), UTC), language)
    except PublishingError as error:
        sys.stdout.write(json.dumps([asdict(finding) for finding in error.findings]))
        return REFUSED
    sys.stdout.buffer.write(pages)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
