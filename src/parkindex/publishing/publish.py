"""Publishing: compose each language once, check it, render it in every format, and write all files together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.errors import Finding, PublishingError, UsageError
from parkindex.publishing.document import Document, Language

if TYPE_CHECKING:
    from parkindex.edition import Edition

Renderer = Callable[[Document, Mapping[str, str]], bytes]
DATA = "data"
SCORES = "scores.json"


def _html(document: Document, svgs: Mapping[str, str]) -> bytes:
    from parkindex.publishing.html import render

    return render(document, svgs)


def _pdf(document: Document, svgs: Mapping[str, str]) -> bytes:
    from parkindex.publishing.pdf import render

    return render(document, svgs)


RENDERERS: Mapping[str, Renderer] = {"html": _html, "pdf": _pdf}


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
    from parkindex.publishing.writing import prepare_folder, write_files

    prepare_folder(folder, (*names, *([SCORES] if DATA in wanted else [])))
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


def file_name(language: str, format_name: str) -> str:
    """Return what a report's file is called."""
    return f"report.{language}.{format_name}"


def render_languages(edition: Edition, languages: Sequence[Language], formats: Sequence[str]) -> dict[str, bytes]:
    """Return every file by its name.

    All languages are composed and checked first, so that all findings come at once. The typesetting of one
    language runs beside the work on the next: typst does not hold the interpreter.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    prepared = prepare(edition, languages)
    files: dict[str, Future[bytes]] = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        for document, svgs in prepared:
            for name in sorted(formats, reverse=True):  # pdf first: it takes longest
                files[file_name(document.language, name)] = pool.submit(RENDERERS[name], document, svgs)
        done = {name: future.result() for name, future in files.items()}
    return {name: done[name] for name in sorted(done, key=_order(languages, formats))}


def prepare(edition: Edition, languages: Sequence[Language]) -> list[tuple[Document, dict[str, str]]]:
    """Compose each language and draw its charts; raises `PublishingError` with the findings of all of them."""
    from parkindex.charts.svg import render_many
    from parkindex.errors import has_errors
    from parkindex.publishing.characters import missing_glyphs
    from parkindex.publishing.compose import compose_with_findings

    findings: list[Finding] = []
    documents: list[Document] = []
    for language in languages:
        document, found = compose_with_findings(edition, language)
        documents.append(document)
        findings += found
    if has_errors(findings):
        raise PublishingError(findings)
    prepared: list[tuple[Document, dict[str, str]]] = []
    for document in documents:
        charts = document.figures()
        svgs = dict(zip((chart.name for chart in charts), render_many(charts), strict=True))
        prepared.append((document, svgs))
        findings += missing_glyphs(document, svgs)
    if has_errors(findings):
        raise PublishingError(findings)
    return prepared


def _order(languages: Sequence[str], formats: Sequence[str]) -> Callable[[str], int]:
    names = [file_name(language, name) for language in languages for name in formats]
    return names.index


def _choices(names: Sequence[str]) -> str:
    return f"there are {', '.join(names)}"
