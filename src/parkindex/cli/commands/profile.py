"""`parkindex profile`: one unit, pillar by pillar."""

from __future__ import annotations

from typing import Annotated

import typer

from parkindex.cli.parameters import EditionPath, InLanguage, Json, MethodName


def profile(
    edition: EditionPath,
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="Code, name or alias of a unit.")],
    method: MethodName = None,
    json: Json = False,
    language: InLanguage = "zh",
) -> None:
    """Show one unit: rank, tier, and its score in each pillar beside the medians of its tier and of all units.

    Example: parkindex profile editions/blockchain-parks-2019 青岛链湾
    """
    from dataclasses import asdict

    from parkindex.analysis.strengths import positions
    from parkindex.cli.output import emit_json, emit_table, finite_values, say, two_decimals
    from parkindex.edition import open_edition

    opened = open_edition(edition)
    result = opened.result(method)
    code = opened.find_unit(unit)
    name = opened.dataset.unit(code).name
    pillars = positions(result, code)
    if json:
        standing = {"code": code, "name": {"zh": name.zh, "en": name.en}, "method": result.method.name}
        place = {"rank": result.rank(code), "tier": result.tier(code), "score": result.score(code)}
        emit_json(finite_values({**standing, **place, "pillars": [asdict(pillar) for pillar in pillars]}))
        return
    rank = "not ranked" if result.rank(code) is None else f"rank {result.rank(code)} of {len(result.units)}"
    say(f"{name.of(language)} ({code}): {rank}, tier {result.tier(code)}, score {two_decimals(result.score(code))}")
    rows = [
        {
            "pillar": opened.framework.node(pillar.node).name.of(language),
            "score": two_decimals(pillar.score),
            "rank": pillar.rank,
            "tier median": two_decimals(pillar.tier_median),
            "overall median": two_decimals(pillar.median),
            "stands": pillar.verdict.replace("_", " "),
        }
        for pillar in pillars
    ]
    emit_table(rows, list(rows[0]), numeric={"score", "rank", "tier median", "overall median"})
