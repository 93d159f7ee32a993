"""The sentence on what a number might have been, and what that would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parkindex.audit.outliers.mends import SLIPS, mends, standing
from parkindex.audit.wording import plain
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.outliers.mends import Mend, Standing
    from parkindex.audit.publication import Column, Ranking


def mended(ranking: Ranking, row: int, column: Column, expected: float, within: float) -> tuple[Text, dict[str, Any]]:
    """Return what the nearest mend would change as half a sentence, and all mends with the printed standing as data."""
    found = mends(ranking, row, column, expected, within)
    held = standing(ranking, row)
    data = {
        "mends": [mend.record() for mend in found],
        "total_includes_the_number": held.supported,
        "printed": {"total": held.total, "rank": held.rank, "tier": held.tier},
    }
    if not found:
        return _support(held), data
    nearest = found[0]
    slip, number = SLIPS[nearest.slip], plain(nearest.number)
    effect = _effect(nearest, held, column.decimals if ranking.total is None else ranking.total.decimals)
    support = _support(held)
    return (
        Text(
            zh=f"若为笔误，{slip.zh}即得{number}{effect.zh}" + (f"；{support.zh}" if support.zh else ""),
            en=f"if it is a slip, {slip.en} gives {number} {effect.en}".strip()
            + (f"; {support.en}" if support.en else ""),
        ),
        data,
    )


def _effect(mend: Mend, held: Standing, decimals: int) -> Text:
    """Say what the mend would do to total, rank and tier."""
    if mend.total is None:
        return Text(zh="", en="")
    zh, en = [f"总分{plain(mend.total, decimals)}"], [f"a total of {plain(mend.total, decimals)}"]
    if mend.rank is not None and held.rank is not None:
        moved = mend.rank != held.rank
        zh.append(f"排名由第{held.rank}变为第{mend.rank}" if moved else "排名不变")
        en.append(f"rank {mend.rank} instead of {held.rank}" if moved else "the same rank")
    if mend.tier is not None and held.tier is not None:
        moved = mend.tier != held.tier
        zh.append(f"梯队由第{held.tier}变为第{mend.tier}" if moved else "梯队不变")
        en.append(f"tier {mend.tier} instead of {held.tier}" if moved else "the same tier")
    return Text(zh=f"（{'，'.join(zh)}）", en=f"({', '.join(en)})")


def _support(held: Standing) -> Text:
    if held.supported is None:
        return Text(zh="", en="")
    if held.supported:
        return Text(
            zh=f"所载总分{held.total}是用印出的数值算的",
            en=f"the printed total {held.total} was formed with the printed number",
        )
    return Text(
        zh=f"所载总分{held.total}与印出的数值不合",
        en=f"the printed total {held.total} does not agree with the printed number",
    )
