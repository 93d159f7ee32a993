"""Where a character of the report was typed: the lines of an edition's files that hold it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from parkindex.publishing.document import Language

PLACES = ("*.yaml", "*.csv", "evidence/*.yaml", "evidence/*.csv", "pages/*.{language}.md")
"""The files of an edition whose words the report of a language may show."""


def origins(folder: Path, language: Language, characters: Collection[str]) -> dict[str, str]:
    """Return the characters found at each address: ``pages/summary.zh.md:7``, ``units.csv:3 column 'name_zh'``."""
    found: dict[str, str] = {}
    for path in (path for places in PLACES for path in sorted(folder.glob(places.format(language=language)))):
        name = path.relative_to(folder).as_posix()
        text = path.read_text(encoding="utf-8", errors="replace")
        if any(character in text for character in characters):
            stretches = _cells(text) if path.suffix == ".csv" else _lines(text)
            for place, words in stretches:
                held = "".join(character for character in characters if character in words)
                if held:
                    found[f"{name}:{place}"] = held
    return found


def _lines(text: str) -> Iterator[tuple[str, str]]:
    yield from ((str(number), line) for number, line in enumerate(text.split("\n"), start=1))


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Yield every cell of a table with the line where its row begins, and its column."""
    reader = csv.reader(text.splitlines(keepends=True))
    header = next(reader, [])
    begins = reader.line_num + 1
    for row in reader:
        yield from ((f"{begins} column '{column}'", cell) for column, cell in zip(header, row, strict=False))
        begins = reader.line_num + 1
