"""`parkindex show`: one side of an edition as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from parkindex.cli.parameters import Csv, EditionPath, InLanguage, Json

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.framework.text import Language

Side = Annotated[
    Literal["framework", "sources", "data", "methods"],
    typer.Argument(metavar="SIDE", help="framework, sources, data or methods"),
]


def show(edition: EditionPath, side: Side, json: Json = False, csv: Csv = False, language: InLanguage = "zh") -> None:
    """Show the framework, the sources, the data or the methods of an edition.

    Example: parkindex show editions/blockchain-parks-2019 framework --language en
    """
    from parkindex.cli.output import emit_csv, emit_json, emit_table
    from parkindex.edition import open_edition

    rows = SIDES[side](open_edition(edition), language)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    if json:
        emit_json(rows)
    elif csv:
        emit_csv(rows, columns)
    else:
        emit_table(rows, columns, numeric={"weight", "value", "parts"})


def framework_rows(edition: Edition, language: Language) -> list[dict[str, Any]]:
    """Return a row a node, depth first, with the weight within its parent and what an indicator measures."""
    from parkindex.framework.model import Indicator

    rows = []
    for code, node in edition.framework.nodes.items():
        leaf = node if isinstance(node, Indicator) else None
        rows.append(
            {
                "code": "  " * len(edition.framework.ancestors(code)) + code,
                "name": node.name.of(language),
                "weight": node.weight,
                "type": leaf and leaf.type,
                "level": leaf and leaf.level,
                "direction": leaf and leaf.direction,
                "unit of measure": leaf and leaf.unit_of_measure.of(language),
            }
        )
    return rows


def source_rows(edition: Edition, language: Language) -> list[dict[str, Any]]:
    """Return a row a source and a row a part of it."""
    rows = []
    for source in edition.dataset.sources:
        date = None if source.date is None else str(source.date)
        rows.append({"address": source.code, "title": source.title.of(language), "kind": source.kind, "date": date})
        rows += [{"address": f"{source.code}#{part.code}", "title": part.title.of(language)} for part in source.parts]
    return rows


def data_rows(edition: Edition, language: Language) -> list[dict[str, Any]]:  # noqa: ARG001 - one shape for all sides
    """Return a row an observation, as entered."""
    return [
        {
            "subject": row.subject,
            "node": row.node,
            "value": row.value if row.status.has_value else None,
            "status": row.status.name.lower(),
            "source": ";".join(row.source),
        }
        for row in edition.dataset.observations
    ]


def method_rows(edition: Edition, language: Language) -> list[dict[str, Any]]:
    """Return a row a step of every method, with its parameters and why it was chosen."""
    from parkindex.engine.choices import METHODS

    rows = []
    for name, named in edition.methods.items():
        for step in METHODS:
            chosen = named.method.step(step)
            because = named.because_steps.get(step)
            parameters = ", ".join(f"{key}={value}" for key, value in chosen.parameters.items())
            words = None if because is None else because.of(language)
            rows.append(
                {"method": name, "step": step, "choice": chosen.name, "parameters": parameters, "because": words}
            )
    return rows


SIDES = {"framework": framework_rows, "sources": source_rows, "data": data_rows, "methods": method_rows}
