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
        typer.Option("--method", metavar="NAME", help="Given twice: the two methods; once: this one in both editions."),
    ] = None,
    json: Json = False,
    csv: Csv = False,
    language: InLanguage = "zh",
) -> None:
    """Compare two methods, or two editions by the units they share: rank shifts, agreement, changes of tier.

    Example: parkindex compare editions/blockchain-parks-2019 --method published --method sound
    """
    from dataclasses import asdict

    from parkindex.analysis.comparison import compare as compare_results
    from parkindex.cli.output import emit_csv, emit_json, emit_table, finite, say
    from parkindex.cli.pairs import pair_of_results

    first, second = pair_of_results(edition, other, method or [])
    found = compare_results(first, second)
    if json:
        emit_json(
            {
                "methods": [first.method.name, second.method.name],
                "units": [{**asdict(shift), "shift": shift.shift} for shift in found.shifts],
                "kendall": finite(found.kendall),
                "spearman": finite(found.spearman),
                "tier_changes": [shift.unit for shift in found.tier_changes],
            }
        )
        return
    rows = [
        {
            "unit": shift.unit,
            "name": first.dataset.unit(shift.unit).name.of(language),
            "rank": shift.first_rank,
            "other rank": shift.second_rank,
            "shift": shift.shift if csv or shift.shift is None else f"{shift.shift:+d}",
            "tier": shift.first_tier,
            "other tier": shift.second_tier,
        }
        for shift in found.shifts
    ]
    columns = ["unit", "name", "rank", "other rank", "shift", "tier", "other tier"]
    if csv:
        emit_csv(rows, columns)
        return
    emit_table(rows, columns, numeric=set(columns[2:]))
    say(
        f"Kendall {found.kendall:.3f}, Spearman {found.spearman:.3f} over {len(found.shifts)} units; "
        f"{len(found.tier_changes)} change tier"
    )
