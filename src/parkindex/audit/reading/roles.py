"""Which column is which: names, places, ranks, tiers, the total, and the scores under it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.reading.words import POINTS, is_amount, is_deduction, is_subtotal, role_of
from parkindex.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.audit.reading.columns import Field
    from parkindex.audit.reading.words import Role
    from parkindex.engine.arrays import FloatArray

ASIDE = "column '{}' is {}, not a score: left aside"


@dataclass
class Roles:
    """The columns by what they are; ``notes`` say what was taken for granted, ``problems`` what stands in the way."""

    names: Field | None = None
    english: Field | None = None
    rank: Field | None = None
    tier: Field | None = None
    total: Field | None = None
    place: Field | None = None
    scores: list[Field] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)


def find_roles(fields: list[Field], where: str, named: Iterable[str] = ()) -> Roles:
    """Tell the columns apart by their heads, and by what they hold where the heads do not say.

    ``named`` are heads of columns that are scores, whatever else is in the table. ``where`` is the address of the head.
    """
    by_role: dict[Role, list[Field]] = {}
    wanted = set(named)
    for each in fields:
        by_role.setdefault("" if each.head in wanted else role_of(each.head), []).append(each)
    roles = Roles()
    _find_words(fields, by_role, roles, where)
    roles.rank = next((each for each in by_role.get("rank", []) if each.numeric or _ordinals(each)), None)
    roles.tier = next(iter(by_role.get("tier", [])), None)
    taken = [roles.names, roles.english, roles.place, roles.rank, roles.tier]
    free = [each for each in fields if each.numeric and each not in taken]
    _find_total(free, by_role, roles)
    _find_scores([each for each in free if each is not roles.total], roles, wanted)
    if roles.rank is None and roles.total is not None:
        roles.rank = next((each for each in by_role.get("serial", []) if _numbers_the_order(each, roles.total)), None)
    return roles


def _ordinals(each: Field) -> bool:
    return sum(any(sign.isdigit() for sign in text) for text in each.texts) * 2 > len(each.texts)


def _find_words(fields: list[Field], by_role: dict[Role, list[Field]], roles: Roles, where: str) -> None:
    """Find the columns of names and of places."""
    words = [each for each in fields if not each.numeric and any(each.texts)]
    named = [each for role in ("name", "place") for each in by_role.get(role, []) if each in words]
    other = [each for each in words if role_of(each.head) in {"", "total", "score", "serial"}]
    telling = [each for each in (*named, *other) if _all_different(each)]
    roles.names = next(iter(telling or named or other), None)
    english = [each for each in by_role.get("english", []) if each in words]
    if roles.names is None and english:
        roles.names = english[0]
    elif english:
        roles.english = english[0]
    if roles.names is None:
        message = "no column holds names; expected one column of words that tells the rows apart"
        listed = ", ".join(f"'{each.head}'" for each in fields)
        hint = f"give the column of names the head 名称 or name; there are {listed}"
        roles.problems.append(Finding("table.names", where, message, hint))
        return
    if role_of(roles.names.head) not in {"name", "english"} and len(words) > 1:
        roles.notes.append(f"column '{roles.names.head}' is taken for the names")
    places = [each for each in by_role.get("place", []) if each in words and each is not roles.names]
    roles.place = next(iter(places), None)


def _all_different(each: Field) -> bool:
    return all(each.texts) and len(set(each.texts)) == len(each.texts)


def _find_total(free: list[Field], by_role: dict[Role, list[Field]], roles: Roles) -> None:
    """Find the total by its head; else the column that is the sum or mean of the others; else the only sorted one."""
    certain = [each for each in by_role.get("total", []) if each in free]
    if len(certain) > 1:
        listed = ", ".join(f"'{each.head}'" for each in certain)
        message = f"{len(certain)} columns are totals by their heads (got {listed}); expected one"
        hint = "keep the total that the ranks follow, and give the other column another head, or leave it out"
        roles.problems.append(Finding("table.two-totals", certain[1].addresses[0], message, hint))
    possible = [each for each in by_role.get("score", []) if each in free]
    if certain or len(possible) == 1 or len(free) == 1:
        roles.total = (certain or possible or free)[0]
        return
    unnamed = [each for each in free if role_of(each.head) in {"", "score"} and not is_amount(each.head)]
    found = _sum_or_mean(unnamed) or _only_sorted(unnamed)
    if found is not None:
        roles.total = found
        roles.notes.append(f"column '{found.head}' is taken for the total")


def _values(fields: list[Field]) -> FloatArray:
    return np.array([[np.nan if cell is None else float(cell) for cell in each.cells] for each in fields]).T


def _sum_or_mean(fields: list[Field]) -> Field | None:
    """Return the column that in every whole row is the sum or the mean of the others, within their rounding."""
    if len(fields) < 3:
        return None
    values = _values(fields)
    values = values[~np.isnan(values).any(axis=1)]
    if len(values) < 3:
        return None
    decimals = max(_decimals(each) for each in fields)
    slack = 0.5 * 10.0**-decimals * len(fields) + 1e-9
    rest = values.sum(axis=1, keepdims=True) - values
    for expected in (rest, rest / (len(fields) - 1)):
        fits = (np.abs(values - expected) <= slack).all(axis=0) & (np.ptp(values, axis=0) > 2 * slack)
        if fits.sum() == 1:
            return fields[int(fits.argmax())]
    return None


def _decimals(each: Field) -> int:
    exponents = [cell.as_tuple().exponent for cell in each.cells if cell is not None]
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)


LEAST_SORTED = 8
"""Rows from which a column in falling order is no chance: one order in 40,320."""


def _only_sorted(fields: list[Field]) -> Field | None:
    """Return the only column that falls, or stays, from row to row."""
    if not fields or len(fields[0].cells) < LEAST_SORTED:
        return None
    values = _values(fields)
    falls = (np.diff(values, axis=0) <= 0).all(axis=0) & (np.ptp(values, axis=0) > 0)
    return fields[int(falls.argmax())] if falls.sum() == 1 else None


def _find_scores(free: list[Field], roles: Roles, wanted: set[str]) -> None:
    """Keep the columns that are scores: all in points, or all in whatever they are measured in."""
    if wanted:
        roles.scores = [each for each in free if each.head in wanted]
        roles.notes += [ASIDE.format(each.head, "without a weight") for each in free if each.head not in wanted]
        return
    kept = []
    for each in free:
        role = role_of(each.head)
        if role in {"aside", "serial", "rank", "tier", "total"} or each.unit == "年":
            roles.notes += [] if role == "serial" else [ASIDE.format(each.head, "something else by its head")]
        else:
            kept.append(each)
    terms = [each for each in kept if not is_subtotal(each.head)]
    if len(terms) > 1:
        roles.notes += [ASIDE.format(each.head, "a subtotal by its head") for each in kept if each not in terms]
        kept = terms
    points = [each for each in kept if not is_amount(each.head) and each.unit in POINTS]
    measured = [each for each in kept if each not in points]
    if len(points) > 1 and measured:
        roles.notes += [ASIDE.format(each.head, "a measurement in its own unit") for each in measured]
        kept = points
    roles.scores = [_taken_off(each, roles) for each in kept]


def _taken_off(each: Field, roles: Roles) -> Field:
    """Return a column of deductions that are printed without a minus sign as numbers below 0."""
    numbers = [cell for cell in each.cells if cell is not None]
    if not is_deduction(each.head) or not any(numbers) or min(numbers) < 0:
        return each
    roles.notes.append(f"column '{each.head}' is taken off: its numbers count below 0")
    return replace(each, cells=tuple(None if cell is None else -cell for cell in each.cells))


def _numbers_the_order(serial: Field, total: Field) -> bool:
    """Tell whether a serial number is a rank: it counts from 1 down totals that never rise."""
    if list(serial.cells) != list(range(1, len(serial.cells) + 1)):
        return False
    values = _values([total])[:, 0]
    return bool((np.diff(values) < 0).all())
