"""Colours for the renderers, from the one palette: style variables, heat shades with readable ink, tier marks."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS = {"circle": "●", "triangle": "▲", "square": "■", "diamond": "◆"}
LIGHT_INK = "#ffffff"


@cache
def looks() -> Mapping[str, Any]:
    """Return the palette, type scale and number formats that all formats share."""
    found: Mapping[str, Any] = json.loads(
        (resources.files("parkindex.charts") / "looks.json").read_text(encoding="utf-8")
    )
    return found


def palette() -> dict[str, str]:
    """Return the style variables: name to colour."""
    found = {f"ink-{name}": colour for name, colour in looks()["ink"].items()}
    found |= {"mark": looks()["mark"], "mark-soft": looks()["mark_soft"], "accent": looks()["accent"]}
    for number, tier in enumerate(looks()["tiers"], start=1):
        found |= {f"tier-{number}": tier["colour"], f"tier-{number}-pale": tier["pale"]}
    return found


def fill(shade: float) -> str:
    """Return the colour of a heat cell for a shade from 0 to 1, between the steps of the ramp."""
    ramp = [_channels(colour) for colour in looks()["ramp"]]
    place = min(max(shade, 0.0), 1.0) * (len(ramp) - 1)
    step = min(int(place), len(ramp) - 2)
    mixed = (round(low + (high - low) * (place - step)) for low, high in zip(ramp[step], ramp[step + 1], strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def ink(shade: float) -> str:
    """Return the colour of text that reads best on `fill` of the same shade."""
    ground, dark = fill(shade), str(looks()["ink"]["text"])
    return dark if contrast(ground, dark) >= contrast(ground, LIGHT_INK) else LIGHT_INK


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source: W3C (2018), Web Content Accessibility Guidelines 2.1, definition of contrast ratio.
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tier_mark(tier: int) -> str:
    """Return the shape of a tier as a character: ● for the best, then ▲ and ■."""
    tiers = looks()["tiers"]
    return MARKS[tiers[min(tier, len(tiers)) - 1]["shape"]]


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
