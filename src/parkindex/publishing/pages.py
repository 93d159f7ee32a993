"""Pages: Markdown with placeholders, read into drafts whose every piece knows its line.

A page is plain: headings, paragraphs, lists without nesting, bold words, code spans, links, and quotes as notes
(``> !limit …`` for a limit of the evidence). Anything else is a finding, and so is a literal number in the prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from parkindex.errors import Finding
from parkindex.framework.files import read_text
from parkindex.publishing.draft import (
    Draft,
    DraftBullets,
    DraftHeading,
    DraftInsert,
    DraftNote,
    DraftProse,
    Page,
    Piece,
    Pieces,
    Placeholder,
)
from parkindex.publishing.literals import literal_numbers
from parkindex.publishing.placeholders import BLOCKS, FIRST_STAND_IN, OPENING, hide, parse_placeholder, restore, split
from parkindex.publishing.typography import joint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it.token import Token

    from parkindex.publishing.document import Language

LIMIT = "!limit"
PRIVATE = re.compile(f"[{chr(FIRST_STAND_IN)}-\U0010ffff]")
"""Characters without a meaning of their own, of which the reading of pages needs some for itself."""
FORMS = "{{ NAME }}, {{ NAME | FORMAT }}, {{ see NAME }}, {{ cite SOURCE#PART }}, {{ figure NAME }}, {{ table NAME }}"
PLAIN = "pages hold headings, paragraphs, flat lists, quotes, **bold**, `code`, links and placeholders"
UNSUPPORTED = {
    "fence": "a code block",
    "code_block": "an indented code block",
    "hr": "a rule",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "an image",
    "em_open": "italics",
    "hardbreak": "a forced line break",
}


def page_path(folder: Path, name: str, language: Language) -> Path:
    """Return where an edition keeps a page: ``pages/NAME.LANGUAGE.md``."""
    return folder / "pages" / f"{name}.{language}.md"


def read_page(folder: Path, name: str, language: Language) -> tuple[Page, list[Finding]]:
    """Read a page of the edition in ``folder``; a file that is missing or not UTF-8 is a finding and an empty page."""
    path = page_path(folder, name, language)
    shown = path.relative_to(folder).as_posix()
    if not path.exists():
        hint = f"write the page, or take '{name}' out of 'pages' in edition.yaml"
        return Page(name, language, shown, ()), [Finding("page.missing", shown, "the page does not exist", hint)]
    text, findings = read_text(path, shown)
    if text is None:
        return Page(name, language, shown, ()), findings
    return parse_page(text, name, language, shown)


def parse_page(text: str, name: str, language: Language, path: str) -> tuple[Page, list[Finding]]:
    """Parse the Markdown of a page; findings name ``path`` and the line."""
    from markdown_it import MarkdownIt

    shown, hidden = hide(PRIVATE.sub("", text))
    reader = _Reader(language, path, hidden)
    for match in PRIVATE.finditer(text):
        line, hint = text.count("\n", 0, match.start()) + 1, "remove the character: no font has it"
        reader.say("page.private-character", line, f"holds a private character (U+{ord(match[0]):04X})", hint)
    drafts = tuple(reader.drafts(MarkdownIt("commonmark", {"html": False}).parse(shown)))
    if not drafts or not isinstance(drafts[0], DraftHeading) or drafts[0].level != 1:
        hint = "write '# Title' in the first line; the title opens the part"
        reader.findings.append(Finding("page.title", f"{path}:1", "a page opens with a heading of level 1", hint))
    for draft in drafts[1:]:
        if isinstance(draft, DraftHeading) and draft.level == 1:
            reader.say(
                "page.title", draft.line, "a second heading of level 1", "one part a page; sections open with ##"
            )
    ordered = sorted(reader.findings, key=lambda finding: int(finding.where.rsplit(":", 1)[1]))
    return Page(name, language, path, drafts), ordered


@dataclass
class _Reader:
    """Walks the tokens of one page and collects what is wrong with them."""

    language: Language
    path: str
    hidden: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)

    def say(self, code: str, line: int, message: str, hint: str = "") -> None:
        self.findings.append(Finding(code, f"{self.path}:{line}", message, hint))

    def drafts(self, tokens: list[Token]) -> Iterator[Draft]:
        """Yield the blocks of the page in order."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = _closing(tokens, position)
            line = token.map[0] + 1 if token.map else 1
            inside = tokens[position + 1 : end]
            if token.type == "heading_open":
                yield DraftHeading(int(token.tag[1:]), self.pieces(inside[0]), line)
            elif token.type == "paragraph_open":
                yield from self.paragraph(inside[0], line)
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield DraftBullets(tuple(self.items(inside)), token.type.startswith("ordered"), line)
            elif token.type == "blockquote_open":
                yield from self.notes(inside)
            else:
                self.refuse(token.type, line)
            position = end + 1

    def refuse(self, kind: str, line: int) -> None:
        self.say("page.unsupported", line, f"a page cannot hold {UNSUPPORTED.get(kind, kind)}", PLAIN)

    def paragraph(self, inline: Token, line: int) -> Iterator[Draft]:
        """Yield a paragraph, or the blocks that its placeholders name where it holds nothing else."""
        pieces = self.pieces(inline)
        blocks = [piece for piece in pieces if isinstance(piece.content, Placeholder) and piece.content.kind in BLOCKS]
        words = [piece for piece in pieces if piece not in blocks and not _blank(piece)]
        if not blocks:
            yield DraftProse(pieces, line)
        elif words:
            hint = "leave an empty line before and after it; inside a sentence write {{ see NAME }}"
            self.say("page.block-in-prose", blocks[0].line, "a figure, table or list stands inside a sentence", hint)
        else:
            for piece in blocks:
                if isinstance(piece.content, Placeholder):
                    yield DraftInsert(piece.content, piece.line)

    def items(self, tokens: list[Token]) -> Iterator[Pieces]:
        """Yield the items of a list: one paragraph each."""
        for position, token in enumerate(tokens):
            if token.type == "inline":
                pieces = self.pieces(token)
                for piece in pieces:
                    if isinstance(piece.content, Placeholder) and piece.content.kind in BLOCKS:
                        self.say("page.block-in-prose", piece.line, "a figure or table stands inside a list")
                yield pieces
            elif token.type in ("bullet_list_open", "ordered_list_open") and token.map:
                self.say("page.unsupported", token.map[0] + 1, "a page cannot hold a list within a list", PLAIN)
            elif token.type in ("fence", "blockquote_open") and token.map:
                self.refuse(token.type, token.map[0] + 1)
            elif token.type == "paragraph_open" and position and tokens[position - 1].type == "paragraph_close":
                line = token.map[0] + 1 if token.map else 1
                self.say("page.unsupported", line, "a page cannot hold a list item of several paragraphs", PLAIN)

    def notes(self, tokens: list[Token]) -> Iterator[Draft]:
        """Yield each paragraph of a quote as a note."""
        for draft in self.drafts(tokens):
            if not isinstance(draft, DraftProse):
                self.say("page.unsupported", draft.line, "a note holds paragraphs only", PLAIN)
                continue
            first = draft.pieces[0]
            if isinstance(first.content, str) and first.content.startswith(LIMIT):
                rest = replace(first, content=first.content.removeprefix(LIMIT).lstrip())
                yield DraftNote((rest, *draft.pieces[1:]), "limit", draft.line)
            else:
                yield DraftNote(draft.pieces, "remark", draft.line)

    def pieces(self, inline: Token) -> Pieces:
        """Return the pieces of an inline token; a line break joins as the script asks."""
        line = inline.map[0] + 1 if inline.map else 1
        strong, target = False, ""
        found: list[Piece] = []
        children = inline.children or []
        for position, token in enumerate(children):
            if token.type == "softbreak":
                line += 1
                before = children[position - 1].content if position else ""
                after = children[position + 1].content if position + 1 < len(children) else ""
                found.append(Piece(joint(before, after, self.language), line, strong=strong, target=target))
            elif token.type in ("strong_open", "strong_close"):
                strong = token.type == "strong_open"
            elif token.type == "link_open":
                target = str(token.attrs.get("href", ""))
            elif token.type == "link_close":
                target = ""
            elif token.type != "em_close":
                found += self.piece(token, line, strong=strong, target=target)
        return tuple(found)

    def piece(self, token: Token, line: int, *, strong: bool, target: str) -> list[Piece]:
        """Return the pieces of one leaf token, none where it has no place in a page."""
        if token.type == "text":
            found = (self.words(*part, line) for part in split(token.content, self.hidden))
            return [Piece(words, line, strong=strong, target=target) for words in found if words is not None]
        if token.type == "code_inline":
            content = restore(token.content, self.hidden)
            return [Piece(content, line, strong=strong, code=True, target=target)]
        self.refuse(token.type, line)
        return []

    def words(self, text: str, inside: bool, line: int) -> str | Placeholder | None:  # noqa: FBT001 - a pair of `split`
        """Return literal text after checking it, or the placeholder written in the braces."""
        if not inside:
            self.check_text(text, line)
            return text
        placeholder = parse_placeholder(text)
        if placeholder is None:
            hint = f"the forms are {FORMS}, {{{{ cards }}}}, {{{{ sources }}}}"
            self.say("prose.placeholder", line, f"'{{{{{text}}}}}' is not a placeholder", hint)
        return placeholder

    def check_text(self, text: str, line: int) -> None:
        """Find what text should not hold: numbers written out by hand, and marks that Markdown left standing."""
        for literal in literal_numbers(text, self.language):
            hint = "write it as a value, {{ NAME }}; where it is no result, as `code` or in other words"
            self.say("prose.literal-number", line, f"the prose holds the literal number '{literal}'", hint)
        if OPENING in text:
            self.say("prose.placeholder", line, "'{{' is not closed by '}}' in the same line", f"the forms are {FORMS}")
        if "**" in text:
            hint = "Markdown needs a letter, not a punctuation mark, at the inner side of ** next to a letter"
            self.say("page.stray-mark", line, "'**' opens or closes no bold words", hint)


def _closing(tokens: list[Token], opening: int) -> int:
    """Return the position of the token that closes ``tokens[opening]``; its own where it opens nothing."""
    depth = 0
    for position in range(opening, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return opening


def _blank(piece: Piece) -> bool:
    return isinstance(piece.content, str) and not piece.content.strip()
