"""Publishing: compose each language once, check it, render it in every format, and write all files together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import EditionError, Finding, MethodError, PublishingError, UsageError
from parkindex.publishing.document import Document, Language
from parkindex.publishing.drawing import Drawers

if TYPE_CHECKING:
    from parkindex.edition import Edition

Renderer = Callable[[Document, Mapping[str, str]], bytes]
DATA = "data"
SCORES = "scores.json"


def _html(document: Document, svgs: Mapping[str, str]) -> bytes:
    from parkindex.publishing.html import render

    return render(document, svgs)


def _pdf(document: Document, svgs: Mapping[str, str]) -> bytes:
    from parkindex.publishing.apart import typeset_apart
    from parkindex.publishing.pdf import render

    return render(document, svgs, typesetter=typeset_apart)


RENDERERS: Mapping[str, Renderer] = {"html": _html, "pdf": _pdf}
BESIDE = frozenset({"pdf"})
"""Formats whose renderer waits for another process: they are made beside the rest."""


def publish(
    edition: Edition,
    *,
    languages: Sequence[Language] | None = None,
    formats: Sequence[str] | None = None,
    out: Path | None = None,
) -> tuple[Path, ...]:
    """Write the report of an edition: ``report.LANGUAGE.FORMAT``, and ``scores.json`` (``data``); return the paths.

    Everything is the edition's where it is left out: its languages, all formats, its folder ``build``. All files
    appear together, or none does. Raises `PublishingError` for pages, figures, characters or folders that do not
    allow it, and `UsageError` for a language or format that there is not.
    """
    spoken = tuple(dict.fromkeys(languages or edition.about.languages))
    wanted = tuple(dict.fromkeys(formats or (*RENDERERS, DATA)))
    check_choice(edition, spoken, wanted)
    folder = Path(out) if out is not None else edition.path / "build"
    rendered = tuple(name for name in wanted if name in RENDERERS)
    names = [file_name(language, name) for language in spoken for name in rendered]
    from parkindex.publishing.writing import prepared_folder, write_files

    with prepared_folder(folder, (*names, *([SCORES] if DATA in wanted else []))):
        files = render_languages(edition, spoken, rendered) if rendered else {}
        if DATA in wanted:
            from parkindex.publishing.data import render_scores

            files[SCORES] = render_scores(edition)
        return write_files(files, folder)


def check_choice(edition: Edition, languages: Sequence[str], formats: Sequence[str]) -> None:
    """Raise `UsageError` for languages that the edition does not have and formats that nothing writes."""
    found = [
        Finding("usage.language", "", f"the edition has no language '{language}'", _choices(edition.about.languages))
        for language in languages
        if language not in edition.about.languages
    ]
    found += [
        Finding("usage.format", "", f"no format is called '{name}'", _choices((*RENDERERS, DATA)))
        for name in formats
        if name not in (*RENDERERS, DATA)
    ]
    if found:
        raise UsageError(found)


def file_name(language: str, format_name: str, name: str = "report") -> str:
    """Return what a file is called."""
    return f"{name}.{language}.{format_name}"


def render_languages(edition: Edition, languages: Sequence[Language], formats: Sequence[str]) -> dict[str, bytes]:
    """Return every file of the report by its name; all languages are composed first, so that all findings come at once.

    Raises `PublishingError` with the findings of all languages.
    """
    with Drawers() as drawers:
        documents = compose_all(edition, languages, composed=drawers.begin)
        return _rendered(documents, formats, edition.path, drawers, "report")


def render_documents(
    documents: Sequence[Document], formats: Sequence[str], path: Path, *, name: str = "report"
) -> dict[str, bytes]:
    """Return every file by its name, language by language: ``NAME.LANGUAGE.FORMAT``.

    ``path`` is where findings about characters look for the words. Raises `PublishingError` for characters that the
    faces lack, and for what a renderer refuses.
    """
    with Drawers() as drawers:
        for document in documents:
            drawers.begin(document)
        return _rendered(documents, formats, path, drawers, name)


def _rendered(
    documents: Sequence[Document], formats: Sequence[str], path: Path, drawers: Drawers, name: str
) -> dict[str, bytes]:
    """Render each document as soon as it is drawn; languages are typeset beside each other and beside the drawing."""
    from parkindex.errors import has_errors
    from parkindex.publishing.characters import missing_glyphs

    made: dict[str, Future[bytes]] = {}
    here: dict[str, bytes] = {}
    findings: list[Finding] = []
    if "html" in formats:
        from parkindex.publishing.html import prepare

        prepare()
    with ThreadPoolExecutor(max_workers=2) as typesetter:
        for document in documents:
            svgs = drawers.drawn(document)
            findings += missing_glyphs(document, svgs, path)
            if has_errors(findings):
                continue
            called = {kind: file_name(document.language, kind, name) for kind in formats}
            made |= {
                called[kind]: typesetter.submit(RENDERERS[kind], document, svgs) for kind in called if kind in BESIDE
            }
            here |= {called[kind]: RENDERERS[kind](document, svgs) for kind in called if kind not in BESIDE}
        if has_errors(findings):
            raise PublishingError(findings)
        files = here | {called: future.result() for called, future in made.items()}
    names = (file_name(document.language, kind, name) for document in documents for kind in formats)
    return {called: files[called] for called in names}


def compose_all(
    edition: Edition, languages: Sequence[Language], *, composed: Callable[[Document], object] | None = None
) -> list[Document]:
    """Compose each language; raises `PublishingError` with the findings of all of them.

    Where a method fails, `MethodError` says so once, rather than every number and figure that would come from it;
    `EditionError` has what is wrong with the claims.
    ``composed`` is told each document without errors at once, while the next is still to be composed.
    """
    from parkindex.errors import has_errors
    from parkindex.publishing.compose import compose_with_findings

    about = edition.about
    if has_errors(edition.findings_of_claims):
        raise EditionError(edition.findings_of_claims)
    failures = edition.failures(*filter(None, (about.method, about.second_method)))
    if failures:
        raise MethodError(failures)
    documents: list[Document] = []
    findings: list[Finding] = []
    for language in languages:
        document, found = compose_with_findings(edition, language)
        documents.append(document)
        findings += found
        if composed is not None and not has_errors(findings):
            composed(document)
    if has_errors(findings):
        raise PublishingError(findings)
    return documents


def _choices(names: Sequence[str]) -> str:
    return f"there are {', '.join(names)}"
