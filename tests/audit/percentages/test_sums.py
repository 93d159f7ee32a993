"""Tests of shares against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit import Publication
from parkindex.audit.percentages.sums import parts, rounding, sums

from ..evidence_cases import around, failing, of_2019, printed, question, share, unit, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

LED = question("led", "state", "firm")
SIZE = question("size", ("small", None, 1), ("middle", 1, 3), ("large", 3, None), ("under_3", None, 3), kind="number")
MANY = question("many", "one", "other", kind="multiple")


def of(*rows: Any, variable: Any = LED) -> Publication:
    units = tuple(unit(f"u{k}", f"园{k}") for k in range(22))
    return around(units=units, variables=(variable,), statistics=rows)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ((46, "="), (54, "="), "holds"),
        ((46, "="), (53, "="), "holds"),
        ((46, "="), (52, "="), "fails"),
        ((46, "="), (56, "="), "fails"),
        ((60, ">"), (40, "<"), "holds"),
        ((60, ">"), (40, ">"), "fails"),
        ((60, ">"), (40, ">="), "fails"),
        ((60, ">="), (40, ">="), "holds"),
        ((60, "<"), (40, "<"), "fails"),
    ],
)
def test_the_shares_of_a_whole_question_add_up_within_rounding(
    first: tuple[float, str], second: tuple[float, str], verdict: str
) -> None:
    held = of(share("led", "state", *first), share("led", "firm", *second))
    assert verdicts(sums, held) == [verdict]


def test_shares_beyond_100_are_told() -> None:
    (found,) = failing(sums, of(share("led", "state", 60), share("led", "firm", 60)))
    assert (found.severity, found.data["sum"], printed(found)) == ("moderate", 120, ["60%", "60%"])
    assert "多于100%" in found.says.zh


def test_several_answers_may_add_up_to_anything() -> None:
    held = of(share("many", "one", 80), share("many", "other", 90), variable=MANY)
    assert verdicts(sums, held) == ["untestable"]


def test_nearly_so_much_is_less_than_the_exact_rest() -> None:
    nearly = share("led", "state", 70, "≈", as_printed="近七成")
    (found,) = failing(sums, of(nearly, share("led", "firm", 30)))
    assert (found.severity, found.data["bases"], found.data["rest"]) == ("minor", [10, 20], 70)
    assert verdicts(sums, of(nearly, share("led", "firm", 31.8))) == ["holds"]


def test_a_class_and_those_in_it_agree_within_rounding() -> None:
    rows = [share("size", "small", 21), share("size", "middle", 32)]
    assert verdicts(parts, of(*rows, share("size", "under_3", 53), variable=SIZE)) == ["holds"]
    assert verdicts(parts, of(*rows, share("size", "under_3", 54), variable=SIZE)) == ["holds"]
    (found,) = failing(parts, of(*rows, share("size", "under_3", 58), variable=SIZE))
    assert (found.data["sum"], found.data["complete"], printed(found)) == (53, True, ["58%", "21%", "32%"])


def test_a_class_holds_at_least_the_part_that_is_printed() -> None:
    union = share("size", "under_3", 53)
    assert verdicts(parts, of(share("size", "small", 21), union, variable=SIZE)) == ["holds"]
    assert verdicts(parts, of(share("size", "small", 61), union, variable=SIZE)) == ["fails"]
    assert verdicts(parts, of(share("size", "small", 61), variable=SIZE)) == ["untestable"]


def test_rounding_and_cutting_off_side_by_side_are_told() -> None:
    cut_off = [share("many", "one", 71.4), share("many", "other", 42.8)]
    rounded = [share("led", "state", 52.6), share("led", "firm", 47.4)]
    units = tuple(unit(f"u{k}", f"园{k}") for k in range(22))
    held = around(units=units, variables=(MANY, LED), statistics=(*cut_off, *rounded))
    (found,) = failing(rounding, held)
    assert (found.severity, found.data["cut_off"], found.data["rounded"]) == ("minor", ["many"], ["led"])
    assert verdicts(rounding, of(*cut_off, variable=MANY)) == ["holds"]
    assert verdicts(rounding, of(share("led", "state", 50))) == ["untestable"]


def test_sums_in_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    assert [outcome.subject for outcome in failing(sums, held)] == ["development_mode"]
    assert {outcome.subject for outcome in sums(held)} > {"investment", "vacancy", "downstream", "area"}
    assert verdicts(parts, held) == ["holds", "holds"]
    (found,) = failing(rounding, held)
    assert "location" in found.data["cut_off"]
    assert "area" in found.data["rounded"]
