"""`parkindex show`: one side of an edition as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from parkindex.cli.parameters import Csv, EditionPath, InLanguage, Json

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.framework.text import Language

Side = Annotated[
    Literal["framework", "sources", "data", "methods", "screening"],
    typer.Argument(metavar="SIDE", help="framework, sources, data, methods or screening"),
]


def show(edition: EditionPath, side: Side, json: Json = False, csv: Csv = False, language: InLanguage = "zh") -> None:
    """Show the framework, the sources, the data or the methods of an edition, or what screening leaves out.

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
    """Return a row an observation, as entered; the year only where there are several."""
    years = bool(edition.dataset.years)
    return [
        {
            "subject": row.subject,
            "node": row.node,
            **({"year": row.year} if years else {}),
            "value": row.value if row.status.has_value else None,
            "status": row.status.name.lower(),
            "source": ";".join(row.source),
        }
        for row in edition.dataset.observations
    ]


def method_rows(edition: Edition, language: Language) -> list[dict[str, Any]]:
    """Return a row a step of every method, its parameters and its reason; nodes that differ have rows of their own."""
    from parkindex.cli.commands.methods import as_yaml
    from parkindex.engine.choices import METHODS

    rows = []
    for name, named in edition.methods.items():
        for step in METHODS:
            chosen = named.method.step(step)
            for node, choice in ((None, chosen), *chosen.nodes.items()):
                because = named.because_steps.get(step if node is None else f"{step} {node}")
                rows.append(
                    {
                        "method": name,
                        "step": step,
                        "node": node,
                        "choice": choice.name,
                        "parameters": ", ".join(f"{key}: {as_yaml(value)}" for key, value in choice.parameters.items()),
                        "because": None if because is None else because.of(language),
                    }
                )
    return rows


def screening_rows(edition: Edition, language: Language) -> list[dict[str, Any]]:
    """Return a row a unit or indicator that the screening of a method leaves out, with how much of it was present."""
    rows = []
    for name in edition.methods:
        result = edition.result(name)
        for note in result.left_out():
            kind, _, code = note.where.replace("'", "").partition(" ")
            named = edition.dataset.unit(code).name if kind == "unit" else edition.framework.node(code).name
            row = {"method": name, "kind": kind, "code": code, "name": named.of(language), "because": note.message}
            rows.append(row)
    return rows


SIDES = {
    "framework": framework_rows,
    "sources": source_rows,
    "data": data_rows,
    "methods": method_rows,
    "screening": screening_rows,
}
