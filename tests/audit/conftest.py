"""Rankings written down in one line, for the tests of checks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from parkindex.audit import Column, Publication, Ranking
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

Number = int | float | str | Decimal | None


def decimal(number: Number) -> Decimal | None:
    """Take a number as it would be printed: ``"1.50"`` keeps its zero."""
    return None if number is None else Decimal(str(number))


def column(code: str, numbers: Sequence[Number], *, weight: Number = None, level: str = "") -> Column:
    """Return a column whose cells stand in the lines of a table."""
    return Column(
        code,
        Text(zh=f"列{code}", en=f"column {code}"),
        tuple(decimal(number) for number in numbers),
        tuple(f"table.csv:{row + 2}" for row in range(len(numbers))),
        weight=decimal(weight),
        level=level,
    )


def ranking(
    rows: Sequence[Sequence[Number]],
    totals: Sequence[Number] | None = None,
    *,
    weights: Sequence[Number] | None = None,
    places: Sequence[str] = (),
    **rest: Any,
) -> Ranking:
    """Return a ranking of units ``a``, ``b`` …, with columns ``c1``, ``c2`` …"""
    units = tuple(f"u{row + 1}" for row in range(len(rows)))
    stated = weights or [None] * len(rows[0])
    columns = tuple(
        column(f"c{place + 1}", [row[place] for row in rows], weight=stated[place]) for place in range(len(rows[0]))
    )
    return Ranking(
        units,
        tuple(Text(zh=f"园区{row + 1}", en=f"Park {row + 1}") for row in range(len(rows))),
        columns,
        None if totals is None else column("total", totals),
        places=tuple((place,) if place else () for place in places),
        place_names={place: Text(zh=place, en=place) for place in places if place},
        **rest,
    )


def publication(rows: Sequence[Sequence[Number]], totals: Sequence[Number] | None = None, **rest: Any) -> Publication:
    """Return a bare table as a publication."""
    return Publication(Text(zh="一张表", en="A table"), ranking(rows, totals, **rest))
