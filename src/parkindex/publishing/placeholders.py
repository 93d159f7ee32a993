"""What a page may write between ``{{`` and ``}}``.

======================================  ==============================================================
``{{ NAME }}`` ``{{ NAME | FORMAT }}``  a value (`parkindex.publishing.values`), formatted; formats may follow each
other ``{{ see NAME }}``                      the number of a figure or table, linked
``{{ cite SOURCE#PART }}``              a bracketed reference into the chapter of sources
``{{ figure NAME }} {{ table NAME }}``  a block of its own
``{{ cards }} {{ sources }}``           the cards of all units; the list of sources
======================================  ==============================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parkindex.publishing.draft import Placeholder, PlaceholderKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OPENING, CLOSING = "{{", "}}"
WRITTEN = re.compile(r"\{\{([^{}\n]*)\}\}")
FIRST_STAND_IN = 0xF0000  # supplementary private use area: no font, no keyboard has these
NAMED: dict[str, PlaceholderKind] = {"see": "see", "cite": "cite", "figure": "figure", "table": "table"}
WHOLE: dict[str, PlaceholderKind] = {"cards": "cards", "sources": "sources"}
BLOCKS: frozenset[PlaceholderKind] = frozenset({"figure", "table", "cards", "sources"})
VALUE = re.compile(r"[a-z][\w.+-]*")
FORMAT = re.compile(r"[a-z]\w*")
WORD_AND_NAME = re.compile(r"(?P<word>[a-z]+)\s+(?P<name>[\w][\w.#:-]*)")


def parse_placeholder(words: str) -> Placeholder | None:
    """Return the placeholder written as ``words`` (without the braces), or None where it has no known form."""
    words = words.strip()
    if words in WHOLE:
        return Placeholder(WHOLE[words])
    named = WORD_AND_NAME.fullmatch(words)
    if named:
        kind = NAMED.get(named["word"])
        return Placeholder(kind, named["name"]) if kind else None
    name, *formats = (part.strip() for part in words.split("|"))
    if not VALUE.fullmatch(name) or not all(FORMAT.fullmatch(each) for each in formats):
        return None
    return Placeholder("value", name, tuple(formats))


def hide(text: str) -> tuple[str, tuple[str, ...]]:
    """Put a stand-in character for every ``{{ … }}`` and return the text with what stood in the braces.

    A stand-in is a letter to Markdown, so that ``**{{ NAME }}**`` is bold wherever it stands.
    """
    hidden: list[str] = []

    def stand_in(match: re.Match[str]) -> str:
        hidden.append(match[1])
        return chr(FIRST_STAND_IN + len(hidden) - 1)

    return WRITTEN.sub(stand_in, text), tuple(hidden)


def split(text: str, hidden: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a hidden text: literal ones, and (True) what stood in the braces."""
    literal = ""
    for character in text:
        place = ord(character) - FIRST_STAND_IN
        if 0 <= place < len(hidden):
            if literal:
                yield literal, False
            yield hidden[place], True
            literal = ""
        else:
            literal += character
    if literal:
        yield literal, False


def restore(text: str, hidden: Sequence[str]) -> str:
    """Return a text as it was written, for code spans."""
    return "".join(f"{OPENING}{words}{CLOSING}" if inside else words for words, inside in split(text, hidden))
