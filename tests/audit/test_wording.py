"""Tests of lists and numbers in sentences."""

from __future__ import annotations

from decimal import Decimal

from parkindex.audit.wording import all_of, listed, plain, plural
from parkindex.framework.text import Text

NAMES = [Text(zh=f"园{k}", en=f"P{k}") for k in range(10)]


def test_lists_are_joined_as_each_language_does() -> None:
    assert listed(NAMES[:1]) == Text(zh="园0", en="P0")
    assert listed(NAMES[:3]) == Text(zh="园0、园1和园2", en="P0, P1 and P2")
    assert listed(NAMES).zh.endswith("等10家")
    assert listed(NAMES).en.endswith("and 2 more")


def test_numbers_are_written_as_printed() -> None:
    assert plain(Decimal("27.30")) == "27.30"
    assert plain(-0.5) == "−0.50"
    assert (plural(1, "park"), plural(2, "city", "cities")) == ("1 park", "2 cities")


def test_the_whole_of_one_two_and_more() -> None:
    assert [all_of(count, "total") for count in (1, 2, 3)] == ["The one total", "Both totals", "All 3 totals"]
