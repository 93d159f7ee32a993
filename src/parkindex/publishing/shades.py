"""Colours for the renderers, from the one palette: style variables, heat shades with readable ink, tier marks."""

from __future__ import annotations

from parkindex.charts.looks import looks, luminance

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.1, level AA)."""

WHITE, BLACK = "#ffffff", "#000000"
MARKS = {"circle": "●", "triangle": "▲", "square": "■", "diamond": "◆"}


def palette() -> dict[str, str]:
    """Return the style variables: name to colour."""
    found = {f"ink-{name}": colour for name, colour in looks().ink.items()}
    found |= {"mark": looks().mark, "mark-soft": looks().mark_soft, "accent": looks().accent}
    for number, tier in enumerate(looks().tiers, start=1):
        found |= {f"tier-{number}": tier.colour, f"tier-{number}-pale": tier.pale}
    return found


def fill(shade: float) -> str:
    """Return the colour of a heat cell for a shade from 0 to 1, between the steps of the ramp."""
    ramp = [_channels(colour) for colour in looks().ramp]
    place = min(max(shade, 0.0), 1.0) * (len(ramp) - 1)
    step = min(int(place), len(ramp) - 2)
    mixed = (round(low + (high - low) * (place - step)) for low, high in zip(ramp[step], ramp[step + 1], strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def ink(shade: float) -> str:
    """Return the colour of text on `fill` of the same shade: the ordinary ink or white, else black."""
    ground = fill(shade)
    return next((each for each in (looks().ink["text"], WHITE) if contrast(ground, each) >= READABLE), BLACK)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source: W3C (2018), Web Content Accessibility Guidelines 2.1, definition of contrast ratio.
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tier_mark(tier: int) -> str:
    """Return the shape of a tier as a character: ● for the best, then ▲ and ■."""
    return MARKS[looks().tiers[min(tier, len(looks().tiers)) - 1].shape]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
