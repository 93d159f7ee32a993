"""A small audit with a finding of each severity, made by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from parkindex.audit import Audit, Column, Publication, Ranking
from parkindex.audit.outcome import fails, holds, untestable
from parkindex.charts.setting import Setting
from parkindex.framework.text import Text


def column(code: str, numbers: list[str], weight: str | None = None) -> Column:
    """Return a column of the table."""
    return Column(
        code,
        Text(zh=f"列{code}", en=f"column {code}"),
        tuple(map(Decimal, numbers)),
        tuple(f"table.csv:{row + 2}" for row in range(len(numbers))),
        weight=None if weight is None else Decimal(weight),
    )


@pytest.fixture
def ranking() -> Ranking:
    """Return a printed table of four units in two places."""
    return Ranking(
        ("a", "b", "c", "d"),
        tuple(Text(zh=f"{name}园", en=f"Park {name}") for name in "甲乙丙丁"),
        (column("p", ["60", "50", "20", "10"], "60"), column("q", ["30", "30", "20", "10"], "40")),
        column("total", ["90", "81", "40", "20"]),
        (1, 2, 3, 4),
        (1, 1, 2, 2),
        (Decimal(85), Decimal(30)),
        Decimal(100),
        (("x",), ("x",), ("y",), ("y",)),
        {"x": Text(zh="东", en="East"), "y": Text(zh="西", en="West")},
    )


@pytest.fixture
def audit(ranking: Ranking) -> Audit:
    """Return what was found in it."""
    code = "arithmetic.row-totals"
    total, first = ranking.column("total"), ranking.columns[0]
    cells = [ranking.cell(row, total) for row in range(4)]
    found = (
        fails(
            "moderate", "乙园的总分印作81，各列之和为80。", "The total of Park 乙 is 81, not 80.",
            ranking.cell(1, first), ranking.cell(1, total), subject="b",
        ),
        fails("major", "次序不符。", "The order differs.", *cells, subject="o"),
        untestable("没有权重。", "No weights are printed."),
        holds("其余成立。", "The rest holds.", n=3),
    )  # fmt: skip
    return Audit(
        Publication(Text(zh="一张表", en="A table"), ranking), tuple(replace(one, check=code) for one in found)
    )


@pytest.fixture
def bare() -> Setting:
    """Return the setting of a table about which nothing else is known."""
    return Setting("zh", Text(zh="单位", en="unit"), None)
