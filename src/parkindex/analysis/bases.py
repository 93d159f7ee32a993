"""Bases: how many answered, when a report prints shares without their n.

A printed share such as 71.4% is a count k over a base n, rounded or cut to the printed decimals. All shares of one
question have the same n, so that together they leave few bases possible, often one. Everything is exact: whole
numbers and fractions, no floating point. This is the "granularity" test of printed percentages turned round.

Source: Brown and Heathers (2017), The GRIM test, Social Psychological and Personality Science 8(4), 363-369,
doi:10.1177/1948550616673876.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Relation = Literal["=", ">", "<", ">=", "<=", "≈"]
Rounding = Literal["half_up", "truncated", "adjusted"]

ROUNDINGS: tuple[Rounding, ...] = ("half_up", "truncated", "adjusted")
"""How a share may have come to its printed form, the usual first.

``adjusted`` = rounded, then one share moved to add to 100.
"""


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A share in percent as printed: ``71.4`` has one decimal, ``>60`` is only a bound, ``≈50`` constrains nothing."""

    value: Decimal
    relation: Relation = "="

    @classmethod
    def of(cls, value: float, relation: Relation = "=") -> PrintedShare:
        """Take the decimals from the shortest way to write ``value``: 53.0 was printed as 53."""
        text = repr(float(value))
        return cls(Decimal(text.removesuffix(".0")), relation)

    @property
    def decimals(self) -> int:
        """How many decimals were printed."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class Base:
    """A base that reproduces all printed shares, with the counts behind them (None where a bound leaves several)."""

    n: int
    counts: tuple[int | None, ...]
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class Derivation:
    """What the printed shares say of their base.

    The possible bases, smallest n first, none when they exclude each other.
    """

    bases: tuple[Base, ...]
    limit: int

    @property
    def unique(self) -> Base | None:
        """The only base possible, or None."""
        return self.bases[0] if len(self.bases) == 1 else None

    @property
    def possible(self) -> tuple[int, ...]:
        """The possible n, ascending."""
        return tuple(base.n for base in self.bases)


def derive(
    printed: Sequence[PrintedShare],
    *,
    limit: int,
    whole: bool = False,
    least: int = 1,
    roundings: tuple[Rounding, ...] = ROUNDINGS,
) -> Derivation:
    """Find every base n from ``least`` up to ``limit`` from which all shares of one question can have been printed.

    ``whole``: the categories are all answers of a single-answer question, so their counts add up to n. Shares are
    tried as rounded half up first; only where no base fits, as cut off; and for a whole question last as rounded with
    one share moved by one unit so that the printed shares add up to 100. At least one share printed exactly is
    needed, else nothing is derived. ``roundings`` are those tried, in their order.
    """
    return _derive(tuple(printed), least, limit, whole, roundings)


@lru_cache(maxsize=1024)
def _derive(
    printed: tuple[PrintedShare, ...],
    least: int,
    limit: int,
    whole: bool,  # noqa: FBT001 - a cache's key
    roundings: tuple[Rounding, ...],
) -> Derivation:
    """Derive once: every figure, table and sentence about a question asks for the same base."""
    if not any(share.relation == "=" for share in printed):
        return Derivation((), limit)
    for rounding in roundings:
        if rounding == "adjusted" and not whole:
            continue
        tried = (_base(printed, n, rounding, whole=whole) for n in range(least, limit + 1))
        found = [base for base in tried if base is not None]
        if found:
            return Derivation(tuple(found), limit)
    return Derivation((), limit)


def _base(printed: Sequence[PrintedShare], n: int, rounding: Rounding, *, whole: bool) -> Base | None:
    """Return the base ``n`` with its counts, or None where some share excludes it."""
    if rounding == "adjusted":
        return _adjusted(printed, n)
    choices = [_counts(share, n, rounding) for share in printed]
    if not all(choices):
        return None
    counts = tuple(choice[0] if len(choice) == 1 else None for choice in choices)
    if whole and not _can_add_up(choices, n):
        return None
    return Base(n, counts, rounding)


def _counts(share: PrintedShare, n: int, rounding: Rounding) -> range | list[int]:
    """Return the counts over ``n`` that are printed as this share."""
    if share.relation == "≈":
        return range(n + 1)
    exact = Fraction(share.value)
    if share.relation == "=":
        # Only counts within one printed unit of the share can be printed as it: look at no others.
        unit = Fraction(1, 10**share.decimals)
        first, last = max(0, math.floor((exact - unit) * n / 100)), min(n, math.ceil((exact + unit) * n / 100))
        near = range(first, last + 1)
        return [k for k in near if _as_printed(Fraction(100 * k, n), share.decimals, rounding) == exact]
    at = exact * n / 100
    match share.relation:
        case ">":
            return range(max(0, math.floor(at) + 1), n + 1)
        case ">=":
            return range(max(0, math.ceil(at)), n + 1)
        case "<":
            return range(min(n + 1, math.ceil(at)))
        case _:
            return range(min(n, math.floor(at)) + 1)


def _as_printed(percent: Fraction, decimals: int, rounding: Rounding) -> Fraction:
    """Return a share in percent as it is printed with so many decimals."""
    scale = 10**decimals
    half = Fraction(1, 2) if rounding != "truncated" else Fraction(0)
    return Fraction((percent * scale + half).__floor__(), scale)


def _can_add_up(choices: Sequence[range | list[int]], n: int) -> bool:
    """Tell whether one count of each category can add up to ``n``."""
    least = sum(min(choice) for choice in choices)
    most = sum(max(choice) for choice in choices)
    return least <= n <= most


def _adjusted(printed: Sequence[PrintedShare], n: int) -> Base | None:
    """Return the base when all shares are rounded, but one stands a unit off so that they add up to 100."""
    if any(share.relation != "=" for share in printed) or sum(share.value for share in printed) != 100:
        return None
    moved = 0
    counts: list[int] = []
    for share in printed:
        unit = Fraction(1, 10**share.decimals)
        off = {
            k: abs(_as_printed(Fraction(100 * k, n), share.decimals, "half_up") - Fraction(share.value))
            for k in range(n + 1)
        }
        nearest = min(off, key=lambda k: off[k])
        if off[nearest] > unit:
            return None
        moved += off[nearest] > 0
        counts.append(nearest)
    return Base(n, tuple(counts), "adjusted") if moved == 1 and sum(counts) == n else None
