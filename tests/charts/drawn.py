"""Read a drawing back: where its texts stand, from the very widths the fonts have."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from xml.etree import ElementTree

from parkindex.charts.chart import Language

WIDTHS = json.loads((files("parkindex") / "data" / "widths.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Text:
    """One line of text with the box it fills, in pixels of the sheet."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    haloed: bool

    def covers(self, other: Text, tolerance: float = 1.5) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > tolerance and down > tolerance


def width(text: str, size: float, bold: bool, language: Language) -> float:
    table = WIDTHS["bold" if bold else "regular"]
    known = table["all"] | (table["latin"] if language == "en" else {})
    return float(sum(known.get(character, 1000) for character in text) * size / 1000)


def sheet(svg: str) -> tuple[float, float]:
    root = ElementTree.fromstring(svg)
    return float(root.attrib["width"]), float(root.attrib["height"])


def texts(svg: str, language: Language) -> list[Text]:
    """Return every line of text; the height of a line is that of its letters, without leading."""
    found = []
    for node in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        style = node.attrib.get("style", "")
        size = float(re.search(r"([\d.]+)px", style)[1])  # type: ignore[index]
        long = width(node.text or "", size, "bold" in style, language)
        shift = re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", node.attrib.get("transform", "translate(0 0)"))
        assert shift is not None, node.attrib
        x = float(shift[1]) + float(node.attrib.get("x", 0))
        y = float(shift[2]) + float(node.attrib.get("y", 0))
        left = x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[node.attrib.get("text-anchor", "start")]
        found.append(Text(node.text or "", left, left + long, y - size * 0.5, y + size * 0.5, "stroke" in node.attrib))
    return found
