"""`parkindex audit`: what adds up in a published index, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parkindex.cli.parameters import InLanguage, Json

if TYPE_CHECKING:
    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting

Printed = Annotated[
    Path,
    typer.Argument(
        metavar="EDITION|TABLE", help="Folder of an edition, or a table as CSV or xlsx.", show_default=False
    ),
]
Weights = Annotated[
    str | None,
    typer.Option("--weights", metavar="W,W,…", help="Of the table's columns: 25,45,15,15 or policy=25,operation=45,…"),
]
CutOffs = Annotated[
    str | None, typer.Option("--tiers", metavar="T,T,…", help="Totals at which the table's tiers start: 95,87.")
]
PlaceColumn = Annotated[
    str | None, typer.Option("--place", metavar="COLUMN", help="The table's column that says where each unit is.")
]
FullMark = Annotated[
    float | None,
    typer.Option("--full-mark", metavar="N", help="The greatest total that the table's scale allows."),
]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="The sheet of an xlsx file.")]
Folder = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Write the audit as HTML, PDF and data into this folder, too."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="FORMAT", help="With --out: html, pdf or data; may be given several times."),
]
FamilyName = Annotated[str | None, typer.Option("--family", metavar="NAME", help="Keep to one family of checks.")]


def audit(
    printed: Printed,
    weights: Weights = None,
    tiers: CutOffs = None,
    place: PlaceColumn = None,
    full_mark: FullMark = None,
    sheet: Sheet = None,
    family: FamilyName = None,
    out: Folder = None,
    to: Formats = None,
    json: Json = False,
    language: InLanguage = "zh",
) -> None:
    """Audit a published index, an edition's or a bare table: what holds, what does not, and what cannot be tested.

    Leaves with 1 when something does not hold.

    Example: parkindex audit ranking.xlsx --weights 25,45,15,15 --tiers 95,87 --language en
    """
    from parkindex.cli.audited import check_family, check_out, check_stated, lines, summary
    from parkindex.cli.output import emit_json, emit_lines, finite_values, say
    from parkindex.cli.progress import progress

    given = {"weights": weights, "tiers": tiers, "place": place, "full-mark": full_mark, "sheet": sheet}
    check_family(family)
    check_out(out, to)
    with progress("Auditing"):
        if printed.is_dir():
            check_stated(given)
            found, settings = of_edition(printed)
        else:
            found, settings = of_table(printed, given), bare_settings()
        paths = () if out is None else written(found, settings, printed, out, to)
    for path in paths:
        say(f"written: {path}")
    found = found if family is None else found.kept_to(family)
    if json:
        emit_json(finite_values({"title": found.publication.title.model_dump(), "outcomes": found.records()}))
    else:
        emit_lines(lines(found, language))
        say(summary(found, language))
    raise typer.Exit(1 if found.count("fails") else 0)


def of_edition(path: Path) -> tuple[Audit, list[Setting]]:
    """Return the audit of an edition, and the settings of its languages."""
    from parkindex.edition import open_edition
    from parkindex.publishing.shared import setting_of

    edition = open_edition(path)
    return edition.audit(), [setting_of(edition, language) for language in edition.about.languages]


def bare_settings() -> list[Setting]:
    """Return the settings of a table about which nothing else is known, in both languages."""
    from parkindex.charts.setting import Setting
    from parkindex.framework.text import Text

    subject = Text(zh="单位", en="unit")
    return [Setting("zh", subject, None), Setting("en", subject, None)]


def written(found: Audit, settings: list[Setting], printed: Path, out: Path, to: list[str] | None) -> tuple[Path, ...]:
    """Write the audit into a folder and return the paths."""
    from parkindex.publishing.auditing.publish import publish_audit

    return publish_audit(found, settings, out=out, path=printed, formats=to)


def of_table(path: Path, given: dict[str, Any]) -> Audit:
    """Return the audit of a table with what is stated beside it; what was taken for granted is said."""
    from parkindex.audit import audit as audit_of
    from parkindex.audit.reading import Stated, read_cut_offs, read_full_mark, read_table, read_weights
    from parkindex.cli.output import say

    full_mark = given["full-mark"]
    stated = Stated(
        () if given["weights"] is None else read_weights(given["weights"]),
        () if given["tiers"] is None else read_cut_offs(given["tiers"]),
        given["place"],
        None if full_mark is None else read_full_mark(full_mark),
        given["sheet"],
    )
    reading = read_table(path, stated)
    for note in reading.notes:
        say(f"note: {note}")
    return audit_of(reading.publication)
