"""Names of tables, places and amounts in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.evidence.dataset import Dataset


def table_name(dataset: Dataset, source: tuple[str, ...], otherwise: str) -> Text:
    """Return the title of the table at an address, failing that its code."""
    address = source[0] if source else ""
    whole, _, wanted = address.partition("#")
    for each in dataset.sources:
        if each.code == whole:
            title = next((part.title for part in each.parts if part.code == wanted), each.title)
            return Text(zh=f"《{title.zh}》", en=f"“{title.en}”")
    return Text(zh=f"“{otherwise}”表", en=f"table “{otherwise}”")


def place_name(dataset: Dataset, code: str) -> Text:
    """Return the name of a place, its code where it has none."""
    return dataset.place(code).name if dataset.has_place(code) else Text(zh=code or "无", en=code or "none")


def related(dataset: Dataset, one: str, other: str) -> bool:
    """Tell whether one place is the other or lies in it; places that are not known may be anywhere."""
    first, second = ({place.code for place in dataset.line(code)} for code in (one, other))
    return not first or not second or one in second or other in first


def money_text(yuan: float) -> Text:
    """Write an amount of yuan: 10亿元, CNY 1 billion."""
    zh = f"{yuan / 1e8:.6g}亿元" if yuan >= 1e8 else f"{yuan / 1e4:.6g}万元"
    if yuan >= 1e9:
        return Text(zh=zh, en=f"CNY {yuan / 1e9:.6g} billion")
    return Text(zh=zh, en=f"CNY {yuan / 1e6:.6g} million" if yuan >= 1e6 else f"CNY {yuan:,.0f}")
