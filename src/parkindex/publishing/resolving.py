"""Placeholders in the prose become text: values in the document's language, links to figures, tables and sources."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from parkindex.errors import Finding, ParkIndexError
from parkindex.publishing.document import Language, Run, Runs
from parkindex.publishing.inserts import nearest
from parkindex.publishing.typography import close_up
from parkindex.publishing.values import FAMILIES
from parkindex.publishing.values.value import UnknownValueError, Value, written
from parkindex.publishing.wording import numbered

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.publishing.draft import Page, Piece, Pieces, Placeholder
    from parkindex.publishing.inserts import Inserts

NOT_SHOWN = {"zh": "相应说明", "en": "the note in its place"}
"""What a reference says when its figure became a note."""


class Resolver:
    """Fills in the placeholders of one document and collects those it cannot fill."""

    def __init__(self, edition: Edition, language: Language, inserts: Inserts) -> None:
        """Know the edition, and the figures and tables that its pages show."""
        self.edition = edition
        self.language: Language = language
        self.inserts = inserts
        self._values: dict[str, Value] = {}
        self._findings: list[Finding] = []

    def runs(self, pieces: Pieces, page: Page) -> Runs:
        """Return pieces as runs of text; neighbours of the same style are one run."""
        filled = [self._run(piece, f"{page.path}:{piece.line}") for piece in pieces]
        closed = close_up([run.text for run in filled], self.language)
        found: list[Run] = []
        for text, each in zip(closed, filled, strict=True):
            run = replace(each, text=text)
            if found and is_reference(each) and not found[-1].target:
                found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
            if found and _style(found[-1]) == _style(run):
                run = Run(found.pop().text + run.text, run.strong, run.code, run.target)
            found.append(run)
        return tuple(run for run in found if run.text)

    def _run(self, piece: Piece, where: str) -> Run:
        content = piece.content
        if isinstance(content, str):
            return Run(content, piece.strong, piece.code, piece.target)
        if content.kind == "see":
            return self._see(content, piece, where)
        if content.kind == "cite":
            return self._cite(content, piece, where)
        return Run(self._value(content, where), piece.strong, target=piece.target)

    def _see(self, placeholder: Placeholder, piece: Piece, where: str) -> Run:
        shown = self.inserts.shown(placeholder.name)
        if shown is None:
            message = f"no figure or table called '{placeholder.name}' is shown in the report"
            self._say("page.unknown-reference", where, message, nearest(placeholder.name, self.inserts.names()))
            return Run("")
        (kind, name), number = shown
        if number is None:
            return Run(NOT_SHOWN[self.language], piece.strong)
        return Run(numbered(kind, number, self.language), piece.strong, target=f"#{kind}-{name}")

    def _cite(self, placeholder: Placeholder, piece: Piece, where: str) -> Run:
        found = self.inserts.references.cite(placeholder.name)
        if found is None:
            hint = nearest(placeholder.name, self.inserts.references.known())
            self._say("page.unknown-source", where, f"no source has the address '{placeholder.name}'", hint)
            return Run("")
        label, target = found
        return Run(label, piece.strong, target=target)

    def _value(self, placeholder: Placeholder, where: str) -> str:
        name = placeholder.name
        try:
            if name not in self._values:
                self._values[name] = look_up(self.edition, name)
        except UnknownValueError as unknown:
            self._say("prose.unknown-value", where, f"no value is called '{name}'", suggestion(name, unknown))
            return ""
        except ParkIndexError as error:
            for each in error.findings:
                self._say(each.code, where, f"'{name}' cannot be computed: {each.message}", each.hint or NEEDS)
            return ""
        except (ArithmeticError, LookupError, ValueError) as error:
            message = f"'{name}' cannot be computed from this evidence ({type(error).__name__}: {error})"
            self._say("prose.value-not-computable", where, message, NEEDS)
            return ""
        try:
            return written(self._values[name], self.language, placeholder.formats)
        except UnknownValueError as unknown:
            message = f"'{name}' ({self._values[name].kind}) has no format '{unknown.asked}'"
            self._say("prose.unknown-format", where, message, f"its formats are {', '.join(unknown.known)}")
            return ""

    def _say(self, code: str, where: str, message: str, hint: str = "") -> None:
        self._findings.append(Finding(code, where, message, hint))

    def taken(self, page: Page) -> list[Finding]:
        """Return the findings about one page."""
        return [finding for finding in self._findings if finding.where.startswith(f"{page.path}:")]


def look_up(edition: Edition, name: str) -> Value:
    """Return the value of a dotted name; `UnknownValueError` where there is none."""
    family, *names = name.split(".")
    if family not in FAMILIES:
        raise UnknownValueError(family, tuple(FAMILIES))
    return FAMILIES[family](edition, tuple(names))


NEEDS = "leave it out, or add the evidence it needs"
NOTHING_KNOWN = "shorten it, or leave it out; 'second', 'agreement' and 'shift' need a second_method in edition.yaml"


def suggestion(name: str, unknown: UnknownValueError) -> str:
    """Return a hint with whole names that come nearest to the one that was asked."""
    if unknown.asked in unknown.known:  # the word is right, but there is nothing of the kind under this method
        return NEEDS
    head = name[: len(name) - len(unknown.asked)] if unknown.asked and name.endswith(unknown.asked) else ""
    if not unknown.asked:
        head = f"{name}."
    elif not head:
        before, found, after = name.partition(unknown.asked)
        near = get_close_matches(unknown.asked, unknown.known, n=3, cutoff=0.5) if found else []
        if near:
            return f"did you mean {' or '.join(before + each + after for each in near)}?"
        head = before if found else ""
    near = get_close_matches(unknown.asked, unknown.known, n=3, cutoff=0.5)
    if near:
        return f"did you mean {' or '.join(head + each for each in near)}?"
    known = ", ".join(unknown.known[:20])
    return f"after '{head}' come {known}{' …' if len(unknown.known) > 20 else ''}" if known else NOTHING_KNOWN


def is_reference(run: Run) -> bool:
    """Tell whether a run is a bracketed reference, which stands close to the word before it."""
    return run.target.startswith("#source-") and run.text.startswith("[")


def _style(run: Run) -> tuple[bool, bool, str]:
    return run.strong, run.code, run.target
