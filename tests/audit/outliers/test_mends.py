"""Tests of what a printed number might have been."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.audit.outliers.mends import mends, slips, standing

from ..conftest import ranking

if TYPE_CHECKING:
    pass


def test_slips_are_one_stroke_away_and_each_is_told_once() -> None:
    found = list(slips(Decimal("22.84"), 2))
    assert ("digit", Decimal("12.84")) in found
    assert ("transposition", Decimal("28.24")) in found
    assert ("decimal_point", Decimal("2.284")) in found
    numbers = [number for _, number in found]
    assert len(numbers) == len(set(numbers))
    assert Decimal("22.84") not in numbers
    assert len(found) == 2 + 4 * 9 + 2


def test_a_mend_says_what_total_rank_and_tier_would_be() -> None:
    held = ranking(
        [["40.0", "12.5"], ["30.0", "11.0"], ["10.0", "81.0"], ["20.0", "10.0"]],
        ["52.5", "41.0", "91.0", "30.0"],
        ranks=(2, 3, 1, 4),
        tiers=(2, 2, 1, 3),
        cut_offs=(Decimal(90), Decimal(40)),
    )
    nearest, *_ = mends(held, 2, held.columns[1], expected=11.2, within=3)
    assert (nearest.slip, nearest.number) == ("digit", Decimal("11.0"))
    assert (nearest.total, nearest.rank, nearest.tier) == (21.0, 4, 3)
    assert standing(held, 2).supported is True


def test_a_total_that_was_not_added_up_with_the_number_is_told() -> None:
    held = ranking([[1, 2], [3, 4], [5, 60]], [3, 7, 11])
    assert standing(held, 2).supported is False
    assert standing(ranking([[1, 2], [3, 4]]), 0).supported is None
