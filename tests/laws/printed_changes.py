"""Defects put into a printed table: other cells, ranks or tiers, with nothing else computed anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parkindex.audit import Outcome, Publication
from parkindex.audit.needs import missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from parkindex.audit.check import Check


def outcomes_of(checks: Mapping[str, Check], table: Publication) -> list[Outcome]:
    """Return what the checks of a family say, each with its code, where their needs are met."""
    return [
        replace(outcome, check=code)
        for code, check in checks.items()
        if missing(table, check.needs) is None
        for outcome in check.run(table)
    ]


def failing(checks: Mapping[str, Check], table: Publication, code: str = "") -> list[Outcome]:
    """Return what does not hold, of one check or of all."""
    found = outcomes_of(checks, table)
    return [outcome for outcome in found if outcome.verdict == "fails" and code in {"", outcome.check}]


def with_ranking(table: Publication, **changes: Any) -> Publication:
    """Return the table with something else in its ranking."""
    return replace(table, ranking=replace(table.ranking, **changes))


def with_printed(table: Publication, code: str, cells: Mapping[int, Decimal | None]) -> Publication:
    """Return the table with other cells printed in a column, by row; ``total`` are the totals."""
    ranking = table.ranking
    column = ranking.column(code)
    other = replace(column, cells=tuple(cells.get(row, cell) for row, cell in enumerate(column.cells)))
    if column is ranking.total:
        return with_ranking(table, total=other)
    return with_ranking(table, columns=tuple(other if held is column else held for held in ranking.columns))


def with_rows(table: Publication, order: Sequence[int]) -> Publication:
    """Return the table with its rows in another order."""
    ranking = table.ranking

    def taken(values: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(values[row] for row in order) if values else ()

    columns = [
        replace(c, cells=taken(c.cells)) for c in (*ranking.columns, *([ranking.total] if ranking.total else []))
    ]
    return with_ranking(
        table,
        units=taken(ranking.units),
        names=taken(ranking.names),
        columns=tuple(columns[: len(ranking.columns)]),
        total=columns[-1] if ranking.total else None,
        ranks=taken(ranking.ranks),
        tiers=taken(ranking.tiers),
        places=taken(ranking.places),
    )


def exchanged(numbers: Sequence[Any], first: int, second: int) -> tuple[Any, ...]:
    """Return numbers with two of them exchanged."""
    held = list(numbers)
    held[first], held[second] = held[second], held[first]
    return tuple(held)
