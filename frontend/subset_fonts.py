"""Cut a Noto Sans SC face down to the characters a report may hold, and note its advance widths.

Called by the build hook, once a face::

    python subset_fonts.py SOURCE.ttf TARGET.ttf WIDTHS.json

Kept: every character of GBK (which holds GB 2312 and the rarer characters of names, such as 堃 喆 镕 闫), Latin-1 and Latin
Extended-A, Greek, punctuation, arrows, mathematical signs, enclosed numbers, geometric shapes, CJK punctuation, full-width forms.
Digits of this face are tabular as they are. Vertical writing and hinting are dropped: nothing uses them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = (
    (0x0020, 0x017F),  # Latin with Latin-1 and Extended-A
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218F),  # letter-like symbols, number forms
    (0x2190, 0x22FF),  # arrows, mathematical operators
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x26FF),  # lines, blocks, geometric shapes, stars
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # enclosed and squared CJK, such as ㎡
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)
# pwid holds the narrow quotation marks that English text asks for
FEATURES = ("ccmp", "halt", "kern", "liga", "locl", "mark", "mkmk", "palt", "pwid")
EM = 1000


def gbk() -> set[int]:
    """Return the code points of all two-byte characters of GBK."""
    found: set[int] = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            found.update(map(ord, bytes((lead, trail)).decode("gbk", errors="ignore")))
    return found


def wanted() -> set[int]:
    """Return every code point the subset keeps where the face has it."""
    return gbk().union(*(range(first, last + 1) for first, last in RANGES))


def cut(source: Path, target: Path) -> TTFont:
    """Write the subset of ``source`` to ``target`` and return it."""
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "DSIG"]
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted())
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return font


def widths(font: TTFont) -> dict[str, int]:
    """Return the advance widths that differ from one em, in thousandths of an em, keyed by character."""
    advances = font["hmtx"].metrics
    scale = EM / font["head"].unitsPerEm
    per_character = {chr(code): round(advances[glyph][0] * scale) for code, glyph in font.getBestCmap().items()}
    return {character: width for character, width in sorted(per_character.items()) if width != EM}


def main(source: str, target: str, widths_target: str) -> None:
    """Cut one face and write its advance widths beside it."""
    font = cut(Path(source), Path(target))
    Path(widths_target).write_text(json.dumps(widths(font), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
