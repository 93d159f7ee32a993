"""The looks that every format shares.

One palette, one type scale, one set of number formats, read from ``looks.json``.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

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
    """Palette, type scale, number formats and sizes; colours are written ``#rrggbb``, sizes are pixels of a figure."""

    families: Mapping[str, tuple[str, ...]]
    type: Mapping[str, float]
    ink: Mapping[str, str]
    mark: str
    mark_soft: str
    accent: str
    tiers: tuple[TierLook, ...]
    parts: tuple[str, ...]
    ramp: tuple[str, ...]
    regions: Mapping[str, str]
    numbers: Mapping[str, Mapping[str, Any]]
    sizes: Mapping[str, float]

    def tier(self, tier: int | None) -> TierLook:
        """Return the look of a tier, 1 being the best; grey for none and for tiers beyond the palette."""
        if tier is not None and 1 <= tier <= len(self.tiers):
            return self.tiers[tier - 1]
        return TierLook(self.ink["faint"], self.ink["pale"], "circle")

    def number(self, value: float, form: str) -> str:
        """Write a number in one of the number formats: ``score``, ``share``, ``amount``, ``coefficient`` or ``count``.

        A share is given in per cent. A minus is a true minus sign; no number is shown as minus zero.
        """
        shape = self.numbers[form]
        text = f"{value:,.{shape['decimals']}f}"
        if text.startswith("-"):
            text = text[1:] if float(text.replace(",", "")) == 0 else f"\N{MINUS SIGN}{text[1:]}"
        return text + str(shape.get("unit", ""))

    def css_variables(self) -> str:
        """Return the palette as declarations of CSS variables, one a line."""
        names = {f"ink-{name}": colour for name, colour in self.ink.items()}
        names |= {"mark": self.mark, "mark-soft": self.mark_soft, "accent": self.accent}
        for position, tier in enumerate(self.tiers, 1):
            names |= {f"tier-{position}": tier.colour, f"tier-{position}-pale": tier.pale}
        names |= {f"part-{position}": colour for position, colour in enumerate(self.parts, 1)}
        names |= {f"ramp-{position}": colour for position, colour in enumerate(self.ramp, 1)}
        return "\n".join(f"--{name}: {colour};" for name, colour in names.items())

    def ramp_colour(self, share: float) -> str:
        """Return the colour of the sequential ramp at a share of its length, 0 to 1."""
        return self.ramp[min(len(self.ramp) - 1, max(0, int(share * len(self.ramp))))]

    def ink_on(self, fill: str) -> str:
        """Return the text colour, dark or white, that has the greater contrast with a fill (WCAG 2)."""
        light, dark = luminance(fill), luminance(self.ink["text"])
        return self.ink["text"] if (light + 0.05) ** 2 > 1.05 * (dark + 0.05) else self.ink["paper"]


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
        tiers=tuple(TierLook(**tier) for tier in record["tiers"]),
        parts=tuple(record["parts"]),
        ramp=tuple(record["ramp"]),
        regions=MappingProxyType(record["regions"]),
        numbers=MappingProxyType(record["numbers"]),
        sizes=MappingProxyType(record["sizes"]),
    )
