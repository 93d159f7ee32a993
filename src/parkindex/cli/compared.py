"""A comparison as rows: what moved, by how much, what data and method did of it, and who changes tier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from parkindex.cli.output import finite
from parkindex.errors import MethodError, UsageError

if TYPE_CHECKING:
    from parkindex.analysis.comparison import Comparison
    from parkindex.analysis.shift import SplitComparison, SplitShift
    from parkindex.framework.text import Language
    from parkindex.index import Result

COLUMNS = ("unit", "name", "rank", "other rank", "shift", "tier", "other tier")
SPLIT = ("by data", "by method")


def split_of(first: Result, second: Result) -> tuple[SplitComparison | None, str]:
    """Return the shifts between two editions split into what data and method did, or None and why they cannot be."""
    from parkindex.analysis.shift import split_shift

    try:
        return split_shift(first, second), ""
    except (MethodError, UsageError) as error:
        return None, "; ".join(finding.message for finding in error.findings)


def record(first: Result, second: Result, found: Comparison, split: SplitComparison | None) -> dict[str, Any]:
    """Return a comparison as plain data; with a split, what data and method did of every shift."""
    parts = _parts(split)
    units = []
    for shift in found.shifts:
        unit = {**asdict(shift), "shift": shift.shift}
        part = parts.get(shift.unit)
        if part is not None:
            unit |= {"shift_by_data": finite(part.shift_by_data), "shift_by_method": finite(part.shift_by_method)}
        units.append(unit)
    return {
        "methods": [first.method.name, second.method.name],
        "units": units,
        "kendall": finite(found.kendall),
        "spearman": finite(found.spearman),
        "tier_changes": [shift.unit for shift in found.tier_changes],
        **({"by_data": finite(split.by_data), "by_method": finite(split.by_method)} if split else {}),
    }


def rows(
    first: Result, found: Comparison, split: SplitComparison | None, language: Language, *, signed: bool
) -> list[dict[str, Any]]:
    """Return a row a unit; ``signed`` writes shifts as text with their sign, for people."""
    parts = _parts(split)
    listed = []
    for shift in found.shifts:
        row: dict[str, Any] = {
            "unit": shift.unit,
            "name": first.dataset.unit(shift.unit).name.of(language),
            "rank": shift.first_rank,
            "other rank": shift.second_rank,
            "shift": _signed(shift.shift) if signed else shift.shift,
            "tier": shift.first_tier,
            "other tier": shift.second_tier,
        }
        part = parts.get(shift.unit)
        if part is not None:
            own = (part.shift_by_data, part.shift_by_method)
            row |= {name: _signed(value) if signed else finite(value) for name, value in zip(SPLIT, own, strict=True)}
        listed.append(row)
    return listed


def tier_lines(first: Result, found: Comparison, language: Language) -> Iterator[str]:
    """Yield for each tier who enters and who leaves it."""
    tiers = {tier for shift in found.tier_changes for tier in (shift.first_tier, shift.second_tier) if tier is not None}
    for tier in sorted(tiers):
        moves = {
            "enter": [shift.unit for shift in found.tier_changes if shift.second_tier == tier],
            "leave": [shift.unit for shift in found.tier_changes if shift.first_tier == tier],
        }
        told = [
            f"{', '.join(first.dataset.unit(unit).short.of(language) for unit in units)} "
            f"{verb if len(units) > 1 else verb + 's'}"
            for verb, units in moves.items()
            if units
        ]
        yield f"tier {tier}: {'; '.join(told)}"


def _parts(split: SplitComparison | None) -> Mapping[str, SplitShift]:
    return {each.unit: each for each in split.shifts} if split else {}


def _signed(value: float | None) -> str | None:
    """Return a number of places with its sign, halves with a decimal."""
    if value is None or finite(value) is None:
        return None
    return f"{value:+.0f}" if value == int(value) else f"{value:+.1f}"
