"""The same number to the last decimal in different places, and whole steps between numbers of one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.below import claimed_levels
from parkindex.audit.lattice.grid import find_grid
from parkindex.audit.levels.places import by_place, grouping, numbers_of
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plain, plural

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.audit.levels.places import Grouping, Numbers
    from parkindex.audit.publication import Column, Publication

ALARM = 5e-4
"""Probability, over the whole table, of so many equal numbers or whole steps, below which they are told."""

WORTH_A_GRID = 0.05
"""Probability of a column's equal numbers below which it is asked whether a regular grid explains them."""

MOST_SHOWN = 10
"""Numbers, and cells, that an outcome shows."""


@dataclass(frozen=True, eq=False)
class Copies:
    """Numbers of a column that stand in several places: ``surplus`` counts each place but the first."""

    column: Column
    found: tuple[tuple[int, ...], ...]
    surplus: int
    expected: float


def same_across_places(publication: Publication) -> Iterator[Outcome]:
    """Test whether more numbers are equal to the last decimal between places than a smooth distribution leads to."""
    places = grouping(publication)
    tested = [
        copies
        for column in publication.ranking.columns
        if (numbers := numbers_of(column)) is not None and not numbers.coarse
        if (copies := _copies(numbers, places.number)) is not None
    ]
    if not tested:
        yield untestable(
            "无法检验：没有一列的数值细到相同就说明问题。",
            "This cannot be tested: no column is printed finely enough for equal numbers to mean anything.",
        )
        return
    surplus, expected = sum(held.surplus for held in tested), sum(held.expected for held in tested)
    p = _at_least(surplus, expected)
    if p >= ALARM:
        yield holds(
            f"不同地方之间逐位相同的数值有{surplus}处，按连续分布至多预期{plain(expected, 1)}处，不算异常。",
            f"Numbers equal to the last decimal between places: {surplus}; a smooth distribution leads to up to "
            f"{plain(expected, 1)}, so that this is nothing unusual.",
            surplus=surplus,
            expected=expected,
            p=p,
        )
        return
    yield _copied(publication, places, tested, p)


def _copies(numbers: Numbers, places: NDArray[np.int64]) -> Copies | None:
    """Return the numbers of a column in several places; if there are more than chance leads to, those off any grid."""
    _, held = by_place(numbers, places)
    surplus, expected = int(held.size - np.unique(held).size), _expected_ties(np.sort(held), numbers)
    grid = find_grid(numbers.column) if _at_least(surplus, expected) < WORTH_A_GRID else None
    kept = np.isin(numbers.rows, grid.on, invert=True) if grid is not None else np.ones(numbers.rows.size, dtype=bool)
    if kept.sum() < 5:
        return None
    rows, whole = numbers.rows[kept], numbers.whole[kept]
    _, held = by_place(type(numbers)(numbers.column, rows, whole, numbers.places), places)
    different, counts = np.unique(held, return_counts=True)
    expected = _expected_ties(np.sort(held), numbers)
    found = tuple(tuple(rows[whole == number].tolist()) for number in different[counts > 1][:MOST_SHOWN])
    return Copies(numbers.column, found, int((counts - 1).sum()), expected)


