"""How the command speaks: rows to stdout as a table, JSON or CSV; findings and words to stderr."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from parkindex.errors import Finding

if TYPE_CHECKING:
    from rich.console import Console


def console() -> Console:
    """Return a console on stdout that colours only on a terminal and never cuts a row that is piped."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty(), emoji=False, markup=False)


def say(words: str) -> None:
    """Write words for the person to stderr."""
    sys.stderr.write(words + "\n")


def report_findings(findings: Iterable[Finding]) -> None:
    """Write findings to stderr, in the order given, and how many there are of each severity."""
    listed = list(findings)
    for finding in listed:
        say(str(finding))
    counts = {severity: sum(1 for f in listed if f.severity == severity) for severity in ("error", "warning", "note")}
    told = [f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in counts.items() if count]
    if len(listed) > 1:
        say(", ".join(told))


def emit_json(value: object) -> None:
    """Write JSON to stdout, Chinese as it is, numbers in full precision."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def finite(value: float) -> float | None:
    """Return a number, or None where there is none: JSON has no NaN."""
    return value if math.isfinite(value) else None


def finite_values(value: Any) -> Any:
    """Return plain data with None for every number that is not finite."""
    if isinstance(value, float):
        return finite(value)
    if isinstance(value, Mapping):
        return {key: finite_values(held) for key, held in value.items()}
    return [finite_values(held) for held in value] if isinstance(value, list | tuple) else value


def two_decimals(value: float | None) -> str:
    """Return a score as it stands in a table, empty where it is missing."""
    return "" if value is None or not math.isfinite(value) else f"{value:.2f}"


def emit_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Write CSV to stdout with a header row; a missing value is an empty cell."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([["" if row.get(column) is None else row[column] for column in columns] for row in rows])


def emit_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, numeric: Iterable[str] = ()) -> None:
    """Write a table to stdout; ``numeric`` columns are aligned to the right."""
    from rich import box
    from rich.table import Table

    right = set(numeric)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*("" if row.get(column) is None else str(row[column]) for column in columns))
    out = console()
    if not out.is_terminal:
        # A pipe has no width: give every row the room it needs, so that no name is folded in the middle.
        out.width = 10_000
    out.print(table)


def emit_lines(lines: Iterable[tuple[int, str]]) -> None:
    """Write lines of words to stdout, each indented by so many steps; on a terminal long ones are folded below."""
    from rich.text import Text

    out = console()
    for steps, words in lines:
        indent = "  " * steps
        if not out.is_terminal or not words:
            sys.stdout.write(f"{indent}{words}".rstrip() + "\n")
            continue
        hanging = indent + ("  " if steps else "")
        width = max(20, out.width - len(hanging))
        for place, part in enumerate(Text(words).wrap(out, width)):
            sys.stdout.write((hanging if place else indent) + part.plain.rstrip() + "\n")
