"""Tests of the weights that totals imply."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from parkindex.audit.arithmetic.fitting import find_weights
from parkindex.audit.arithmetic.implied import implied_weights

from ..conftest import publication

ROWS = [["81.3", "40.1", "66.0"], ["55.2", "91.7", "70.4"], ["62.9", "35.5", "12.8"], ["47.1", "58.6", "93.3"]]
ROWS += [["20.4", "77.7", "31.9"], ["99.0", "12.3", "45.6"], ["33.3", "66.1", "88.8"], ["70.0", "71.5", "15.2"]]
HIDDEN = (Decimal("0.5"), Decimal("0.2"), Decimal("0.3"))
TOTALS = [f"{sum(w * Decimal(cell) for w, cell in zip(HIDDEN, row, strict=True)):.2f}" for row in ROWS]
MEANS = [f"{sum(Decimal(cell) for cell in row) / 3:.2f}" for row in ROWS]


def test_weights_are_found_from_the_totals_alone() -> None:
    held = publication(ROWS, TOTALS)
    assert find_weights(held.ranking) == ((Fraction(1, 2), Fraction(1, 5), Fraction(3, 10)), 1)
    (found,) = implied_weights(held)
    assert found.verdict == "holds"
    assert found.says.zh == "没有刊载权重；以“列c1”0.5、“列c2”0.2、“列c3”0.3为权重，可得出全部8个总分。"
    assert found.data["weights"] == [0.5, 0.2, 0.3]


def test_stated_weights_that_do_not_give_the_totals_are_told_with_those_that_do() -> None:
    (found,) = implied_weights(publication(ROWS, TOTALS, weights=["40", "40", "20"]))
    assert (found.verdict, found.severity, found.data["unexplained"]) == ("fails", "moderate", 8)
    assert (found.data["stated"], found.data["weights"]) == ([40.0, 40.0, 20.0], [0.5, 0.2, 0.3])
    assert len(found.exhibits) == 4


def test_weights_are_told_on_the_scale_of_the_stated_ones() -> None:
    (percent,) = implied_weights(publication(ROWS, TOTALS, weights=["40", "40", "20"]))
    assert percent.says.en.endswith("under column c1 50, column c2 20, column c3 30 all of them do.")
    (shares,) = implied_weights(publication(ROWS, TOTALS, weights=["0.4", "0.4", "0.2"]))
    assert shares.says.en.endswith("under column c1 0.5, column c2 0.2, column c3 0.3 all of them do.")


def test_plain_means_under_unequal_stated_weights_are_told() -> None:
    (found,) = implied_weights(publication(ROWS, MEANS, weights=["40", "40", "20"]))
    assert found.verdict == "fails"
    assert "以相等的权重则全部得出" in found.says.zh
    (found,) = implied_weights(publication(ROWS, MEANS, weights=["1", "1", "1"]))
    assert found.verdict == "holds"


def test_stated_weights_that_give_the_totals_hold() -> None:
    (found,) = implied_weights(publication(ROWS, TOTALS, weights=["50", "20", "30"]))
    assert (found.verdict, found.data["rule"]) == ("holds", "weighted_mean")


def test_totals_without_any_weights_cannot_be_tested() -> None:
    totals = [*TOTALS[:7], "1.00"]
    (found,) = implied_weights(publication(ROWS, totals))
    assert found.verdict == "untestable"
