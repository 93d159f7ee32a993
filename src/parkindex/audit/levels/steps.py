"""Whole steps between numbers of one place: one value of the place, plus or minus whole points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.below import claimed_levels, indicators_below, printed_columns
from parkindex.audit.chance import ALARM, at_least, pairs_among
from parkindex.audit.levels.places import by_place, grouping, numbers_of
from parkindex.audit.outcome import MOST_SHOWN, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.audit.levels.places import Grouping, Numbers
    from parkindex.audit.publication import Column, Publication

LEAST_CLASSES = 10
"""Fractional parts that a column must be able to print before whole steps mean anything."""

UNUSUAL = 0.01
"""Probability of so many whole steps between places below which their share is taken for the chance of one."""


@dataclass(frozen=True, eq=False)
class Steps:
    """Of ``pairs`` of different numbers inside places, ``found`` differ by a whole number, each number counted once."""

    column: Column
    found: int
    pairs: int
    expected: float


def whole_steps(publication: Publication) -> Iterator[Outcome]:
    """Test whether numbers of one place differ by whole numbers more often than their decimals allow by chance.

    Columns that claim only the units' own values are left out: what is looked for is a common value of the place. Whole
    points on top of it are what counts and ratings give; they are remarkable where the units' own part is measured.
    """
    places = grouping(publication)
    tested = [
        steps
        for column in printed_columns(publication)
        if claimed_levels(publication, column) != {"park"}
        if (numbers := numbers_of(column)) is not None and not numbers.coarse
        if (steps := _steps(numbers, places.number)) is not None
    ]
    pairs, found = sum(held.pairs for held in tested), sum(held.found for held in tested)
    expected = sum(held.expected for held in tested)
    if not pairs:
        yield untestable(
            "无法检验：没有一列既可能含地方一级的数值、又在同一地方印有不同数值。",
            "This cannot be tested: no column that may hold values of places prints different numbers in one of them.",
        )
        return
    each = [at_least(held.found, held.expected) * len(tested) for held in tested]
    p = min(1.0, 2 * min(at_least(found, expected), *each))
    if p < ALARM:
        yield _stepped(publication, places, tested, p)
        return
    yield holds(
        f"同一地方内不同数值的{pairs}对中有{found}处相差整数，偶然预期约{plain(expected, 1)}处，不算异常。",
        f"Of {pairs} pairs of different numbers inside places, {found} differ by a whole number; chance leads to about "
        f"{plain(expected, 1)}.",
        steps=found,
        pairs=pairs,
        expected=expected,
        p=p,
    )


def _steps(numbers: Numbers, places: NDArray[np.int64]) -> Steps | None:
    """Count the whole steps of a column inside places.

    The chance of a pair is one in the number of fractional parts; where pairs between places differ by whole numbers
    clearly more often (cells given to fewer decimals), it is their share.
    """
    one = 10**numbers.column.decimals
    classes = one // int(np.gcd.reduce(np.append(np.diff(numbers.whole), one)))
    if classes < LEAST_CLASSES:
        return None
    at, whole = by_place(numbers, places)
    _, inside = np.unique(at * one + whole % one, return_counts=True)
    _, alike = np.unique(whole % one, return_counts=True)
    _, same = np.unique(whole, return_counts=True)
    pairs = pairs_among(np.bincount(at))
    between = pairs_among(alike) - pairs_among(inside) - pairs_among(same)
    others = pairs_among(np.array([at.size])) - pairs
    chance = 1 / classes
    if others > 0 and at_least(int(between), others * chance) < UNUSUAL:
        chance = between / others
    return Steps(numbers.column, int(at.size - inside.size), int(pairs), pairs * chance)


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
    tested: list[Steps],
    p: float,
) -> Outcome:
    ranking = publication.ranking
    pairs, steps = sum(held.pairs for held in tested), sum(held.found for held in tested)
    expected = sum(held.expected for held in tested)
    clearest = sorted((held for held in tested if held.found), key=lambda held: at_least(held.found, held.expected))
    told = [(held.column, pair) for held in clearest for pair in _stepping(places, held.column)][:MOST_SHOWN]
    zh, en = [], []
    for column, (first, second) in told:
        place = places.name(places.codes[first])
        zh.append(f"{place.zh}{column.name.zh}{column.printed(first)}与{column.printed(second)}")
        en.append(f"{column.name.en} in {place.en} {column.printed(first)} and {column.printed(second)}")
    measured = [
        indicator.name
        for held in clearest
        for indicator in indicators_below(publication, held.column)
        if indicator.level == "park" and indicator.type == "numeric"
    ]
    said_zh = (
        f"同一地方内不同数值的{pairs}对中有{steps}处相差整数（偶然预期约{plain(expected, 2)}处）：{'，'.join(zh)}；"
        "如同一个地方的共同数值加减整分所得"
    )
    said_en = (
        f"Of {pairs} pairs of different numbers inside places, {steps} differ by a whole number (chance leads to about "
        f"{plain(expected, 2)}): {', '.join(en)}, as one value of the place plus whole points would"
    )
    cells = [ranking.cell(row, column) for column, rows in told for row in rows]
    data: dict[str, Any] = {
        "steps": steps,
        "pairs": pairs,
        "expected": expected,
        "p": p,
        "found": [
            {
                "column": column.code,
                "place": places.codes[first],
                "units": [ranking.units[first], ranking.units[second]],
                "numbers": [float(column.values[first]), float(column.values[second])],
            }
            for column, (first, second) in told
        ],
    }
    if not measured:
        return holds(f"{said_zh}。", f"{said_en}.", *cells, **data)
    names = listed(measured)
    return fails(
        "minor",
        f"{said_zh}，而其中各家自身的指标（{names.zh}）在框架中为数值型。",
        f"{said_en}, yet the framework calls the units’ own part ({names.en}) numeric.",
        *cells,
        **data,
    )
