"""`parkindex publish`: the whole report, in every language and format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from parkindex.cli.parameters import EditionPath

if TYPE_CHECKING:
    from parkindex.framework.text import Language

Formats = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="FORMAT", help="html, pdf or data; may be given several times; all if left out."),
]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="zh|en", help="May be given twice; the edition's if left out.")
]
Folder = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to write; EDITION/build if left out.")]


def publish(edition: EditionPath, to: Formats = None, language: Languages = None, out: Folder = None) -> None:
    """Publish an edition as HTML and PDF with its scores, and print where the files lie.

    Example: parkindex publish editions/blockchain-parks-2019 --to pdf --language en
    """
    from parkindex.cli.output import say
    from parkindex.cli.progress import progress
    from parkindex.edition import open_edition
    from parkindex.publishing.publish import publish as publish_edition

    with progress("Publishing"):
        spoken = cast("list[Language] | None", language)  # the library says which there are when one is unknown
        paths = publish_edition(open_edition(edition), languages=spoken, formats=to, out=out)
    say(f"{len(paths)} file{'' if len(paths) == 1 else 's'} written:")
    for path in paths:
        typer.echo(str(path))
