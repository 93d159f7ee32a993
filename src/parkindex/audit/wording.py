"""Words that several checks use: lists, names and numbers in a sentence of either language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parkindex.audit.publication import Ranking

MOST_NAMED = 8
"""Names up to which a sentence lists them all; of more it says how many there are."""


def listed(names: Sequence[Text]) -> Text:
    """Join names as a list: ``甲、乙和丙``, ``A, B and C``; of many the first, and how many there are."""
    shown = names[:MOST_NAMED]
    if not shown:
        return Text(zh="无", en="none")
    zh, en = [name.zh for name in shown], [name.en for name in shown]
    if len(names) > MOST_NAMED:
        return Text(zh=f"{'、'.join(zh)}等{len(names)}家", en=f"{', '.join(en)} and {len(names) - MOST_NAMED} more")
    return Text(
        zh=zh[0] if len(zh) == 1 else f"{'、'.join(zh[:-1])}和{zh[-1]}",
        en=en[0] if len(en) == 1 else f"{', '.join(en[:-1])} and {en[-1]}",
    )


def units_listed(ranking: Ranking, rows: Iterable[int]) -> Text:
    """Join the names of units."""
    return listed([ranking.names[row] for row in rows])


def plain(number: Decimal | float, decimals: int | None = None) -> str:
    """Write a number for a sentence: a decimal as it is printed, anything else with so many decimals (2)."""
    if decimals is None and isinstance(number, Decimal):
        return f"{number:f}".replace("-", "−")
    return f"{number:.{2 if decimals is None else decimals}f}".replace("-", "−")


def all_of(count: int, noun: str) -> str:
    """Return the whole of so many things as a sentence begins: ``The one total``, ``Both totals``, ``All 3 totals``."""
    return {1: f"The one {noun}", 2: f"Both {noun}s"}.get(count, f"All {count} {noun}s")


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Return a count with its English noun: ``1 park``, ``2 parks``."""
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"
