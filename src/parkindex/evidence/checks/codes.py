"""Codes and names that two things share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

KEYS: dict[str, tuple[str, ...]] = {
    "places": ("code",),
    "units": ("code",),
    "observations": ("subject", "node"),
    "statistics": ("code",),
    "policies": ("policy", "table"),
    "schemes": ("scheme",),
    "support": ("scheme", "category"),
    "funds": ("fund",),
    "market": ("series", "year"),
    "background": ("code",),
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
                said = ", ".join(f"{column} '{part}'" for column, part in zip(columns, key, strict=True))
                message = f"{said} is there twice (first at {first[key]})"
                yield Finding("evidence.duplicate", row.where, message, "keep one row, or give it a code of its own")
            first.setdefault(key, row.where)
    for source in dataset.sources:
        codes = [part.code for part in source.parts]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            where = dataset.where("source", source.code, "evidence/sources.yaml")
            yield Finding("evidence.duplicate", where, f"part '{code}' of source '{source.code}' is there twice", _KEEP)
    for variable in dataset.variables:
        codes = [option.code for option in variable.classes]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            where = dataset.where("variable", variable.code, "evidence/variables.yaml")
            yield Finding("evidence.duplicate", where, f"class '{code}' of '{variable.code}' is there twice", _KEEP)
    for unit in dataset.units:
        if dataset.has_place(unit.code):
            yield Finding("evidence.duplicate", unit.where, f"unit '{unit.code}' has the code of a place", _KEEP)


_KEEP = "give one of the two another code"


def shared_names(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find a name or alias that stands for two units."""
    first: dict[str, str] = {}
    for unit in dataset.units:
        for name in sorted({unit.name.zh, unit.name.en, *unit.aliases}):
            if name in first:
                message = f"'{name}' names both '{first[name]}' and '{unit.code}'"
                yield Finding("units.ambiguous-name", unit.where, message, "remove the alias from one of the two")
            first.setdefault(name, unit.code)
