"""The looks that every format shares.

One palette, one type scale, one set of sizes, read from ``looks.json``.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class TierLook:
    """How a tier is marked: a colour, a pale tint of it for areas, and a shape so that colour is never alone."""

    colour: str
    pale: str
    shape: str


@dataclass(frozen=True, slots=True)
class Looks:
    """Font families, type scale, palette and sizes; colours are written ``#rrggbb``, sizes are pixels of a figure."""

    families: Mapping[str, tuple[str, ...]]
    type: Mapping[str, float]
    ink: Mapping[str, str]
    mark: str
    mark_soft: str
    accent: str
    series: tuple[str, ...]
    tiers: tuple[TierLook, ...]
    parts: tuple[str, ...]
    ramp: tuple[str, ...]
    sizes: Mapping[str, float]


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 for black to 1 for white, as WCAG 2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@functools.cache
def looks() -> Looks:
    """Return the looks of ParkIndex."""
    record = json.loads((files("parkindex.charts") / "looks.json").read_text(encoding="utf-8"))
    return Looks(
        families=MappingProxyType({language: tuple(names) for language, names in record["font"]["families"].items()}),
        type=MappingProxyType(record["type"]),
        ink=MappingProxyType(record["ink"]),
        mark=record["mark"],
        mark_soft=record["mark_soft"],
        accent=record["accent"],
        series=tuple(record["series"]),
        tiers=tuple(TierLook(**tier) for tier in record["tiers"]),
        parts=tuple(record["parts"]),
        ramp=tuple(record["ramp"]),
        sizes=MappingProxyType(record["sizes"]),
    )
