"""`parkindex analyse`: what lies behind the scores."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from parkindex.cli.parameters import Csv, EditionPath, InLanguage, Json, MethodName

Analysis = Annotated[
    Literal["summary", "denominators", "correlations", "coherence", "importance", "panel"],
    typer.Argument(metavar="ANALYSIS", help="summary, denominators, correlations, coherence, importance or panel"),
]
NodeCode = Annotated[
    str | None, typer.Option("--node", metavar="CODE", help="Keep to the family below this node; panel: follow it.")
]
CoefficientName = Annotated[
    Literal["pearson", "spearman", "kendall"], typer.Option("--coefficient", help="Of the correlations.")
]
Against = Annotated[
    str | None, typer.Option("--against", metavar="NAME", help="Panel: the method that took over in the last year.")
]


def analyse(
    edition: EditionPath,
    analysis: Analysis,
    method: MethodName = None,
    node: NodeCode = None,
    coefficient: CoefficientName = "pearson",
    against: Against = None,
    json: Json = False,
    csv: Csv = False,
    language: InLanguage = "zh",
) -> None:
    """Analyse what lies behind the scores: the indicators, how they go together, and what each really counts.

    Example: parkindex analyse editions/blockchain-parks-2019 importance --method sound --language en
    """
    from parkindex.cli.analyses import ANALYSES, Question
    from parkindex.cli.output import emit_csv, emit_json, emit_table, finite_values, say
    from parkindex.edition import open_edition

    opened = open_edition(edition)
    question = Question(opened, method, node, coefficient, against, language)
    answer = ANALYSES[analysis](question)
    if json:
        head = {"edition": opened.about.code, "method": method or opened.about.method, "analysis": analysis}
        emit_json(finite_values({**head, "n": answer.n, "rows": answer.rows, "notes": answer.notes}))
        return
    columns = list(dict.fromkeys(key for row in answer.rows for key in row))
    if csv:
        emit_csv(answer.exact(), columns)
    else:
        emit_table(answer.rounded(), columns, numeric=answer.numeric())
    for note in answer.notes:
        say(note)
