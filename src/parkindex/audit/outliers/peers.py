"""A number that stands apart from all others of its column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.chance import ALARM
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.outliers.distances import gaps
from parkindex.audit.outliers.wording import mended, sentence
from parkindex.audit.wording import plain, plural, units_listed

if TYPE_CHECKING:
    from parkindex.audit.outliers.distances import Gap
    from parkindex.audit.publication import Column, Publication, Ranking

UNUSUAL = 0.1
"""Probability in a heavy tail on either side below which a moved decimal point is looked for."""

CENTRAL = (5, 95)
"""Percentiles of the other numbers between which a moved decimal point has to bring a number to make it a slip."""


def isolated_numbers(publication: Publication) -> Iterator[Outcome]:
    """Test whether a number, or up to three, stand apart from the rest of their column."""
    ranking = publication.ranking
    tested = {column.code: found for column in ranking.columns if (found := gaps(column.values))}
    alarms = 0
    for column in ranking.columns:
        told = _told(column, tested.get(column.code, ()), len(tested))
        if told is not None:
            alarms += 1
            yield _outcome(ranking, column, *told)
    if not tested:
        yield untestable(
            "无法检验：没有一列有足够多的不同数值。",
            "This cannot be tested: no column prints enough different numbers.",
        )
    elif len(tested) > alarms:
        rest = len(tested) - alarms
        yield holds(
            f"{rest}列中没有与同列其余数值相隔悬殊的数值。",
            f"In {plural(rest, 'column')} no number stands far apart from the others.",
            columns=list(tested),
        )


def _told(column: Column, found: tuple[Gap, ...], columns: int) -> tuple[Gap, float] | None:
    """Return the gap to tell of and its probability over all that was tested, None where chance explains each."""
    if not found:
        return None
    clearest = min(found, key=lambda gap: gap.p)
    if clearest.p * columns * len(found) < ALARM:
        return clearest, clearest.p * columns * len(found)
    alone = [gap for gap in found if gap.beyond.size == 1 and gap.p < UNUSUAL]
    slips = [gap for gap in alone if gap.p_positive * columns * 2 < ALARM]
    for gap in sorted(slips, key=lambda gap: gap.p_positive):
        row = int(gap.beyond[0])
        low, high = np.nanpercentile(np.delete(column.values, row), CENTRAL)
        if any(low <= column.values[row] * factor <= high for factor in (0.1, 10)):
            return gap, gap.p_positive * columns * 2
    return None


def _outcome(ranking: Ranking, column: Column, gap: Gap, chance: float) -> Outcome:
    apart, upper = gap.beyond.tolist(), gap.upper
    others = np.delete(column.values, apart)
    low, high, middle = float(np.nanmin(others)), float(np.nanmax(others)), float(np.nanmedian(others))
    within = max(high - middle, middle - low)
    row = max(apart, key=lambda held: abs(float(column.values[held]) - middle))
    words, data = mended(ranking, row, column, middle, within)
    more_zh, more_en = sentence(words)
    names, nearest = units_listed(ranking, apart), int(np.nanargmax(column.values == (high if upper else low)))
    edge = plain(high if upper else low, column.decimals)
    printed = "、".join(column.printed(held) for held in apart), ", ".join(column.printed(held) for held in apart)
    n = len(column.present)
    zh = f"{names.zh}的{column.name.zh}印作{printed[0]}，其余{n - len(apart)}家最{'高' if upper else '低'}为{edge}。"
    en = (
        f"{column.name.en} of {names.en} is printed as {printed[1]}; the {'highest' if upper else 'lowest'} of the "
        f"other {n - len(apart)} is {edge}."
    )
    return fails(
        "minor",
        zh + more_zh,
        en + more_en,
        *(ranking.cell(held, column) for held in apart),
        ranking.cell(nearest, column),
        subject=f"{column.code}.{ranking.units[row]}",
        column=column.code,
        units=[ranking.units[held] for held in apart],
        n=n,
        p=chance,
        edge=high if upper else low,
        median=middle,
        **data,
    )
