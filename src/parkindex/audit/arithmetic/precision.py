"""Precision: decimals that differ within a column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outcome import MOST_SHOWN, Outcome, fails, holds, untestable
from parkindex.audit.rule import find_rule
from parkindex.audit.wording import plural, units_listed

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication, Ranking
    from parkindex.engine.arrays import BoolArray

MOST_CELLS = 0.9
"""Share of a column's cells that print the same decimals before the others are called odd ones."""

ENDS_OF_SCALE = (0.0, 100.0)
"""Scores that are printed without decimals beside ones that have them: no points at all, and all of a hundred."""


def precision(publication: Publication) -> Iterator[Outcome]:
    """Test whether single cells print more decimals than their column, or drop zeros that the others keep.

    That a sum is printed more finely than its parts is said too: it was added before rounding.
    """
    ranking = publication.ranking
    columns = ranking.all_columns
    found = [outcome for column in columns for outcome in _odd(ranking, column)]
    yield from found
    if not columns:
        yield untestable("无法检验：没有刊载一列数值。", "This cannot be tested: no column of numbers is printed.")
        return
    if not found:
        yield holds(
            f"{len(columns)}列数值各自的小数位数一致。" if len(columns) > 1 else "一列数值的小数位数一致。",
            f"Each of the {len(columns)} columns keeps to its decimals."
            if len(columns) > 1
            else "The one column of numbers keeps to its decimals.",
            decimals={column.code: column.decimals for column in columns},
        )
    yield from _finer(ranking)


def _finer(ranking: Ranking) -> Iterator[Outcome]:
    """Say where a sum is printed with more decimals than any of its parts."""
    rule, total = find_rule(ranking), ranking.total
    parts = max((column.decimals for column in ranking.columns), default=0)
    if rule is not None and rule.name == "sum" and total is not None and total.decimals > parts:
        yield holds(
            f"总分印{total.decimals}位小数，各列只印{parts}位：总分由取舍前的数值相加，末位无从复算。",
            f"The totals print {plural(total.decimals, 'decimal')}, the columns only {parts}: they were added before "
            "rounding, and their last place cannot be recomputed.",
            subject=total.code,
        )


def _odd(ranking: Ranking, column: Column) -> Iterator[Outcome]:
    places = column.places[column.places >= 0]
    if len(places) < 3:
        return
    usual = int(np.bincount(places).argmax())
    if usual == 0 or np.mean(places == usual) < MOST_CELLS:
        return
    longer = np.flatnonzero(column.places > usual)
    shorter = np.flatnonzero((column.places >= 0) & (column.places < usual) & ~_ends_of_scale(column))
    for rows, more in ((longer, True), (shorter, False)):
        if len(rows) and (more or _keeps_zeros(column, usual)):
            yield _told(ranking, column, [int(row) for row in rows], usual, more=more)


def _ends_of_scale(column: Column) -> BoolArray:
    """Tell which cells are 0 or 100 without decimals (units,): many rankings print the ends of their scale so."""
    return np.asarray((column.places == 0) & np.isin(column.values, ENDS_OF_SCALE), dtype=np.bool_)


def _keeps_zeros(column: Column, usual: int) -> bool:
    """Tell whether a cell ends in a printed zero, so that a shorter one is not one whose zeros were dropped."""
    units = column.integers[column.places == usual]
    tens = 10 ** (column.decimals - usual + 1)
    return bool((units % tens == 0).any())


def _told(ranking: Ranking, column: Column, rows: list[int], usual: int, *, more: bool) -> Outcome:
    names = units_listed(ranking, rows)
    n = len(column.present)
    return fails(
        "minor",
        f"“{column.name.zh}”列{n}个数值中，{n - len(rows)}个印{usual}位小数，"
        f"{names.zh}的{'多' if more else '少'}于{usual}位。",
        f"Of the {n} numbers under {column.name.en}, {n - len(rows)} print {plural(usual, 'decimal')}; "
        f"{plural(len(rows), 'cell')} ({names.en}) {'prints' if len(rows) == 1 else 'print'} "
        f"{'more' if more else 'fewer'}.",
        *(ranking.cell(row, column) for row in rows[:MOST_SHOWN]),
        subject=column.code,
        decimals=usual,
        units={ranking.units[row]: int(column.places[row]) for row in rows},
    )
