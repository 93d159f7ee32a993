"""Tests of members against totals and cut-offs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.audit.tiers.members import cut_offs, order

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Publication
    from parkindex.edition import Edition

TOTALS = ["96.0", "95.0", "91.5", "88.0", "86.9", "80.0"]
CUTS = (Decimal(95), Decimal(87))


def table(tiers: tuple[int, ...], totals: list[str] = TOTALS) -> Publication:
    return publication([[total] for total in totals], totals, tiers=tiers, cut_offs=CUTS)


def test_a_higher_total_in_a_lower_tier_is_told_with_what_contradicts_it() -> None:
    (found,) = order(table((1, 1, 3, 2, 2, 3)))
    assert (found.verdict, found.severity, found.subject) == ("fails", "major", "u3")
    assert found.says.zh == "园区3总分91.5，列在第3梯队；园区5总分86.9，列在第2梯队：梯队与总分的高低相反。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["91.5", "3", "86.9", "2"]


def test_tiers_are_named_in_the_words_in_which_they_are_printed() -> None:
    grades = ("A", "A", "C", "B", "B", "C")
    held = publication([[total] for total in TOTALS], TOTALS, tiers=(1, 1, 3, 2, 2, 3), tier_words=grades)
    (found,) = order(held)
    assert found.says.zh == "园区3总分91.5，列在“C”；园区5总分86.9，列在“B”：梯队与总分的高低相反。"
    assert "stands in “C”, Park 5 a total of 86.9 in “B”" in found.says.en
    assert [exhibit.printed for exhibit in found.exhibits] == ["91.5", "C", "86.9", "B"]
    numbers = publication([["9"]], ["9"], tiers=(1,), tier_words=("1",)).ranking
    assert (numbers.tier_name(0).zh, numbers.tier_name(0).en) == ("第1梯队", "tier 1")


def test_equal_totals_may_stand_in_two_tiers() -> None:
    (found,) = order(table((1, 1, 1, 2, 3, 3), ["96.0", "95.0", "88.0", "88.0", "86.9", "80.0"]))
    assert found.verdict == "holds"


def test_tiers_of_something_else_are_not_accused() -> None:
    (found,) = order(table((2, 1, 3, 1, 2, 1)))
    assert found.verdict == "untestable"


def test_many_contradictions_are_one_outcome() -> None:
    totals = [f"{100 - k / 2:.1f}" for k in range(60)]
    tiers = tuple(1 if k < 20 or k in range(40, 51) else 2 for k in range(60))
    (found,) = order(publication([[total] for total in totals], totals, tiers=tiers))
    assert found.says.zh == "60家中有11家的梯队与总分的高低不符。"
    assert (len(found.exhibits), len(found.data["units"])) == (20, 11)


def test_a_member_below_its_cut_off_is_told() -> None:
    (found,) = cut_offs(table((1, 1, 2, 2, 2, 3)))
    assert (found.verdict, found.severity, found.subject) == ("fails", "major", "u5")
    assert found.says.zh == "园区5列在第2梯队，总分86.9却低于所载界线87。"
    assert [exhibit.printed for exhibit in found.exhibits] == ["86.9", "2", "87"]


def test_a_member_not_below_the_cut_off_of_the_tier_above_is_told() -> None:
    (found,) = cut_offs(table((1, 2, 2, 2, 3, 3), ["96.0", "95.2", "91.5", "88.0", "86.9", "80.0"]))
    assert found.says.en == ("Park 2 stands in tier 2; its total of 95.2 is not below the printed cut-off 95.")
    assert found.data == {"cut_off": 95.0, "due": 1}


def test_rounding_explains_a_total_at_the_cut_off() -> None:
    for tiers in ((1, 1, 2, 2, 3, 3), (1, 2, 2, 2, 3, 3)):
        (found,) = cut_offs(table(tiers))
        assert found.verdict == "holds"


def test_more_tiers_than_cut_offs_cannot_be_tested() -> None:
    (found,) = cut_offs(table((1, 1, 2, 2, 3, 4)))
    assert found.verdict == "untestable"


def test_2019_members_agree_with_the_cut_offs(report_2019: Edition) -> None:
    found = [o for o in report_2019.audit().outcomes if o.check in {"tiers.order", "tiers.cut-offs"}]
    assert [(outcome.verdict, outcome.data["n"]) for outcome in found] == [("holds", 22), ("holds", 22)]
