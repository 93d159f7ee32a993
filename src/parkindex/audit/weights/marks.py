"""Marks: where points are added, the stated weight of a column is the most that it can give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outcome import MOST_SHOWN, Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.rule import find_rule
from parkindex.audit.wording import plain, plural, units_listed
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication, Ranking


MOST_WRITTEN = 10
"""Weights up to which a sentence writes them down."""

FULL_MARKS = (Decimal(1), Decimal(10), Decimal(100), Decimal(1000))
"""What weights are meant to add up to where nothing else is said."""

NEARLY = Decimal("0.05")
"""How near to such a sum weights must come before they are said to miss it; others are relative weights."""

NOT_POINTS = (
    "不适用：总分不是以权重为各项满分的得分之和。",
    "This does not apply: the totals are not sums of points of which the weights are the full marks.",
)


def nominal_marks(ranking: Ranking) -> tuple[Decimal, ...] | None:
    """Return the most points that each column can give, None where its points are not simply added up.

    They are the stated weights, on the scale of the full mark: 0.25 of 100 is 25 points. Where most totals exceed the
    full mark the weights belong to another scale.
    """
    rule = find_rule(ranking)
    if rule is None or rule.name != "sum" or ranking.total is None or not ranking.weights:
        return None
    stated = sum(ranking.weights, Decimal(0))
    middle = float(np.nanmedian(ranking.total.values))
    full = ranking.full_mark or stated
    if middle > full and abs(stated - 1) <= _slack(ranking):
        full = Decimal(100)
    if not stated or middle > full:
        return None
    return tuple((weight * full / stated).normalize() for weight in ranking.weights)


def stated_sum(publication: Publication) -> Iterator[Outcome]:
    """Test whether the stated weights add up to the full mark, or to 1 or 100 where none is stated."""
    ranking = publication.ranking
    total = sum(ranking.weights, Decimal(0))
    explicit = ranking.full_mark if ranking.full_mark and ranking.full_mark != total else None
    aims = (explicit, *FULL_MARKS) if explicit else FULL_MARKS
    zh = en = ""
    if len(ranking.weights) <= MOST_WRITTEN:
        zh = "、".join(f"{weight:f}" for weight in ranking.weights)
        en = " " + zh.replace("、", ", ")
    missed = [aim for aim in aims if _slack(ranking) < abs(total - aim) <= NEARLY * aim]
    if any(abs(total - aim) <= _slack(ranking) for aim in aims) or not missed or len(set(ranking.weights)) == 1:
        yield holds(
            f"{len(ranking.weights)}列的所载权重{zh}合计{_whole(total)}。",
            f"The {len(ranking.weights)} stated weights{en} add up to {_whole(total)}.",
            sum=float(total),
        )
        return
    yield fails(
        "moderate",
        f"{len(ranking.weights)}列的所载权重{zh}合计{plain(total)}，不是{plain(missed[0])}。",
        f"The {len(ranking.weights)} stated weights{en} add up to {plain(total)}, not {plain(missed[0])}.",
        *(weight_cell(publication, column) for column in ranking.columns),
        sum=float(total),
        expected=float(missed[0]),
    )


def _whole(total: Decimal) -> str:
    """Write a sum without decimals where it has none to tell: 30, 2.5 and 67.5 make 100."""
    return plain(total.quantize(Decimal(1)) if total == total.to_integral_value() else total)


def above_marks(publication: Publication) -> Iterator[Outcome]:
    """Test whether any score exceeds the stated weight of its column, where points are added."""
    ranking = publication.ranking
    marks = nominal_marks(ranking)
    if marks is None:
        yield untestable(*NOT_POINTS)
        return
    found = [
        _above(publication, column, mark, rows)
        for column, mark in zip(ranking.columns, marks, strict=True)
        if len(rows := rows_above(column, mark))
    ]
    yield from found
    if not found:
        yield holds(
            f"{len(marks)}列得分都没有高于各自的权重。",
            f"No score in the {plural(len(marks), 'column')} exceeds its stated weight.",
            marks={column.code: float(mark) for column, mark in zip(ranking.columns, marks, strict=True)},
        )


def rows_above(column: Column, mark: Decimal) -> list[int]:
    """Return the rows whose score exceeds a mark by more than rounding, the highest first."""
    bound = Fraction(mark) + Fraction(column.unit_of_last_place) / 2
    over = [row for row in np.flatnonzero(column.values > float(mark)) if Fraction(column.cells[row] or 0) >= bound]
    return sorted(map(int, over), key=lambda row: (-column.values[row], row))


def _above(publication: Publication, column: Column, mark: Decimal, rows: list[int]) -> Outcome:
    ranking = publication.ranking
    n, mean = len(column.present), float(np.nanmean(column.values))
    best = column.printed(rows[0])
    on_average, verb = mean > mark, "scores" if len(rows) == 1 else "score"
    return fails(
        "moderate",
        f"“{column.name.zh}”的权重为{plain(mark)}分，{n}家中有{len(rows)}家得分高于此，最高为{best}"
        + (f"，平均也达{plain(mean)}。" if on_average else "。"),
        f"The stated weight of {column.name.en} is {plain(mark)} points; {len(rows)} of {n} units {verb} more, "
        f"up to {best}" + (f", and even the mean is {plain(mean)}." if on_average else "."),
        weight_cell(publication, column),
        *(ranking.cell(row, column) for row in rows[:MOST_SHOWN]),
        subject=column.code,
        mark=float(mark),
        n=n,
        count=len(rows),
        highest=float(column.values[rows[0]]),
        mean=mean,
        units=[ranking.units[row] for row in rows],
    )


def full_mark(publication: Publication) -> Iterator[Outcome]:
    """Test whether any total exceeds the full mark, where points are added."""
    ranking, total, full = publication.ranking, publication.ranking.printed_total, publication.ranking.full_mark
    assert full is not None  # noqa: S101 - the check needs it
    rule = find_rule(ranking)
    if rule is None or rule.name != "sum" or np.nanmedian(total.values) > float(full):
        yield untestable(*NOT_POINTS)
        return
    rows, n = rows_above(total, full), len(total.present)
    if not rows:
        yield holds(
            f"{n}个总分都不高于满分{plain(full)}。" if n > 1 else f"唯一的总分不高于满分{plain(full)}。",
            f"{f'None of the {n} totals exceeds' if n > 1 else 'The one total does not exceed'} the full mark of "
            f"{plain(full)}.",
            n=n,
        )
        return
    names = units_listed(ranking, rows)
    yield fails(
        "moderate",
        f"满分为{plain(full)}分，{n}家中有{len(rows)}家总分高于此：{names.zh}，最高{total.printed(rows[0])}。",
        f"The full mark is {plain(full)}; {len(rows)} of {n} totals {'exceeds' if len(rows) == 1 else 'exceed'} it, "
        f"up to {total.printed(rows[0])}: {names.en}.",
        *(ranking.cell(row, total) for row in rows[:MOST_SHOWN]),
        full_mark=float(full),
        n=n,
        units=[ranking.units[row] for row in rows],
    )


def weight_cell(publication: Publication, column: Column) -> Exhibit:
    """Return the stated weight of a column as an exhibit."""
    name, framework = column.name, publication.framework
    where = framework.where(column.code) if framework is not None else ""
    return Exhibit(Text(zh=f"{name.zh}，权重", en=f"{name.en}, weight"), f"{column.weight:f}", where, "", column.code)


def _slack(ranking: Ranking) -> Decimal:
    """Return what rounding of the stated weights can make of their sum."""
    places = (Decimal(1).scaleb(min(0, int(weight.as_tuple().exponent))) for weight in ranking.weights)
    return max(places) * len(ranking.weights) / 2
