"""The report as PDF: A4 landscape, PDF/A-2b, tagged, the same bytes for the same document.

The templates are fixed; the document reaches them as one JSON text, so that no word of an edition is ever read as
markup. Only the packaged faces are used.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parkindex.charts.fonts import folder
from parkindex.errors import Finding, PublishingError
from parkindex.publishing.document import (
    Block,
    Bullets,
    Cards,
    Document,
    Figure,
    Heading,
    Note,
    Prose,
    SourceList,
    Table,
)
from parkindex.publishing.typesetting import document_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import typst

    Typesetter = Callable[[str, datetime, str], bytes]

STANDARD: Literal["a-2b"] = "a-2b"
MAIN = "report.typ"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
REMEMBERED = 10
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def render(document: Document, svgs: Mapping[str, str], *, typesetter: Typesetter | None = None) -> bytes:
    """Return the document as PDF/A-2b; ``svgs`` holds the drawing of each chart by its name.

    ``typesetter`` runs in the place of `typeset`, for setting in a process of its own (`parkindex.publishing.apart`).

    Raises `PublishingError` with every drawing that is missing, every link that leads nowhere and every anchor given
    twice; and with whatever the typesetter refuses or warns of: a warning means that a page is not as it was meant.
    """
    problems = [*missing_drawings(document, svgs), *wrong_anchors(document)]
    if problems:
        raise PublishingError(problems)
    record = document_record(document, svgs)
    words = json.dumps(record, ensure_ascii=False, allow_nan=False)
    created = moment(document.date)
    if typesetter is not None:
        return typesetter(words, created, document.language)
    try:
        return typeset(words, created, document.language)
    finally:
        forget()


def typeset(record: str, created: datetime, language: str) -> bytes:
    """Run the typesetter over one record; ``created`` becomes the date of the file."""
    import typst

    templates = Path(str(resources.files("parkindex.publishing") / "templates"))
    compiler = typst.Compiler(
        str(templates / MAIN),
        root=str(templates),
        font_paths=faces(),
        ignore_system_fonts=True,
        sys_inputs={"document": record},
    )
    try:
        content, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=[STANDARD], timestamp=int(created.timestamp())
        )
    except typst.TypstError as error:
        raise PublishingError(refusal(error, language)) from None
    if warnings:
        raise PublishingError(refusal(warning, language) for warning in warnings)
    if not isinstance(content, bytes):
        raise PublishingError(Finding("pdf.typesetting", f"report.{language}.pdf", "the typesetter returned no file"))
    return content


def forget() -> None:
    """Have the typesetter let go of what it remembers of a document.

    It keeps the work of the last `REMEMBERED` documents at hand, which for a report is over a hundred megabytes.
    """
    import typst

    for _ in range(REMEMBERED + 1):
        typst.Compiler(b" ", font_paths=faces(), ignore_system_fonts=True).compile(format="svg")


@cache
def faces() -> typst.Fonts:
    """Return the packaged faces and no others."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder()])


def refusal(problem: typst.TypstError | typst.TypstWarning, language: str) -> Finding:
    """Return what the typesetter says as a finding."""
    hint = "; ".join(problem.hints)
    return Finding("pdf.typesetting", f"report.{language}.pdf", f"the pages cannot be set: {problem.message}", hint)


def missing_drawings(document: Document, svgs: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each chart without a drawing."""
    for chart in document.figures():
        if chart.name not in svgs:
            where = f"report.{document.language}.pdf, figure '{chart.name}'"
            yield Finding("pdf.drawing-missing", where, "there is no drawing of this chart; expected its SVG")


def wrong_anchors(document: Document) -> Iterator[Finding]:
    """Yield a finding for each anchor given twice and for each link to an anchor that nothing carries."""
    where = f"report.{document.language}.pdf"
    known: set[str] = set()
    for anchor in anchors(document):
        if anchor in known:
            yield Finding("pdf.anchor-twice", where, f"two places are called '{anchor}'; expected one")
        known.add(anchor)
    for target in dict.fromkeys(targets(document.blocks)):
        if target.startswith("#") and target[1:] not in known:
            yield Finding("pdf.link-broken", where, f"a link leads to '{target}', and nothing is called that")


def anchors(document: Document) -> Iterator[str]:
    """Yield every anchor that a link of the document may point to."""
    for block in document.blocks:
        match block:
            case Heading():
                yield block.anchor
            case Table():
                yield f"table-{block.name}"
            case Figure():
                yield f"figure-{block.chart.name}"
            case Cards():
                yield from (f"card-{card.code}" for card in block.cards)
            case SourceList():
                yield from (entry.anchor for entry in block.entries)
            case _:
                pass


def targets(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what the links of the document point to."""
    for block in blocks:
        match block:
            case Prose(runs) | Note(runs):
                yield from (run.target for run in runs if run.target)
            case Bullets(items):
                yield from (run.target for item in items for run in item if run.target)
            case _:
                pass


def moment(date: str) -> datetime:
    """Return the date in a text (``2019年5月``, ``2019-05-31``, ``31 May 2019``) at midnight UTC; missing parts are 1.

    It becomes the date of the file, so that the same document gives the same bytes whenever it is set.
    """
    year = re.search(r"\d{4}", date)
    if not year:
        return UNDATED
    rest = date[: year.start()] + " " + date[year.end() :]
    named = re.search(rf"(?i)\b({'|'.join(MONTHS)})", rest)
    numbers = [int(number) for number in re.findall(r"\d+", rest)]
    month = MONTHS.index(named[1].lower()) + 1 if named else (numbers.pop(0) if numbers else 1)
    day = numbers[0] if numbers else 1
    try:
        return datetime(int(year[0]), month, day, tzinfo=UTC)
    except ValueError:
        return datetime(int(year[0]), 1, 1, tzinfo=UTC)
