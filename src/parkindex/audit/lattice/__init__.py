"""Lattice: numbers of a column that lie on a regular grid, exactly, and those that do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from parkindex.audit.below import indicators_below, printed_columns
from parkindex.audit.check import Check
from parkindex.audit.lattice.grid import LEAST_DISTINCT, find_grid
from parkindex.audit.outcome import MOST_SHOWN, Outcome, fails, holds, untestable
from parkindex.audit.wording import plain, plural
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from fractions import Fraction

    from parkindex.audit.lattice.grid import Grid
    from parkindex.audit.outcome import Exhibit
    from parkindex.audit.publication import Column, Publication


FEW_LEVELS = 10
"""Levels up to which a numeric column that lies on a grid throughout behaves like ratings rather than counts."""

LEAST_ROWS = 20
"""Rows below which few levels are no wonder."""


def regular_steps(publication: Publication) -> Iterator[Outcome]:
    """Test whether the numbers of each column lie on a regular grid that rounding does not explain."""
    searched = [column for column in printed_columns(publication) if len(column.present) >= LEAST_DISTINCT]
    found = {column.code: grid for column in searched if (grid := find_grid(column, len(searched))) is not None}
    for column in searched:
        if column.code in found:
            yield _outcome(publication, column, found[column.code])
    rest = len(searched) - len(found)
    if rest:
        yield holds(
            f"{rest}列数值没有落在比印刷精度更粗的等间隔格点上。",
            f"The numbers of {plural(rest, 'column')} lie on no regular grid that is coarser than what is printed.",
            columns=[column.code for column in searched if column.code not in found],
        )
    if not searched:
        yield untestable(
            f"无法检验：没有一列刊载至少{LEAST_DISTINCT}个数值；由本版指标算得的列不算。",
            f"This cannot be tested: no column prints {LEAST_DISTINCT} numbers or more; columns computed from this "
            "edition's indicators do not count.",
        )


def _outcome(publication: Publication, column: Column, grid: Grid) -> Outcome:
    data = _data(publication, column, grid)
    if grid.off and not grid.natural:
        return _in_part(publication, column, grid, data)
    n, levels = len(grid.on) + len(grid.off), data["levels"]
    zh = f"{column.name.zh}的{n}个数值{_lie_zh(grid)}，共{levels}级。"
    en = f"{_of_the(len(grid.on), n)} numbers under {column.name.en} {_lie_en(grid)}, at {levels} levels."
    if data["numeric"] and not grid.off and levels <= FEW_LEVELS and n >= LEAST_ROWS:
        return fails(
            "minor",
            f"{zh[:-1]}；框架把其指标列为数值型，这些数值却更像分级评分。",
            f"{en[:-1]}; the framework calls its indicators numeric, yet the numbers behave like ratings.",
            *_exhibits(publication, column, grid),
            subject=column.code,
            **data,
        )
    if grid.off:
        zh = f"{column.name.zh}的{n}个数值中{len(grid.on)}个只印到{_decimal(grid.step)}，另有{len(grid.off)}个更细。"
        en = (
            f"{len(grid.on)} of the {n} numbers under {column.name.en} are given to {_decimal(grid.step)} only, "
            f"{len(grid.off)} more finely."
        )
    return holds(zh, en, subject=column.code, **data)


def _in_part(publication: Publication, column: Column, grid: Grid, data: Mapping[str, object]) -> Outcome:
    """Say that most numbers lie on a grid and some do not: two kinds of numbers stand in one column."""
    n, on, off = len(grid.on) + len(grid.off), len(grid.on), len(grid.off)
    numeric = bool(data["numeric"])
    zh = (
        f"{column.name.zh}的{n}个数值中有{on}个{_lie_zh(grid)}，其余{off}个不是；若数值连续分布，出现这种情形的概率不到百万分之一"
        + ("。框架把其下各指标都列为数值型。" if numeric else "。")
    )
    verb = ("is" if off == 1 else "are") if grid.offset == 0 else ("does" if off == 1 else "do")
    en = (
        f"{_of_the(on, n)} numbers under {column.name.en} {_lie_en(grid)}, the other {off} {verb} not; numbers from a "
        "smooth distribution would do so less than once in a million such tables"
        + (", and the framework calls every indicator below it numeric." if numeric else ".")
    )
    return fails(
        "moderate" if numeric else "minor", zh, en, *_exhibits(publication, column, grid), subject=column.code, **data
    )


def _of_the(count: int, n: int) -> str:
    return f"All {n}" if count == n else f"{count} of the {n}"


def _lie_zh(grid: Grid) -> str:
    if grid.offset == 0:
        return f"恰为{_decimal(grid.step)}的整数倍（{min(grid.multiples)}至{max(grid.multiples)}倍）"
    return f"恰好相隔{_decimal(grid.step)}的整数倍（自{_decimal(_least(grid))}起）"


def _lie_en(grid: Grid) -> str:
    if grid.offset == 0:
        return f"are whole multiples of {_decimal(grid.step)} ({min(grid.multiples)} to {max(grid.multiples)} times)"
    return f"stand whole multiples of {_decimal(grid.step)} apart (from {_decimal(_least(grid))} on)"


def _least(grid: Grid) -> Fraction:
    return grid.offset + min(grid.multiples) * grid.step


def _decimal(number: Fraction) -> str:
    """Write a fraction as a decimal where it ends, as a fraction where it does not."""
    for decimals in range(7):
        if (number * 10**decimals).denominator == 1:
            return plain(float(number), decimals)
    return f"{number.numerator}/{number.denominator}"


def _exhibits(publication: Publication, column: Column, grid: Grid) -> list[Exhibit]:
    rows = (*grid.on[:MOST_SHOWN], *grid.off[:MOST_SHOWN])
    return [publication.ranking.cell(row, column) for row in rows]


def _data(publication: Publication, column: Column, grid: Grid) -> dict[str, Any]:
    below = indicators_below(publication, column)
    units = publication.ranking.units
    return {
        "column": column.code,
        "step": float(grid.step),
        "offset": float(grid.offset),
        "exact": {"step": str(grid.step), "offset": str(grid.offset)},
        "n": len(grid.on) + len(grid.off),
        "on": len(grid.on),
        "off": len(grid.off),
        "levels": len(set(grid.multiples)),
        "multiples": {units[row]: multiple for row, multiple in zip(grid.on, grid.multiples, strict=True)},
        "exceptions": [units[row] for row in grid.off],
        "log10_p": grid.log_p / 2.302585092994046,
        "numeric": bool(below) and all(indicator.type == "numeric" for indicator in below),
    }


CHECKS: Mapping[str, Check] = {
    "lattice.regular-steps": Check(
        Text(zh="数值是否落在等间隔的格点上", en="Do the numbers of a column lie on a regular grid?"),
        regular_steps,
        ("units",),
    ),
}
