"""Writing the parts of an answer: their rows to stdout, what must be said beside them to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from parkindex.cli.answers import Part
from parkindex.cli.output import emit_csv, emit_table, say


def emit_parts(parts: Iterable[Part], *, csv: bool = False) -> None:
    """Write each part as a table under its title, or as CSV, followed by its notes; a note is said once."""
    said: set[str] = set()
    for part in parts:
        if csv:
            exact = part.exact()
            emit_csv(exact, columns_of(exact))
        else:
            _emit_table(part)
        sys.stdout.flush()  # so that notes follow their table where both go to one file
        for note in part.notes:
            if note not in said:
                said.add(note)
                say(note)


def _emit_table(part: Part) -> None:
    rows = part.rounded()
    if part.title:
        sys.stdout.write(f"\n{part.title}\n")
    if rows or not part.title:
        emit_table(rows, columns_of(rows), numeric=part.numeric())


def columns_of(rows: list[dict[str, Any]]) -> list[str]:
    """Return the columns of rows in the order in which they are met."""
    return list(dict.fromkeys(key for row in rows for key in row))
