"""`parkindex score`: scores, ranks and tiers of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from parkindex.cli.parameters import Csv, EditionPath, InLanguage, Json, MethodName

if TYPE_CHECKING:
    from parkindex.index import Result

Choices = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="STEP=METHOD",
        help="Take another method for a step, or with STEP@NODE for one node; may be given several times.",
    ),
]
NodeCode = Annotated[str | None, typer.Option("--node", metavar="CODE", help="Rank by this node instead of the index.")]


def score(
    edition: EditionPath,
    method: MethodName = None,
    node: NodeCode = None,
    choices: Choices = None,
    json: Json = False,
    csv: Csv = False,
    language: InLanguage = "zh",
) -> None:
    """Score an edition and list its units, best first.

    Example: parkindex score editions/blockchain-parks-2019 --method sound --set aggregation=geometric --json
    """
    from parkindex.cli.output import emit_csv, emit_json, emit_table, say
    from parkindex.cli.settings import read_choices
    from parkindex.edition import open_edition

    opened = open_edition(edition)
    named = opened.methods.get(method or opened.about.method)
    result = opened.result(method, **read_choices(choices or (), named.method if named else None))
    for note in result.left_out():
        say(str(note))
    records = result.records() if node is None else by_node(result, node)
    if json:
        emit_json({"edition": opened.about.code, "method": result.method.name, "units": records})
        return
    shown = [result.nodes[0], *(pillar.code for pillar in result.framework.pillars)]
    rows = [flat(record, shown, language, exact=csv) for record in records]
    columns = ["rank", "code", "name", "tier", "score", *shown[1:]]
    if csv:
        emit_csv(rows, columns)
    else:
        emit_table(rows, columns, numeric={"rank", "tier", "score", *shown})


def by_node(result: Result, node: str) -> list[dict[str, Any]]:
    """Return the records ranked by one node: its score and rank, and no tier, since tiers belong to the index."""
    ranks = dict(zip(result.units, result.node_ranks(node), strict=True))
    records = [
        {
            **record,
            "rank": None if ranks[record["code"]] != ranks[record["code"]] else int(ranks[record["code"]]),
            "score": record["nodes"].get(node),
            "tier": None,
        }
        for record in result.records()
    ]
    return sorted(records, key=lambda record: (record["rank"] is None, record["rank"] or 0))


def flat(record: dict[str, Any], nodes: list[str], language: str, *, exact: bool) -> dict[str, Any]:
    """Return a record as one row: the name in one language, scores with two decimals unless ``exact``."""
    from parkindex.cli.output import two_decimals

    def number(value: float | None) -> float | str | None:
        return value if exact else two_decimals(value)

    return {
        "rank": record["rank"],
        "code": record["code"],
        "name": record["name"][language],
        "tier": record["tier"],
        "score": number(record["score"]),
        **{node: number(record["nodes"].get(node)) for node in nodes[1:]},
    }
