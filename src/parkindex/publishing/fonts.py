"""The packaged faces in a page: cut to its characters and carried inside its style sheet."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from parkindex.charts.fonts import Face, families, folder, web_font

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from parkindex.publishing.document import Language

WEIGHTS: dict[Face, int] = {"Regular": 400, "Bold": 700}


def font_path(face: Face) -> Path:
    """Return the file of a packaged face; raises `PublishingError` where the package was built without it."""
    return folder() / f"NotoSansSC-{face}.ttf"


def font_faces(language: Language, regular: Iterable[str], bold: Iterable[str]) -> str:
    """Return the ``@font-face`` rules of every family of a language, each with just the characters that are shown."""
    shown: dict[Face, str] = {"Regular": "".join(sorted(set(regular))), "Bold": "".join(sorted(set(bold)))}
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {WEIGHTS[face]}; '
        f'src: url({address(web_font(text, face, family))}) format("woff"); }}'
        for family in families(language)
        for face, text in shown.items()
    )


def font_stack(language: Language) -> str:
    """Return the families of a language as a style sheet names them."""
    return ", ".join([*(f'"{family}"' for family in families(language)), "sans-serif"])


def address(font: bytes) -> str:
    """Return a font as a ``data:`` address."""
    return "data:font/woff;base64," + base64.b64encode(font).decode("ascii")
