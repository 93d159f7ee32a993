"""`parkindex profile`: one unit, pillar by pillar, and what would take it further."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parkindex.cli.parameters import EditionPath, InLanguage, Json, MethodName

if TYPE_CHECKING:
    from parkindex.analysis.strengths import Position
    from parkindex.cli.answers import Question, Row
    from parkindex.cli.reach import Reach

Goal = Annotated[
    str | None,
    typer.Option("--reach", metavar="GOAL", help="What takes it to tier:1 or rank:3: its own values, and weights."),
]


def profile(
    edition: EditionPath,
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="Code, name or alias of a unit.")],
    method: MethodName = None,
    reach: Goal = None,
    json: Json = False,
    language: InLanguage = "zh",
) -> None:
    """Show one unit: rank, tier, and its score in each pillar beside the medians of its tier and of all units.

    Example: parkindex profile editions/blockchain-parks-2019 青岛链湾 --reach rank:3
    """
    from parkindex.analysis.strengths import positions
    from parkindex.cli.answers import Question
    from parkindex.cli.output import emit_json, emit_table, finite_values, say
    from parkindex.cli.parts import emit_parts
    from parkindex.edition import open_edition

    opened = open_edition(edition)
    question = Question(opened, method, language=language, unit=opened.find_unit(unit))
    pillars = positions(question.result, question.unit or "")
    reached = None if reach is None else _reach(question, reach)
    if json:
        emit_json(finite_values(_record(question, pillars, reached)))
        return
    say(_standing(question))
    rows = [_row(question, pillar) for pillar in pillars]
    emit_table(rows, list(rows[0]), numeric={"score", "rank", "tier median", "overall median"})
    if reached is not None:
        emit_parts(reached.parts)


def _reach(question: Question, goal: str) -> Reach:
    from parkindex.cli.progress import progress
    from parkindex.cli.reach import reach

    with progress("Levers"):
        return reach(question, goal)


def _record(question: Question, pillars: tuple[Position, ...], reached: Reach | None) -> dict[str, object]:
    from dataclasses import asdict

    result, code = question.result, question.unit or ""
    name = question.edition.dataset.unit(code).name
    standing = {"code": code, "name": {"zh": name.zh, "en": name.en}, "method": result.method.name}
    place = {"rank": result.rank(code), "tier": result.tier(code), "score": result.score(code)}
    further = {} if reached is None else {"reach": reached.record}
    return {**standing, **place, "pillars": [asdict(pillar) for pillar in pillars], **further}


def _standing(question: Question) -> str:
    from parkindex.cli.output import two_decimals

    result, code = question.result, question.unit or ""
    rank = "not ranked" if result.rank(code) is None else f"rank {result.rank(code)} of {len(result.units)}"
    tier = "" if result.tier(code) is None else f", tier {result.tier(code)}"
    return f"{question.unit_name(code)} ({code}): {rank}{tier}, score {two_decimals(result.score(code))}"


def _row(question: Question, pillar: Position) -> Row:
    from parkindex.cli.output import two_decimals

    return {
        "pillar": question.name(pillar.node),
        "score": two_decimals(pillar.score),
        "rank": pillar.rank,
        "tier median": two_decimals(pillar.tier_median),
        "overall median": two_decimals(pillar.median),
        "stands": pillar.verdict.replace("_", " "),
    }
