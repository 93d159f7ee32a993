"""Printed tables that are sound: what no check may accuse, and where a law puts a defect in.

A table comes from a seed, so that Hypothesis shrinks to a small one. Its columns have different shapes and are
moderately correlated; totals follow exactly from the printed cells; weights bind; ranks follow the totals; tiers are
cut at the widest gaps; places make a small part of the variance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from parkindex.audit import Column, Publication, Ranking
from parkindex.audit.rule import RuleName
from parkindex.engine.arrays import FloatArray
from parkindex.framework.text import Text

CENT = Decimal("0.01")
SHAPES = ("normal", "normal", "uniform", "skewed", "heavy")


def sound_tables(least_units: int = 12, most_units: int = 120) -> st.SearchStrategy[Publication]:
    """Return a strategy of sound tables."""
    return st.builds(
        sound_table,
        seed=st.integers(0, 2**32 - 1),
        units=st.integers(least_units, most_units),
        columns=st.integers(3, 8),
    )


def sound_table(seed: int, units: int | None = None, columns: int | None = None) -> Publication:
    """Return one sound table: points that are added up, or scores from 0 to 100 that are averaged under weights.

    Without a size it has 12 to 120 units and 3 to 8 columns.
    """
    random = np.random.default_rng(seed)
    units = int(random.integers(12, 121)) if units is None else units
    columns = int(random.integers(3, 9)) if columns is None else columns
    points = bool(random.random() < 0.5)
    weights = _weights(random, columns)
    places = random.integers(0, max(3, units // 4), units)
    shares = _shares(random, units, columns, places)
    full = np.array([float(weight) for weight in weights]) if points else np.full(columns, 100.0)
    cells = [[_cent(number) for number in row] for row in shares * full]
    return build(cells, weights, [f"p{place}" for place in places], "sum" if points else "weighted_mean")


def build(cells: list[list[Decimal]], weights: list[Decimal], places: list[str], rule: RuleName) -> Publication:
    """Return a table with the totals, ranks and tiers that follow from its cells."""
    totals = [_total(row, weights, rule) for row in cells]
    order = sorted(range(len(cells)), key=lambda row: -totals[row])
    cells, totals = [cells[row] for row in order], [totals[row] for row in order]
    places = [places[row] for row in order]
    cut_offs = _cut_offs(totals)
    held = Ranking(
        tuple(f"u{row + 1}" for row in range(len(cells))),
        tuple(Text(zh=f"园区{row + 1}", en=f"Park {row + 1}") for row in range(len(cells))),
        tuple(
            _column(f"c{place + 1}", f"列{place + 1}", f"Column {place + 1}", [row[place] for row in cells], weight)
            for place, weight in enumerate(weights)
        ),
        _column("total", "总分", "total", totals, None),
        tuple(1 + sum(other > total for other in totals) for total in totals),
        tuple(1 + sum(total < cut for cut in cut_offs) for total in totals),
        cut_offs,
        Decimal(100),
        tuple((place,) for place in places),
        {place: Text(zh=f"地{place}", en=f"Place {place}") for place in dict.fromkeys(places)},
    )
    return Publication(Text(zh="一张表", en="A table"), held)


def rule_of(publication: Publication) -> RuleName:
    """Return the rule by which a sound table was built."""
    ranking = publication.ranking
    top = max(sum((cell or Decimal(0) for cell in column.cells), Decimal(0)) for column in ranking.columns)
    added = sum((column.cells[0] or Decimal(0) for column in ranking.columns), Decimal(0))
    assert ranking.total is not None
    return "sum" if top and abs(added - (ranking.total.cells[0] or Decimal(0))) <= CENT else "weighted_mean"


def with_cells(publication: Publication, changed: Mapping[tuple[int, int], Decimal]) -> Publication:
    """Return the table with cells (row, column) replaced and everything that follows from them computed anew.

    Units keep their names by their new order; the rows may change places.
    """
    ranking = publication.ranking
    cells = [[column.cells[row] or Decimal(0) for column in ranking.columns] for row in range(len(ranking.units))]
    for (row, column), number in changed.items():
        cells[row][column] = number
    return build(cells, list(ranking.weights), [place[0] for place in ranking.places], rule_of(publication))


def with_levels(publication: Publication, levels: Mapping[str, str]) -> Publication:
    """Return the table with columns that say whose value they are."""
    columns = tuple(
        replace(column, level=levels.get(column.code, column.level)) for column in publication.ranking.columns
    )
    return replace(publication, ranking=replace(publication.ranking, columns=columns))


def _weights(random: np.random.Generator, columns: int) -> list[Decimal]:
    """Return whole weights that add up to 100."""
    drawn = random.dirichlet(np.full(columns, 6.0)) * (100 - 5 * columns)
    whole = [5 + int(share) for share in drawn]
    whole[0] += 100 - sum(whole)
    return [Decimal(weight) for weight in whole]


def _shares(random: np.random.Generator, units: int, columns: int, places: NDArray[np.int64]) -> FloatArray:
    """Return shares of the full mark (units, columns), from 0.02 to 0.98."""
    correlation = random.uniform(0, 0.7)
    common = random.normal(size=(units, 1))
    place = 0.3 * random.normal(size=(int(places.max()) + 1, columns))[places]
    own = random.normal(size=(units, columns))
    score = (np.sqrt(correlation) * common + np.sqrt(1 - correlation) * own + place) / np.sqrt(1.09)
    shapes = [_shaped(score[:, column], SHAPES[int(random.integers(len(SHAPES)))], random) for column in range(columns)]
    return np.clip(np.column_stack(shapes), 0.02, 0.98)


def _shaped(score: FloatArray, shape: str, random: np.random.Generator) -> FloatArray:
    if shape == "normal":
        return random.uniform(0.45, 0.6) + random.uniform(0.08, 0.13) * score
    if shape == "uniform":
        return 0.5 + 0.45 * np.tanh(score * 0.8)
    if shape == "skewed":
        return np.exp(0.45 * score) * 0.22
    return np.exp(0.7 * score) * 0.09


def _cent(number: float) -> Decimal:
    return Decimal(repr(float(number))).quantize(CENT, ROUND_HALF_EVEN)


def _total(row: list[Decimal], weights: list[Decimal], rule: RuleName) -> Decimal:
    if rule == "sum":
        return sum(row, Decimal(0))
    products = sum((cell * weight for cell, weight in zip(row, weights, strict=True)), Decimal(0))
    return (products / sum(weights)).quantize(CENT, ROUND_HALF_EVEN)


def _cut_offs(totals: list[Decimal]) -> tuple[Decimal, ...]:
    """Return two cut-offs in the widest gaps of sorted totals, highest first; fewer where totals are equal."""
    gaps = sorted(((totals[row] - totals[row + 1], row) for row in range(len(totals) - 1)), reverse=True)[:2]
    middles = [((totals[row] + totals[row + 1]) / 2).quantize(CENT) for gap, row in gaps if gap > 2 * CENT]
    return tuple(sorted(middles, reverse=True))


def _column(code: str, zh: str, en: str, cells: list[Decimal], weight: Decimal | None) -> Column:
    addresses = tuple(f"table.csv:{row + 2}" for row in range(len(cells)))
    return Column(code, Text(zh=zh, en=en), tuple(cells), addresses, weight=weight)
