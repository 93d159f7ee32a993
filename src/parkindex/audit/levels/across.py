"""The same number to the last decimal in different places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.below import claimed_levels, printed_columns
from parkindex.audit.chance import ALARM, at_least
from parkindex.audit.lattice.grid import find_grid
from parkindex.audit.levels.places import by_place, grouping, numbers_of
from parkindex.audit.outcome import MOST_SHOWN, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plain, plural

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.audit.levels.places import Grouping, Numbers
    from parkindex.audit.publication import Column, Publication

WORTH_A_GRID = 0.05
"""Probability of a column's equal numbers below which it is asked whether a regular grid explains them."""


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
        for column in printed_columns(publication)
        if (numbers := numbers_of(column)) is not None and not numbers.coarse
        if (copies := _copies(numbers, places.number)) is not None
    ]
    if not tested:
        yield untestable(
            "无法检验：没有一列刊载的数值细到相同就说明问题。",
            "This cannot be tested: no column is printed finely enough for equal numbers to mean anything.",
        )
        return
    surplus, expected = sum(held.surplus for held in tested), sum(held.expected for held in tested)
    p = at_least(surplus, expected)
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
    if not any(claimed_levels(publication, held.column) for held in tested):
        yield untestable(
            f"无法检验：不同地方之间有{surplus}处数值逐位相同，但表中没有说明数值由什么构成，计数或评分的组合也会如此。",
            f"This cannot be tested: {plural(surplus, 'number')} repeat one of another place to the last decimal, but "
            "the table does not say what its numbers are made of, and counts or ratings combined do the same.",
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
    grid = find_grid(numbers.column) if at_least(surplus, expected) < WORTH_A_GRID else None
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
        f"有{surplus}处数值与另一地方的逐位相同，按连续分布至多预期{plain(expected, 1)}处（n = {len(ranking.units)}）："
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
