from __future__ import annotations

import pytest

from parkindex.audit.reading.columns import Field
from parkindex.audit.reading.ranks import rank_number, ranks_of, tiers_of


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("1", 1),
        ("第3名", 3),
        ("=5", 5),
        ("5=", 5),
        ("T5", 5),
        ("并列第5", 5),
        ("1st", 1),
        ("22nd", 22),
        ("３", 3),
        ("4 (5)", 4),
    ],
)
def test_printed_ranks(words: str, rank: int) -> None:
    assert rank_number(words) == rank


@pytest.mark.parametrize("words", ["", "-", "101-150", "未排名", "1.5"])
def test_what_is_no_rank(words: str) -> None:
    assert rank_number(words) is None


def field(*texts: str) -> Field:
    return Field(0, "梯队", texts, ("",) * len(texts))


def test_a_column_of_ranks() -> None:
    assert ranks_of(field("1", "=2", "101-150")) == (1, 2, None)
    assert ranks_of(None) == ()


def test_a_tier_printed_once_holds_for_the_rows_below() -> None:
    assert tiers_of(field("第一梯队", "", "第二梯队", ""), ()) == (1, 1, 2, 2)
    assert tiers_of(field("", "第一梯队"), ()) == (None, 1)


def test_tiers_by_groups_of_rows() -> None:
    assert tiers_of(None, ("Tier 1", "Tier 1", "Tier 2")) == (1, 1, 2)
    assert tiers_of(None, ("", "")) == ()


def test_words_are_numbered_in_the_order_of_the_table() -> None:
    assert tiers_of(field("领先", "领先", "追赶", "起步"), ()) == (1, 1, 2, 3)
