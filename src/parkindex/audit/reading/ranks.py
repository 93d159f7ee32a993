"""Printed ranks and tiers into numbers: 第3名, =5, 并列5, T5; 第一梯队, B."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from parkindex.audit.reading.tier_words import tier_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.reading.columns import Field

_RANK = re.compile(r"(?:第|并列|并列第|t|=|no\.?|#)?\s*(\d+)\s*(?:st|nd|rd|th|名|位|=|\*|\.|\(.*\))?", re.IGNORECASE)


def ranks_of(field: Field | None) -> tuple[int | None, ...]:
    """Return the ranks of a column, None where a cell prints none or a range of ranks."""
    return () if field is None else tuple(rank_number(text) for text in field.texts)


def rank_number(words: str) -> int | None:
    """Return a printed rank; None where the words are no rank."""
    match = _RANK.fullmatch(unicodedata.normalize("NFKC", words).strip())
    return int(match[1]) if match else None


def tiers_of(field: Field | None, groups: Sequence[str]) -> tuple[int | None, ...]:
    """Return the tiers of a column, or of the groups that rows stand under; one may be printed for several rows.

    Words that do not number the tiers are numbered in the order in which the table shows them.
    """
    carried = tier_words_of(field, groups)
    known = tier_numbers(carried)
    return tuple(known.get(text) for text in carried)


def tier_words_of(field: Field | None, groups: Sequence[str]) -> tuple[str, ...]:
    """Return the tiers as they are printed, one for every row; empty where none is printed."""
    texts = groups if field is None else field.texts
    if not any(texts):
        return ()
    carried: list[str] = []
    for text in texts:
        carried.append(text or (carried[-1] if carried else ""))
    return tuple(carried)
