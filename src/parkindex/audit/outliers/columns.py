"""A number that is far from what the unit's other columns lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.chance import ALARM
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.outliers.distances import residuals
from parkindex.audit.outliers.wording import mended, sentence
from parkindex.audit.wording import plain

if TYPE_CHECKING:
    from parkindex.audit.outliers.distances import Residuals
    from parkindex.audit.publication import Publication, Ranking

ALONE = 2.0
"""Times by which the residual exceeds the next of its column: in a heavy tail there is a next one not far behind."""

WITHIN = 2.0
"""Standard errors around what the other columns lead to within which a mend is told."""


def against_other_columns(publication: Publication) -> Iterator[Outcome]:
    """Test each number against what the other columns of its unit lead to."""
    ranking = publication.ranking
    found = residuals(ranking.values)
    if found is None:
        yield untestable(
            "无法检验：完整的行太少，或各列之间线性相关，无法由其余各列推算。",
            "This cannot be tested: too few rows are complete, or the columns are collinear, so that none can be "
            "fitted on the others.",
        )
        return
    cells = int((~np.isnan(found.t)).sum())
    rows, columns = np.nonzero(found.p * cells < ALARM)
    far = zip(rows.tolist(), columns.tolist(), strict=True)
    told = [(row, column) for row, column in far if _alone(found, row, column)]
    for row, column in told:
        yield _outcome(ranking, found, row, column, cells)
    if not told:
        yield _none(ranking, found, cells)


def _alone(found: Residuals, row: int, column: int) -> bool:
    others = np.delete(np.abs(found.t[:, column]), row)
    return bool(abs(found.t[row, column]) >= ALONE * np.nanmax(others))


def _none(ranking: Ranking, found: Residuals, cells: int) -> Outcome:
    row, place = (int(at) for at in np.unravel_index(np.nanargmin(found.p), found.p.shape))
    name, column = ranking.names[row], ranking.columns[place]
    chance = min(1.0, float(found.p[row, place]) * cells)
    zh = f"把{cells}个数值与由其余各列推算的结果相比，没有一个的p值低于{ALARM}（已按{cells}个数值校正）"
    en = f"Of {cells} numbers, none is so far from what the other columns lead to that p < {ALARM}, over all of them"
    if chance < 1:
        expected = plain(float(found.expected[row, place]), column.decimals)
        zh += f"；最远的是{name.zh}的{column.name.zh}{column.printed(row)}（推算为{expected}，p = {chance:.2g}）"
        en += (
            f"; the furthest is {column.name.en} of {name.en}, {column.printed(row)} "
            f"(the others lead to {expected}, p = {chance:.2g})"
        )
    return holds(f"{zh}。", f"{en}.", unit=ranking.units[row], column=column.code, p=chance, cells=cells)


def _outcome(ranking: Ranking, found: Residuals, row: int, place: int, cells: int) -> Outcome:
    name, column = ranking.names[row], ranking.columns[place]
    expected, spread = float(found.expected[row, place]), float(found.spread[row, place])
    words, data = mended(ranking, row, column, expected, WITHIN * spread)
    more_zh, more_en = sentence(words)
    far = plain(abs(float(found.t[row, place])), 1)
    n = int((~np.isnan(found.t[:, place])).sum())
    zh = (
        f"{name.zh}的{column.name.zh}印作{column.printed(row)}，而其余{len(ranking.columns) - 1}列推算为"
        f"{plain(expected, column.decimals)}，相差{far}个标准误（n = {n}）。"
    )
    en = (
        f"{column.name.en} of {name.en} is printed as {column.printed(row)}; its other {len(ranking.columns) - 1} "
        f"columns lead to {plain(expected, column.decimals)}, {far} standard errors away (n = {n})."
    )
    return fails(
        "minor",
        zh + more_zh,
        en + more_en,
        ranking.cell(row, column),
        *(ranking.cell(row, other) for other in ranking.columns if other is not column),
        subject=f"{column.code}.{ranking.units[row]}",
        unit=ranking.units[row],
        column=column.code,
        expected=expected,
        standard_error=spread,
        t=float(found.t[row, place]),
        p=float(found.p[row, place]) * cells,
        n=n,
        **data,
    )
