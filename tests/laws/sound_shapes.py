"""Sound tables of many shapes, drawn fast: sizes, rules, precisions and distributions as rankings are printed.

Wider than `sound_tables`, which laws shrink: few units and many, no weights or tiers, missing numbers, whole numbers,
ties under each rule of ranking. Totals follow exactly, no score exceeds its weight, columns spread as their weights
say, tiers are apart by the widest gaps.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from parkindex.audit import Column, Publication, Ranking
from parkindex.engine.arrays import FloatArray
from parkindex.framework.text import Text

RULES = ("sum", "mean", "weighted_mean", "none")
Cells = list[list[Decimal | None]]


def sound_shape(seed: int) -> Publication:
    """Return the sound table of a seed."""
    random = np.random.default_rng(seed)
    units = int(random.choice([3, 5, 8, 12, 22, 31, 50, 80, 150, 300], p=[0.03, 0.04, 0.08, *[0.15] * 5, 0.07, 0.03]))
    columns = int(random.integers(2, 11))
    rule = RULES[int(random.choice(4, p=[0.4, 0.2, 0.3, 0.1]))]
    decimals = int(random.choice([0, 1, 2, 3], p=[0.1, 0.25, 0.55, 0.1]))
    weights = _weights(random, columns)
    clustered = bool(random.random() < 0.5) and units >= 12
    full = weights if rule == "sum" else np.full(columns, 100.0)
    cells = _printed(_shares(random, units, columns, clustered=clustered) * full, decimals)
    if random.random() < 0.1 and units >= 12:
        cells = _with_blanks(random, cells)
    totals = None if rule == "none" else [_total(row, rule, weights, decimals) for row in cells]
    if totals is not None:
        rows = sorted(zip(totals, cells, strict=True), key=lambda row: (row[0] is None, -(row[0] or 0)))
        cells, totals = [row for _, row in rows], [total for total, _ in rows]
    stated = rule in {"sum", "weighted_mean"} and random.random() < 0.8
    return _publication(random, cells, totals, weights if stated else None, clustered=clustered)


def _weights(random: np.random.Generator, columns: int) -> FloatArray:
    """Share out 100 in steps of 5, at least 5 a column."""
    steps = 5.0 + 5 * random.multinomial(20 - columns, np.full(columns, 1 / columns))
    return np.asarray(steps, dtype=np.float64)


def _shares(random: np.random.Generator, units: int, columns: int, *, clustered: bool) -> FloatArray:
    """Return shares of the full mark, (units, columns): a quality that columns share, and of each its own."""
    quality = _drawn(random, (units, 1))
    common = random.uniform(0.3, 0.7)
    spread = random.uniform(0.08, 0.14) * random.uniform(0.95, 1.05, columns)
    own = np.sqrt(1 - common**2) * _drawn(random, (units, columns))
    if clustered:
        quality, common = 0.3 * quality + random.permutation(np.arange(units) % 3 - 1.0)[:, None] * 2.7, 0.9
        spread *= 0.8
    mixed = common * quality + own
    shares = random.uniform(0.5, 0.6, columns) + spread * mixed
    return np.asarray(0.5 + 0.48 * np.tanh((shares - 0.5) / 0.48), dtype=np.float64)


def _drawn(random: np.random.Generator, shape: tuple[int, int]) -> FloatArray:
    """Draw standardised numbers from one of several distributions."""
    match int(random.integers(5)):
        case 0:
            drawn = random.uniform(-1.7, 1.7, shape)
        case 1:
            drawn = random.standard_t(9, shape) / np.sqrt(9 / 7)
        case 2:
            drawn = (np.exp(0.3 * random.standard_normal(shape)) - 1.046) / 0.32
        case 3:
            drawn = (random.beta(2, 4, shape) - 1 / 3) / 0.178
        case _:
            drawn = random.standard_normal(shape)
    return np.asarray(drawn, dtype=np.float64)


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _printed(numbers: FloatArray, decimals: int) -> Cells:
    return [[_rounded(Decimal(repr(number)), decimals) for number in row] for row in numbers.tolist()]


def _with_blanks(random: np.random.Generator, cells: Cells) -> Cells:
    return [[None if random.random() < 0.03 else cell for cell in row] for row in cells]


def _total(row: list[Decimal | None], rule: str, weights: FloatArray, decimals: int) -> Decimal | None:
    """Return the total of a row by a rule; none where a number is missing."""
    numbers = [cell for cell in row if cell is not None]
    if len(numbers) < len(row):
        return None
    if rule == "sum":
        return sum(numbers, Decimal(0))
    shares = [Decimal(1)] * len(row) if rule == "mean" else [Decimal(int(weight)) for weight in weights]
    products = sum((cell * share for cell, share in zip(numbers, shares, strict=True)), Decimal(0))
    return _rounded(products / sum(shares), max(decimals, 1))


def _publication(
    random: np.random.Generator,
    cells: Cells,
    totals: list[Decimal | None] | None,
    weights: FloatArray | None,
    *,
    clustered: bool,
) -> Publication:
    columns = tuple(
        _column(
            f"c{place + 1}", [row[place] for row in cells], None if weights is None else Decimal(int(weights[place]))
        )
        for place in range(len(cells[0]))
    )
    known = [] if totals is None else [total for total in totals if total is not None]
    whole = totals is not None and len(known) == len(totals)
    cut_offs = _cut_offs(known) if clustered and whole else ()
    units = len(cells)
    ranking = Ranking(
        tuple(f"u{row + 1}" for row in range(units)),
        tuple(Text(zh=f"园区{row + 1}", en=f"Park {row + 1}") for row in range(units)),
        columns,
        None if totals is None else _column("total", totals, None),
        _ranks(known, dense=bool(random.random() < 0.2)) if whole and random.random() < 0.8 else (),
        tuple(1 + sum(total < cut for cut in cut_offs) for total in known) if cut_offs else (),
        cut_offs if random.random() < 0.7 else (),
        Decimal(100) if weights is not None else None,
        _places(random, units) if random.random() < 0.6 else (),
        {f"p{place}": Text(zh=f"地{place}", en=f"Place {place}") for place in range(units)},
    )
    return Publication(Text(zh="一张表", en="A table"), ranking)


def _ranks(totals: list[Decimal], *, dense: bool) -> tuple[int, ...]:
    if dense:
        order = sorted(set(totals), reverse=True)
        return tuple(1 + order.index(total) for total in totals)
    return tuple(1 + sum(other > total for other in totals) for total in totals)


def _places(random: np.random.Generator, units: int) -> tuple[tuple[str, ...], ...]:
    return tuple((f"p{place}",) for place in random.integers(0, max(3, units // 4), units))


def _cut_offs(totals: list[Decimal]) -> tuple[Decimal, ...]:
    """Return the middles of the two widest gaps, where each tier has three units at least; else none."""
    falling = sorted(totals, reverse=True)
    gaps = [falling[row] - falling[row + 1] for row in range(len(falling) - 1)]
    widest = sorted(sorted(range(len(gaps)), key=lambda row: -gaps[row])[:2])
    sizes = np.diff([-1, *widest, len(falling) - 1])
    if sizes.min() < max(3, len(totals) // 6):
        return ()
    return tuple((falling[row] + falling[row + 1]) / 2 for row in widest)


def _column(code: str, cells: list[Decimal | None], weight: Decimal | None) -> Column:
    addresses = tuple(f"table.csv:{row + 2}" for row in range(len(cells)))
    return Column(code, Text(zh=f"列{code}", en=f"Column {code}"), tuple(cells), addresses, weight=weight)
