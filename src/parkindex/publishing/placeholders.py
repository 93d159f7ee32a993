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

from markdown_it import MarkdownIt

from parkindex.publishing.draft import Placeholder, PlaceholderKind

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

OPENING, CLOSING = "{{", "}}"
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


def placeholder_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature markdown-it calls
    """Read ``{{ … }}`` as one token, so that nothing inside it is taken for Markdown."""
    if not state.src.startswith(OPENING, state.pos):
        return False
    end = state.src.find(CLOSING, state.pos)
    words = state.src[state.pos + len(OPENING) : end]
    if end < 0 or "\n" in words:
        return False
    if not silent:
        state.push("placeholder", "", 0).content = words
    state.pos = end + len(CLOSING)
    return True


def markdown() -> MarkdownIt:
    """Return the reader of pages: CommonMark with placeholders, without HTML."""
    reader = MarkdownIt("commonmark", {"html": False})
    reader.inline.ruler.before("escape", "placeholder", placeholder_rule)
    return reader
