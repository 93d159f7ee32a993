"""Cut a Noto Sans SC face down to the characters a report may hold, and note what it holds and how wide that is.

Called by the build hook, once a face::

    python subset_fonts.py SOURCE.ttf FOLDER Regular

It writes ``NotoSansSC-Regular.ttf``, ``NotoSansSCLatin-Regular.ttf`` and ``Regular.json``. The second is a small
companion for text in English: the face gives quotation marks the width of a Han character, and only the companion has
them as Latin wants them.

Kept: every character of GBK (which holds GB 2312 and the rarer characters of names, such as 堃 喆 镕 闫), Latin-1 and
Latin Extended-A, Greek, punctuation, arrows, mathematical signs, enclosed numbers, geometric shapes, CJK punctuation,
full-width forms, as far as the face has them. Its digits are tabular as they are. Vertical writing and hinting are
dropped: nothing uses them.
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
    (0x2500, 0x27BF),  # lines, blocks, geometric shapes, stars, ticks
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # enclosed and squared CJK, such as ㎡
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)
# pwid holds the narrow quotation marks that English text asks for
LATIN = ((0x0020, 0x017F), (0x0370, 0x03FF), (0x2010, 0x2027), (0x20A0, 0x20BF), (0x2212, 0x2212))
QUOTES = (0x2018, 0x2019, 0x201C, 0x201D)
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


def cut(source: Path, target: Path, characters: set[int]) -> TTFont:
    """Write the subset of ``source`` to ``target`` and return it."""
    font = subset.load_font(str(source), options())
    cutter = subset.Subsetter(options())
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    subset.save_font(font, str(target), options())
    return font


def options() -> subset.Options:
    """Return what both subsets keep and drop."""
    chosen = subset.Options()
    chosen.layout_features = list(FEATURES)
    chosen.hinting = False
    chosen.name_IDs = ["*"]
    chosen.notdef_outline = True
    chosen.drop_tables += ["vhea", "vmtx", "DSIG"]
    chosen.recalc_timestamp = False
    return chosen


def latin_quotes(font: TTFont) -> dict[str, str]:
    """Return the glyphs that the font's own feature ``pwid`` puts in the place of the wide quotation marks."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "pwid":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[index].SubTable:
                found.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return found


def cut_latin(source: Path, target: Path) -> TTFont:
    """Write the companion for Latin text: its quotation marks are proportional, its family has a name of its own."""
    font = TTFont(source)
    narrow = latin_quotes(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({mark: narrow[table.cmap[mark]] for mark in QUOTES if table.cmap.get(mark) in narrow})
    for record in font["name"].names:
        if record.nameID in {1, 4, 16}:
            record.string = str(record).replace("Noto Sans SC", "Noto Sans SC Latin")
        elif record.nameID == 6:
            record.string = str(record).replace("NotoSansSC", "NotoSansSCLatin")
    changed = target.with_suffix(".full")
    font.save(changed)
    cut(changed, target, {code for first, last in LATIN for code in range(first, last + 1)})
    changed.unlink()
    return TTFont(target)


def widths(font: TTFont) -> dict[str, int]:
    """Return the advance widths that differ from one em, in thousandths of an em, keyed by character."""
    advances = font["hmtx"].metrics
    scale = EM / font["head"].unitsPerEm
    per_character = {chr(code): round(advances[glyph][0] * scale) for code, glyph in font.getBestCmap().items()}
    return {character: width for character, width in sorted(per_character.items()) if width != EM}


def coverage(font: TTFont) -> list[list[int]]:
    """Return the code points the font has, as ranges of first and last."""
    ranges: list[list[int]] = []
    for code in sorted(font.getBestCmap()):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


def main(source: str, folder: str, face: str) -> None:
    """Cut one face and its companion, and write their measures beside them."""
    font = cut(Path(source), Path(folder) / f"NotoSansSC-{face}.ttf", wanted())
    latin = cut_latin(Path(source), Path(folder) / f"NotoSansSCLatin-{face}.ttf")
    han_widths = widths(font)
    latin_widths = {mark: width for mark, width in widths(latin).items() if han_widths.get(mark) != width}
    measures = {"widths": han_widths, "latin": latin_widths, "coverage": coverage(font)}
    (Path(folder) / f"{face}.json").write_text(json.dumps(measures, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
