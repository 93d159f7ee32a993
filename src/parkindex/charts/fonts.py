"""The fonts that come with the package: where they lie, what they hold, and their subsets for the web page.

Noto Sans SC in regular and bold, cut to GBK, Latin, Greek and signs; for English a companion with Latin quotation
marks.
"""

from __future__ import annotations

import functools
import io
import json
from bisect import bisect_right
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parkindex.charts.looks import looks
from parkindex.errors import Finding, PublishingError

if TYPE_CHECKING:
    from collections.abc import Iterable

Face = Literal["Regular", "Bold"]

CONTROL = 0x20
"""Code points below this are not drawn."""


def folder() -> Path:
    """Return the folder of the font files; a `PublishingError` says so where the package was installed without them."""
    path = Path(str(files("parkindex"))) / "data" / "fonts"
    if not path.is_dir():
        hint = "install the package anew: its build makes the fonts (`pip install .`, or `make report`)"
        raise PublishingError(Finding("fonts.absent", str(path), "the fonts are not in the package", hint))
    return path


def families(language: Literal["zh", "en"]) -> tuple[str, ...]:
    """Return the font families to set text in, the first one first."""
    return looks().families[language]


@functools.cache
def _coverage() -> tuple[list[int], list[int]]:
    """Return first and last code points of the ranges the fonts hold."""
    ranges = json.loads((folder().parent / "coverage.json").read_text(encoding="utf-8"))
    return [first for first, _ in ranges], [last for _, last in ranges]


def uncovered(text: str) -> list[str]:
    """Return the characters of ``text`` the fonts do not have, each once, in the order of their first use."""
    firsts, lasts = _coverage()
    missing: dict[str, None] = {}
    for character in dict.fromkeys(text):
        code = ord(character)
        position = bisect_right(firsts, code) - 1
        if code >= CONTROL and (position < 0 or code > lasts[position]):
            missing[character] = None
    return list(missing)


def web_font(text: str | Iterable[str], face: Face = "Regular", family: str = "Noto Sans SC") -> bytes:
    """Return a WOFF font with just the characters of ``text``, to be carried inside a page.

    The same characters give the same bytes. WOFF and not WOFF 2: it is a few per cent larger, and made in a twentieth
    of the time.
    """
    import uharfbuzz
    from fontTools.ttLib import TTFont

    path = folder() / f"{family.replace(' ', '')}-{face}.ttf"
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update({ord(character) for piece in text for character in piece if ord(character) >= CONTROL})
    cut = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))), wanted)
    font = TTFont(io.BytesIO(cut.blob.data), lazy=True, recalcTimestamp=False)
    font.flavor = "woff"
    target = io.BytesIO()
    font.save(target, reorderTables=None)
    return target.getvalue()
