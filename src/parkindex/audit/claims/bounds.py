"""Whether a stated number agrees with what was counted, exactly; what was counted may lie between two bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.audit.outcome import Exhibit, Verdict

Kind = Literal["count", "share"]

ABOUT: Mapping[Kind, tuple[Fraction, Fraction]] = {
    "share": (Fraction(5), Fraction(10)),
    "count": (Fraction(1, 10), Fraction(1, 5)),
}
"""How far off "about" and "nearly" may be, and from where on they are wrong; between the two nothing is said.

A share is rounded to tenths in words (七成), so that half a tenth holds and a whole tenth does not; a count may be a
tenth off and not a fifth.
"""


@dataclass(frozen=True)
class Counted:
    """A number counted from the evidence: exact where ``least`` equals ``most``.

    ``facts`` says it in a sentence; ``partial`` that the evidence need not hold everything that the text counts, so
    that a lower count proves nothing.
    """

    least: Fraction
    most: Fraction
    facts: Text
    exhibits: tuple[Exhibit, ...] = ()
    partial: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class NotCounted:
    """Why a number cannot be counted; ``family`` is the family of checks that tests it instead, if any."""

    because: Text
    family: str = ""


def verdict(kind: Kind, relation: str, value: float, counted: Counted) -> Verdict:
    """Return whether a stated number holds for everything that was counted, for nothing of it, or for some."""
    outcomes = {_agrees(kind, relation, value, end) for end in (counted.least, counted.most)}
    lies_between = counted.least < Fraction(repr(float(value))) < counted.most
    if len(outcomes) > 1 or None in outcomes or (lies_between and relation in {"=", "≈"}):
        return "untestable"
    if outcomes == {False} and counted.partial and _short(relation, value, counted.least):
        return "untestable"
    return "holds" if outcomes == {True} else "fails"


def _agrees(kind: Kind, relation: str, value: float, counted: Fraction) -> bool | None:
    """Tell whether a count agrees with the stated number, None where "about" leaves it open."""
    printed = Decimal(repr(float(value))).normalize()
    exact = Fraction(printed)
    if relation == "≈":
        holds, wrong = (bound * (abs(exact) if kind == "count" else 1) for bound in ABOUT[kind])
        off = abs(counted - exact)
        return True if off <= holds else False if off > wrong else None
    if relation == "=":
        return counted == exact or (kind == "share" and _prints_as(counted, printed))
    return {
        ">": counted > exact,
        "<": counted < exact,
        ">=": counted >= exact,
        "<=": counted <= exact,
    }[relation]


def _prints_as(counted: Fraction, printed: Decimal) -> bool:
    """Tell whether a share is printed as this number, by rounding or by cutting off."""
    exponent = printed.as_tuple().exponent
    unit = Fraction(1, 10 ** max(0, -exponent)) if isinstance(exponent, int) else Fraction(1)
    return -unit / 2 <= counted - Fraction(printed) < unit


def _short(relation: str, value: float, counted: Fraction) -> bool:
    """Tell whether less was counted than is stated, which a table that is a selection explains."""
    return relation in {"=", ">", ">=", "≈"} and counted <= Fraction(repr(float(value)))
