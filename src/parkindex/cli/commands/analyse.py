"""`parkindex analyse`: what lies behind the scores, and how far they can be trusted."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from parkindex.cli.parameters import Csv, EditionPath, InLanguage, Json, MethodName

Analysis = Annotated[
    Literal[
        "summary", "denominators", "correlations", "coherence", "importance", "panel", "uncertainty", "sensitivity"
    ],
    typer.Argument(
        metavar="ANALYSIS",
        help="summary, denominators, correlations, coherence, importance, panel, uncertainty or sensitivity",
    ),
]
NodeCode = Annotated[
    str | None, typer.Option("--node", metavar="CODE", help="Keep to the family below this node; panel: follow it.")
]
CoefficientName = Annotated[
    Literal["pearson", "spearman", "kendall"] | None,
    typer.Option("--coefficient", help="Of correlations and denominators; pearson if left out."),
]
Against = Annotated[
    str | None, typer.Option("--against", metavar="NAME", help="Panel: the method that took over in the last year.")
]
Draws = Annotated[
    int | None,
    typer.Option(
        "--draws",
        metavar="N",
        help="Uncertainty: draws, the edition's if left out. Sensitivity: rows of the design, best a power of two.",
    ),
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", metavar="N", help="Of the draws; the edition's if left out."),
]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", metavar="UNIT", help="Sensitivity: also of this unit's rank, and what lets it move up."),
]
PartName = Annotated[
    Literal["indices", "leave-one-out", "stability", "dominance", "weight-changes"] | None,
    typer.Option("--part", help="Sensitivity: keep to this part."),
]

ACT_ON: dict[str, tuple[str, ...]] = {
    "node": ("summary", "denominators", "correlations", "coherence", "importance", "panel"),
    "coefficient": ("denominators", "correlations"),
    "against": ("panel",),
    "draws": ("uncertainty", "sensitivity"),
    "seed": ("uncertainty", "sensitivity"),
    "unit": ("sensitivity",),
    "part": ("sensitivity",),
}
"""Option -> the analyses on which it acts; elsewhere it is refused rather than passed over."""

LIMITS = {"draws": (1, 2**30), "seed": (0, 2**63 - 1)}
"""Option -> the least and the greatest number that it takes; a Sobol' sequence has no more points."""


def analyse(
    edition: EditionPath,
    analysis: Analysis,
    method: MethodName = None,
    node: NodeCode = None,
    coefficient: CoefficientName = None,
    against: Against = None,
    draws: Draws = None,
    seed: Seed = None,
    unit: UnitName = None,
    part: PartName = None,
    json: Json = False,
    csv: Csv = False,
    language: InLanguage = "zh",
) -> None:
    """Analyse what lies behind the scores, what each indicator really counts, and how far a rank can be trusted.

    Example: parkindex analyse editions/blockchain-parks-2019 uncertainty --method sound --language en
    """
    from parkindex.cli.analyses import ANALYSES
    from parkindex.cli.answers import Question
    from parkindex.cli.output import emit_json, finite_values
    from parkindex.cli.parts import emit_parts
    from parkindex.cli.progress import progress
    from parkindex.edition import open_edition

    given: dict[str, Any] = {"node": node, "coefficient": coefficient, "against": against}
    given |= {"draws": draws, "seed": seed, "unit": unit, "part": part}
    check_options(analysis, given, csv=csv and not json)
    opened = open_edition(edition)
    with progress(analysis.capitalize()) as report:
        question = Question(
            opened,
            method,
            node,
            coefficient or "pearson",
            against,
            language,
            draws=draws,
            seed=seed,
            unit=None if unit is None else opened.find_unit(unit),
            parts=() if part is None else (part,),
            report=report,
        )
        answer = ANALYSES[analysis](question)
    head = {"edition": opened.about.code, "method": method or opened.about.method, "analysis": analysis}
    if json:
        emit_json(finite_values({**head, **answer.record()}))
    else:
        emit_parts(answer.parts, csv=csv)


def check_options(analysis: str, given: dict[str, Any], *, csv: bool) -> None:
    """Raise `UsageError` with every option that does not act on an analysis, or without which it cannot be written."""
    from parkindex.errors import Finding, UsageError

    found = [
        Finding("usage.option", "", f"--{option} does not act on '{analysis}'", f"it acts on {', '.join(acts)}")
        for option, acts in ACT_ON.items()
        if given[option] is not None and analysis not in acts
    ]
    found += [
        Finding(
            "usage.number", f"--{option}", f"takes a whole number from {least:,} to {most:,} (got {given[option]:,})"
        )
        for option, (least, most) in LIMITS.items()
        if given[option] is not None and not least <= given[option] <= most
    ]
    if analysis == "sensitivity":
        from parkindex.cli.sensitivity import PARTS

        if csv and given["part"] is None:
            message = "CSV holds one table, and sensitivity has several"
            found.append(Finding("usage.part", "", message, f"choose --part {' or '.join(PARTS)}, or --json for all"))
        if given["part"] == "weight-changes" and given["unit"] is None:
            message = "the smallest changes of weights are those of one unit"
            found.append(Finding("usage.part", "", message, "name it with --unit"))
        if given["draws"] == 1:
            message = "a design of one row has no variance (got --draws 1)"
            found.append(Finding("usage.draws", "", message, "take 2 rows or more, best a power of two such as 512"))
    if found:
        raise UsageError(found)
