"""An edition as a publication: what its source printed, or where nothing is printed, its own result as it would be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.evidence_cells import address_of
from parkindex.audit.publication import TOTAL, Column, Publication, Ranking, no_uncertainty
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Published
    from parkindex.index import Result


def publication_of(
    result: Result,
    *,
    title: Text,
    uncertainty: Callable[[], Uncertainty | None] = no_uncertainty,
    seed: int = 0,
) -> Publication:
    """Return what is to be audited of an edition: its default result stands for the columns, print for the totals.

    Totals, ranks and tiers are those of evidence/published.csv; of an edition without that table, the result’s own,
    with as many decimals as the method prints.
    """
    dataset = result.dataset
    printed = {row.unit: row for row in dataset.published if row.node == result.nodes[0]}
    ranking = _as_printed(result, printed) if printed else _as_scored(result)
    return Publication(title, ranking, dataset, result.framework, result, uncertainty, seed)


def _as_printed(result: Result, printed: dict[str, Published]) -> Ranking:
    """Take the units that the table prints, in its order."""
    units = tuple(printed)
    given = [(node, _observed(result.dataset, node.code)) for node in result.framework.root.children]
    columns = tuple(
        Column(
            node.code,
            node.name,
            tuple(held.get(unit, (None, ""))[0] for unit in units),
            tuple(held.get(unit, (None, ""))[1] for unit in units),
            weight=None if node.weight is None else _decimal(node.weight),
        )
        for node, held in given
        if held
    )
    rows = [printed[unit] for unit in units]
    total = Column(
        TOTAL,
        Text(zh="总分", en="total"),
        tuple(None if np.isnan(row.value) else _decimal(row.value) for row in rows),
        tuple(address_of(row.source, row.where) for row in rows),
    )
    placed = tuple((row.rank, row.tier) for row in rows)
    return _ranking(result, units, (*columns, total), placed)


def _as_scored(result: Result) -> Ranking:
    """Take the scores of the pillars and the index, rounded as the method prints them."""
    stated = result.method.method.decimals
    decimals = 2 if stated is None else stated
    units = tuple(unit for unit in result.order() if result.rank(unit) is not None)

    def column(code: str, node: str, name: Text, weight: float | None) -> Column:
        cells = tuple(_rounded(result.score(unit, node), decimals) for unit in units)
        return Column(code, name, cells, ("",) * len(units), weight=None if weight is None else _decimal(weight))

    columns = tuple(
        column(node.code, node.code, node.name, node.weight)
        for node in result.framework.root.children
        if not np.isnan(result.column(node.code)).all()
    )
    total = column(TOTAL, result.nodes[0], Text(zh="总分", en="total"), None)
    placed = tuple((result.rank(unit), result.tier(unit)) for unit in units)
    return _ranking(result, units, (*columns, total), placed)


def _ranking(
    result: Result,
    units: tuple[str, ...],
    printed: tuple[Column, ...],
    placed: tuple[tuple[int | None, int | None], ...],
) -> Ranking:
    """Put the columns, the last of them the totals, together with (rank, tier) of each unit."""
    *columns, total = printed
    dataset = result.dataset
    weights = [column.weight for column in columns if column.weight is not None]
    places = tuple(tuple(place.code for place in dataset.line(dataset.unit(unit).place)) for unit in units)
    return Ranking(
        units,
        tuple(dataset.unit(unit).name for unit in units),
        tuple(columns),
        total,
        tuple(rank for rank, _ in placed),
        tuple(tier for _, tier in placed),
        _cut_offs(result),
        sum(weights, Decimal(0)) if len(weights) == len(columns) else None,
        places,
        {place.code: place.name for place in dataset.places},
    )


def _observed(dataset: Dataset, node: str) -> dict[str, tuple[Decimal | None, str]]:
    """Return the printed value of each unit at a node, and where it is printed."""
    return {
        row.subject: (None if np.isnan(row.value) else _decimal(row.value), address_of(row.source, row.where))
        for row in dataset.observed_in(None)
        if row.node == node and dataset.has_unit(row.subject)
    }


def _cut_offs(result: Result) -> tuple[Decimal, ...]:
    """Return the scores at which the tiers start, where the method states them."""
    step = result.method.method.tiers
    at: Sequence[float] = step.parameters.get("at", ()) if step.name == "thresholds" else ()
    return tuple(sorted((_decimal(score) for score in at), reverse=True))


def _decimal(value: float) -> Decimal:
    """Return the shortest decimal that is this float: what was printed, but for zeros at its end."""
    return Decimal(repr(float(value))).normalize()


def _rounded(value: float, decimals: int) -> Decimal | None:
    return None if np.isnan(value) else Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals))
