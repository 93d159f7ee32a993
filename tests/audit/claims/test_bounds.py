"""Tests of stated numbers against counts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parkindex.audit.claims.bounds import Counted, Kind, verdict
from parkindex.framework.text import Text

FACTS = Text(zh="若干", en="some")


def counted(least: float | Fraction, most: float | Fraction | None = None, *, partial: bool = False) -> Counted:
    return Counted(Fraction(least), Fraction(least if most is None else most), FACTS, partial=partial)


@pytest.mark.parametrize(
    ("kind", "relation", "value", "found", "expected"),
    [
        ("share", ">", 50, counted(50), "fails"),
        ("share", ">=", 50, counted(50), "holds"),
        ("share", ">", 50, counted(Fraction(600, 11)), "holds"),
        ("share", "=", 63.6, counted(Fraction(1400, 22)), "holds"),
        ("share", "=", 63.7, counted(Fraction(1400, 22)), "fails"),
        ("share", "=", 42.8, counted(Fraction(900, 21)), "holds"),
        ("share", "=", 42.9, counted(Fraction(900, 21)), "holds"),
        ("share", "=", 43, counted(Fraction(900, 21)), "holds"),
        ("share", "=", 42, counted(Fraction(900, 21)), "holds"),
        ("share", "=", 44, counted(Fraction(900, 21)), "fails"),
        ("share", "≈", 70, counted(66), "holds"),
        ("share", "≈", 70, counted(62), "untestable"),
        ("share", "≈", 70, counted(59), "fails"),
        ("count", "≈", 20, counted(22), "holds"),
        ("count", "≈", 20, counted(23), "untestable"),
        ("count", "≈", 20, counted(25), "fails"),
        ("count", "=", 4, counted(5), "fails"),
        ("count", "=", 4, counted(3, 5), "untestable"),
        ("count", ">", 4, counted(3, 5), "untestable"),
        ("count", ">", 2, counted(3, 5), "holds"),
        ("count", "<", 3, counted(3, 5), "fails"),
        ("count", "=", 12, counted(8, partial=True), "untestable"),
        ("count", "=", 7, counted(10, partial=True), "fails"),
        ("count", "=", 10, counted(10, partial=True), "holds"),
        ("count", ">=", 11, counted(10, partial=True), "untestable"),
        ("count", ">", 173, counted(173.5, partial=True), "holds"),
        ("count", "<=", 9, counted(10, partial=True), "fails"),
    ],
)
def test_a_number_holds_fails_or_is_left_open(
    kind: Kind, relation: str, value: float, found: Counted, expected: str
) -> None:
    assert verdict(kind, relation, value, found) == expected