def _expected_ties(ordered: NDArray[np.int64], numbers: Numbers) -> float:
    """Return an upper bound on the equal pairs that chance leads to, from how many pairs are nearly equal.

    Of pairs at most h steps apart, those that are equal should be one in 2h; three standard deviations are added.
    """
    span = int(ordered[-1] - ordered[0])
    step = max(1, span // max(1, numbers.places - 1))
    steps, near = 5, 0
    while True:
        reach = np.searchsorted(ordered, ordered + steps * step, side="right")
        equal = np.searchsorted(ordered, ordered, side="right")
        near = int((reach - equal).sum())
        if near >= 50 or steps * step >= span / 20:
            break
        steps *= 2
    return (near + 3 * sqrt(near) + 3) / (2 * steps)


def _at_least(count: int, expected: float) -> float:
    """Return the Poisson probability of at least so many."""
    from scipy.special import gammainc

    return 1.0 if count == 0 else float(np.float64(gammainc(count, expected)))


def _copied(publication: Publication, places: Grouping, tested: list[Copies], p: float) -> Outcome:
    ranking = publication.ranking
    surplus, expected = sum(held.surplus for held in tested), sum(held.expected for held in tested)
    told = [(held.column, rows) for held in tested for rows in held.found][:MOST_SHOWN]
    zh, en = [], []
    for column, rows in told:
        names = listed([places.name(code) for code in dict.fromkeys(places.codes[row] for row in rows)])
        zh.append(f"{column.name.zh}{column.printed(rows[0])}（{names.zh}）")
        en.append(f"{column.name.en} {column.printed(rows[0])} ({names.en})")
    cells = [ranking.cell(row, column) for column, rows in told for row in rows]
    return fails(
        "minor",
        f"不同地方之间有{surplus}处数值逐位相同，按连续分布至多预期{plain(expected, 1)}处（n = {len(ranking.units)}）："
        f"{'，'.join(zh)}。",
        f"{plural(surplus, 'number')} repeat one of another place to the last decimal, where a smooth distribution "
        f"leads to up to {plain(expected, 1)} (n = {len(ranking.units)}): {', '.join(en)}.",
        *cells,
        surplus=surplus,
        expected=expected,
        p=p,
        copies=[
            {
                "column": column.code,
                "number": float(column.values[rows[0]]),
                "units": [ranking.units[row] for row in rows],
            }
            for column, rows in told
        ],
    )


LEAST_CLASSES = 10
"""Fractional parts that a column must be able to print before whole steps mean anything."""


def whole_steps(publication: Publication) -> Iterator[Outcome]:
    """Test whether numbers of one place differ by whole numbers more often than their decimals allow by chance.

    Columns that claim only the units' own values are left out: a common value of the place plus whole points is what
    is looked for. The chance of a pair is one in the number of fractional parts, or the share of such pairs between
    places where that is larger (one more counted).
    """
    places = grouping(publication)
    stepping: list[Column] = []
    expected, steps, pairs = 0.0, 0, 0
    for column in publication.ranking.columns:
        numbers = numbers_of(column)
        if numbers is None or numbers.coarse or claimed_levels(publication, column) == {"park"}:
            continue
        one = 10**column.decimals
        classes = one // int(np.gcd.reduce(np.append(np.diff(numbers.whole), one)))
        if classes < LEAST_CLASSES:
            continue
        at, whole = by_place(numbers, places.number)
        inside, found = _pairs(at), int(at.size - np.unique(at * one + whole % one).size)
        _, alike = np.unique(whole % one, return_counts=True)
        _, same = np.unique(whole, return_counts=True)
        between = _count(alike) - _count(same) - found
        all_pairs = at.size * (at.size - 1) / 2 - inside
        expected += inside * max(1 / classes, (between + 1) / (all_pairs + 1))
        steps, pairs = steps + found, pairs + int(inside)
        stepping.extend([column] if found else [])
    if not pairs:
        yield untestable(
            "无法检验：没有一列既含地方一级的数值、又在同一地方印有不同数值。",
            "This cannot be tested: no column that may hold values of places prints different numbers in one of them.",
        )
        return
    p = _at_least(steps, expected)
    if p < ALARM:
        told = [(column, pair) for column in stepping for pair in _stepping(places, column)]
        yield _stepped(publication, places, told[:MOST_SHOWN], (steps, pairs, expected, p))
    else:
        yield holds(
            f"同一地方内不同数值的{pairs}对中有{steps}处相差整数，偶然预期约{plain(expected, 1)}处，不算异常。",
            f"Of {pairs} pairs of different numbers inside places, {steps} differ by a whole number; chance leads to "
            f"about {plain(expected, 1)}.",
            steps=steps,
            pairs=pairs,
            expected=expected,
            p=p,
        )


def _pairs(at: NDArray[np.int64]) -> float:
    return _count(np.bincount(at))


def _count(sizes: NDArray[np.int64]) -> float:
    return float((sizes * (sizes - 1)).sum()) / 2


def _stepping(places: Grouping, column: Column) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows of one place that differ by a whole number, one pair for each such number."""
    one = 10**column.decimals
    for rows in places.rows.values():
        first: dict[int, int] = {}
        seen: set[int] = set()
        for row in rows:
            cell = column.cells[row]
            if cell is None:
                continue
            whole = int(cell.scaleb(column.decimals))
            if whole in seen:
                continue
            seen.add(whole)
            if whole % one in first:
                yield first[whole % one], row
            else:
                first[whole % one] = row


def _stepped(
    publication: Publication,
    places: Grouping,
    told: list[tuple[Column, tuple[int, int]]],
    counted: tuple[int, int, float, float],
) -> Outcome:
    ranking, (steps, pairs, expected, p) = publication.ranking, counted
    zh, en = [], []
    for column, (first, second) in told:
        place = places.name(places.codes[first])
        zh.append(f"{place.zh}{column.name.zh}{column.printed(first)}与{column.printed(second)}")
        en.append(f"{column.name.en} in {place.en} {column.printed(first)} and {column.printed(second)}")
    listed_zh, listed_en = "，".join(zh), ", ".join(en)
    return fails(
        "minor",
        f"同一地方内不同数值的{pairs}对中有{steps}处相差整数（偶然预期约{plain(expected, 2)}处）：{listed_zh}；"
        "如同一个地方的共同数值加减整分所得。",
        f"Of {pairs} pairs of different numbers inside places, {steps} differ by a whole number (chance leads to about "
        f"{plain(expected, 2)}): {listed_en}, as one value of the place plus whole points would.",
        *(ranking.cell(row, column) for column, rows in told for row in rows),
        steps=steps,
        pairs=pairs,
        expected=expected,
        p=p,
        found=[
            {
                "column": column.code,
                "place": places.codes[first],
                "units": [ranking.units[first], ranking.units[second]],
                "numbers": [float(column.values[first]), float(column.values[second])],
            }
            for column, (first, second) in told
        ],
    )
