"""How many different profiles there are, and units that share all columns but one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.below import claimed_levels, printed_columns
from parkindex.audit.chance import ALARM, at_least, pairs_among
from parkindex.audit.levels.places import numbers_of
from parkindex.audit.outcome import MOST_SHOWN, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plain, plural, units_listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from parkindex.audit.levels.places import Numbers
    from parkindex.audit.publication import Column, Publication

CORRELATED = 5
"""Times by which correlation may raise equal pairs of scores of few levels, where nothing says what columns hold."""

LEAST_FINE = 2
"""Columns with a fine scale that a shared profile must hold."""


def shared_profiles(publication: Publication) -> Iterator[Outcome]:
    """Test whether units share every column but one, or all, to the last decimal."""
    ranking = publication.ranking
    numbers = [held for column in printed_columns(publication) if (held := numbers_of(column)) is not None]
    whole = [held for held in numbers if held.rows.size == len(ranking.units)]
    fine = [held for held in whole if not held.coarse]
    if len(whole) < 3 or len(fine) <= LEAST_FINE:
        yield untestable(
            "无法检验：刊载完整而精细的列不足三列。",
            "This cannot be tested: fewer than three columns are printed completely and finely.",
        )
        return
    groups = [group for left in (None, *whole) for group in _sharing(whole, left)]
    told = _distinct(groups)
    different = {held.column.code: int(np.unique(held.whole).size) for held in whole}
    known = any(claimed_levels(publication, held.column) for held in fine)
    expected = _expected(fine, whole) * (1 if known else CORRELATED)
    repeats = sum(len(rows) - 1 for _, rows in told)
    if told and at_least(repeats, expected) < ALARM:
        yield _shared(publication, told, different, expected)
        return
    n = len(ranking.units)
    yield holds(
        f"没有异常多的园区除一列外各列数值都相同；{n}家在各列上的不同数值为"
        + "，".join(f"{held.column.name.zh}{different[held.column.code]}个" for held in whole[:6])
        + "。",
        "Units do not share all columns but one more often than chance explains; different numbers of "
        f"{plural(n, 'unit')}: "
        + ", ".join(f"{different[held.column.code]} under {held.column.name.en}" for held in whole[:6])
        + ".",
        different=different,
        n=n,
    )


def _sharing(whole: list[Numbers], left: Numbers | None) -> Iterator[tuple[Column | None, tuple[int, ...]]]:
    """Yield the groups of rows that are equal in every column but the one left out."""
    random = np.random.default_rng(0).integers(1, 2**62, len(whole), dtype=np.uint64)
    total = np.zeros(whole[0].whole.size, dtype=np.uint64)
    for held, factor in zip(whole, random, strict=True):
        if held is not left:
            mixed = (held.whole.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)) * factor
            total += mixed ^ (mixed >> np.uint64(29))
    _, place, counts = np.unique(total, return_inverse=True, return_counts=True)
    for group in np.flatnonzero(counts > 1)[: 10 * MOST_SHOWN]:
        rows = np.flatnonzero(place == group).tolist()
        kept = [held for held in whole if held is not left]
        if all(len({int(held.whole[row]) for row in rows}) == 1 for held in kept):
            yield (None if left is None else left.column), tuple(rows)


def _distinct(
    groups: list[tuple[Column | None, tuple[int, ...]]],
) -> list[tuple[Column | None, tuple[int, ...]]]:
    """Drop groups that another one holds."""
    kept: list[tuple[Column | None, tuple[int, ...]]] = []
    for left, rows in groups:
        if not any(set(rows) <= set(held) for _, held in kept):
            kept.append((left, rows))
    return kept


def _expected(fine: list[Numbers], whole: list[Numbers]) -> float:
    """Return how many pairs would share all columns but one if each column were equal independently of the others.

    Columns with few levels are taken as always equal, which allows for any correlation between them.
    """
    n = fine[0].whole.size
    pairs = n * (n - 1) / 2
    rates = np.array([max(_equal_pairs(held.whole) / pairs, 1 / held.places) for held in fine])
    product = float(np.prod(rates))
    without = sum(product / float(rate) for rate in rates) + (product if len(whole) > len(fine) else 0.0)
    return pairs * (without + product)


def _equal_pairs(whole: NDArray[np.int64]) -> float:
    _, counts = np.unique(whole, return_counts=True)
    return pairs_among(counts)


def _shared(
    publication: Publication,
    told: list[tuple[Column | None, tuple[int, ...]]],
    different: dict[str, int],
    expected: float,
) -> Outcome:
    ranking = publication.ranking
    repeats = sum(len(rows) - 1 for _, rows in told)
    zh, en = [], []
    for left, rows in told[:4]:
        names = units_listed(ranking, rows)
        same = listed([column.name for column in ranking.columns if column is not left])
        zh.append(f"{names.zh}的{same.zh}完全相同")
        en.append(f"{names.en} print the same {same.en}")
    more = len(told) - len(zh)
    n = len(ranking.units)
    rows_shown = [row for _, rows in told for row in rows][:MOST_SHOWN]
    return fails(
        "minor",
        "；".join(zh)
        + (f"；另有{more}组" if more > 0 else "")
        + f"（n = {n}，各列独立时预期{plain(expected, 2)}处）。",
        "; ".join(en)
        + (f"; {plural(more, 'more group')}" if more > 0 else "")
        + f" (n = {n}; independent columns lead to {plain(expected, 2)} such repeats).",
        *(ranking.cell(row, column) for row in rows_shown for column in ranking.columns),
        groups=[
            {"units": [ranking.units[row] for row in rows], "differ_in": None if left is None else left.code}
            for left, rows in told
        ],
        repeats=repeats,
        expected=expected,
        different=different,
        n=n,
    )
