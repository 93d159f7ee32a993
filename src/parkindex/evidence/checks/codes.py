"""Codes and names that two things share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.errors import Finding
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

KEYS: dict[str, tuple[str, ...]] = {
    "places": ("code",),
    "units": ("code",),
    "observations": ("subject", "node", "year"),
    "statistics": ("code",),
    "policies": ("policy", "table"),
    "beneficiaries": ("policy", "unit", "name_as_printed"),
    "schemes": ("scheme",),
    "support": ("scheme", "category"),
    "funds": ("fund",),
    "guidance": ("place", "date", "title"),
    "market": ("series", "year"),
    "growth": ("series", "first", "last"),
    "background": ("code",),
    "order_entries": ("order", "place", "unit"),
    "published": ("unit", "node"),
}
"""The columns that together may stand only once in a table."""


def duplicate_codes(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find rows that say the same thing a second time, and a unit that has the code of a place."""
    for table, columns in KEYS.items():
        first: dict[tuple[object, ...], str] = {}
        for row in getattr(dataset, table):
            key = tuple(getattr(row, column) for column in columns)
            if key in first:
                said = ", ".join(_said(column, part) for column, part in zip(columns, key, strict=True) if part)
                message = f"{said} is there twice (first at {first[key]})"
                yield Finding("evidence.duplicate", row.where, message, "keep one row, or give it a code of its own")
            first.setdefault(key, row.where)
    for unit in dataset.units:
        if dataset.has_place(unit.code):
            message = f"unit '{unit.code}' has the code of a place"
            yield Finding("evidence.duplicate", unit.where, message, "give one of the two another code")


_COLUMNS = {"first": "from", "last": "to"}
"""The columns that are not called like their field."""


def _said(field: str, part: object) -> str:
    return f"{_COLUMNS.get(field, field)} '{part.zh if isinstance(part, Text) else part}'"


def shared_names(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find a name or alias that stands for two units."""
    first: dict[str, str] = {}
    for unit in dataset.units:
        for name in sorted({unit.name.zh, unit.name.en, *unit.aliases}):
            if first.get(name, unit.code) != unit.code:
                message = f"'{name}' names both '{first[name]}' and '{unit.code}'"
                yield Finding("units.ambiguous-name", unit.where, message, "remove the alias from one of the two")
            first.setdefault(name, unit.code)
