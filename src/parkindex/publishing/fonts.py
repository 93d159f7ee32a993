"""The packaged faces: which characters they have, and the part of a face that one document needs."""

from __future__ import annotations

import base64
import io
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import uharfbuzz

from parkindex.errors import Finding, PublishingError

if TYPE_CHECKING:
    from collections.abc import Iterable

Face = Literal["Regular", "Bold"]
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0…—–‘’“”·、。，：；？！（）《》【】％±×≈≤≥−→↑↓●▲■◆★☆")


def font_path(face: Face) -> Path:
    """Return the file of a packaged face; raises `PublishingError` where the package was not built."""
    path = Path(str(resources.files("parkindex") / "data" / "fonts" / f"NotoSansSC-{face}.ttf"))
    if not path.is_file():
        hint = "install the package again: its build makes the fonts"
        raise PublishingError(Finding("font.missing", str(path), "the packaged font is not there", hint))
    return path


@cache
def _face(face: Face) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(face))))


@cache
def covered(face: Face) -> frozenset[str]:
    """Return every character a face can show."""
    return frozenset(map(chr, _face(face).unicodes))


def missing(text: str) -> list[str]:
    """Return the characters of a text that the faces lack, each once; line breaks and marks of no width aside."""
    have = covered("Regular") & covered("Bold")
    return [
        character for character in dict.fromkeys(text) if character not in have and character not in "\n\t\u200b\u2060"
    ]


def web_font(face: Face, characters: Iterable[str]) -> bytes:
    """Return the face cut to ``characters`` (and what every page may show) as WOFF.

    Not WOFF2: its compression takes a second for a face and saves a fifth of it.
    """
    from fontTools.ttLib import TTFont

    request = uharfbuzz.SubsetInput()
    wanted = (ALWAYS | frozenset(characters)) & covered(face)
    request.sets(uharfbuzz.SubsetInputSets.UNICODE).update(map(ord, wanted))
    cut = uharfbuzz.subset(_face(face), request).blob.data
    font = TTFont(io.BytesIO(cut), recalcTimestamp=False)
    font.flavor = "woff"
    written = io.BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()


def web_font_address(face: Face, characters: Iterable[str]) -> str:
    """Return the cut face as a ``data:`` address for a style sheet."""
    return "data:font/woff;base64," + base64.b64encode(web_font(face, characters)).decode("ascii")
