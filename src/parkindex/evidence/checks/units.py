"""Units: how many there are, and whether their short names fit a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

SHORT_ZH, SHORT_EN = 8, 24
"""The most Han and Latin characters of a short name (a Latin letter in Chinese counts as half a character)."""


def number_of_units(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find that there is nothing to rank."""
    if len(dataset.units) < 2:
        number = "no unit" if not dataset.units else "one unit only"
        message = f"there is {number}; expected at least two, because a rank compares"
        yield Finding("units.too-few", "units.csv", message, "add a row for every unit that is evaluated")


def short_names(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find short names that are too long for the labels of a chart."""
    for unit in dataset.units:
        width = sum(1.0 if ord(letter) > 0x2E7F else 0.5 for letter in unit.short.zh)
        for language, name, length, limit in (
            ("zh", unit.short.zh, width, SHORT_ZH),
            ("en", unit.short.en, len(unit.short.en), SHORT_EN),
        ):
            if length > limit:
                where = f"{unit.where} column 'short_{language}'"
                message = f"'{name}' is {length:g} characters long; expected at most {limit}"
                yield Finding("units.short-name", where, message, "shorten it: it labels charts", "warning")
