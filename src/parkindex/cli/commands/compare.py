"""`parkindex compare`: two methods of one edition, or two editions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parkindex.cli.parameters import Csv, EditionPath, InLanguage, Json


def compare(
    edition: EditionPath,
    other: Annotated[Path | None, typer.Argument(metavar="OTHER", help="Another edition.", show_default=False)] = None,
    method: Annotated[
        list[str] | None,
        typer.Option(
            "--method",
            metavar="NAME",
            help="Given twice: the two methods, of two editions one each; once: this one in both editions.",
        ),
    ] = None,
    json: Json = False,
    csv: Csv = False,
    language: InLanguage = "zh",
) -> None:
    """Compare two methods, or two editions by the units they share: rank shifts, agreement, changes of tier.

    Of two editions every shift is split into what the data did and what the method did.

    Example: parkindex compare editions/blockchain-parks-2019 --method published --method sound
    """
    from parkindex.analysis.comparison import compare as compare_results
    from parkindex.cli.compared import COLUMNS, SPLIT, record, rows, split_of, tier_lines
    from parkindex.cli.output import emit_csv, emit_json, emit_table, say
    from parkindex.cli.pairs import pair_of_results

    first, second = pair_of_results(edition, other, method or [])
    found = compare_results(first, second)
    split, why_not = (None, "") if other is None else split_of(first, second)
    if why_not:
        say(f"note: what data and method did cannot be told apart: {why_not}")
    if json:
        emit_json(record(first, second, found, split))
        return
    columns = (*COLUMNS, *(SPLIT if split else ()))
    listed = rows(first, found, split, language, signed=not csv)
    if csv:
        emit_csv(listed, columns)
        return
    emit_table(listed, columns, numeric=set(columns[2:]))
    for line in tier_lines(first, found, language):
        say(line)
    say(
        f"Kendall {found.kendall:.3f}, Spearman {found.spearman:.3f} over {len(found.shifts)} units; "
        f"{len(found.tier_changes)} change tier"
    )
    if split:
        say(f"places moved on average: {split.by_data:.2f} by the data, {split.by_method:.2f} by the method")
