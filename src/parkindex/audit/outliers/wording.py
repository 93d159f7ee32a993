"""The sentence on what a number might have been, and what that would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parkindex.audit.outliers.mends import SLIPS, mends, standing
from parkindex.audit.wording import plain
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.outliers.mends import Mend, Standing
    from parkindex.audit.publication import Column, Ranking


def mended(
    ranking: Ranking, row: int, column: Column, expected: float, within: float
) -> tuple[Text | None, dict[str, Any]]:
    """Return what the nearest mend would change as half a sentence, and all mends with the printed standing as data.

    There is no half sentence where nothing mends the number and the table has no rule for its totals.
    """
    found = mends(ranking, row, column, expected, within)
    held = standing(ranking, row)
    data = {
        "mends": [mend.record() for mend in found],
        "total_includes_the_number": held.supported,
        "printed": {"total": held.total, "rank": held.rank, "tier": held.tier},
    }
    decimals = column.decimals if ranking.total is None else ranking.total.decimals
    parts = [part for part in (_slip(found[0], held, decimals) if found else None, _support(held)) if part is not None]
    if not parts:
        return None, data
    return Text(zh="；".join(part.zh for part in parts), en="; ".join(part.en for part in parts)), data


def sentence(words: Text | None) -> tuple[str, str]:
    """Return a half sentence as one of its own in both languages, to stand after another; empty without words."""
    if words is None:
        return "", ""
    return f"{words.zh}。", f" {words.en[0].upper()}{words.en[1:]}."


def _slip(mend: Mend, held: Standing, decimals: int) -> Text:
    slip, number = SLIPS[mend.slip], plain(mend.number)
    effect = _effect(mend, held, decimals)
    return Text(
        zh=f"若为笔误，{slip.zh}即得{number}" + ("" if effect is None else effect.zh),
        en=f"if it is a slip, {slip.en} gives {number}" + ("" if effect is None else f" {effect.en}"),
    )


def _effect(mend: Mend, held: Standing, decimals: int) -> Text | None:
    """Say what the mend would do to total, rank and tier."""
    if mend.total is None:
        return None
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


def _support(held: Standing) -> Text | None:
    if held.supported is None:
        return None
    if held.supported:
        return Text(
            zh=f"所载总分{held.total}是用印出的数值算的",
            en=f"the printed total {held.total} was formed with the printed number",
        )
    return Text(
        zh=f"所载总分{held.total}与印出的数值不合",
        en=f"the printed total {held.total} does not agree with the printed number",
    )
