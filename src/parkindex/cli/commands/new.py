"""`parkindex new`: the start of an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder to write; it must not exist or be empty.")],
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="EDITION", help="Take framework, methods, places and pages of this edition."),
    ] = None,
) -> None:
    """Start an edition: a small complete one to edit, or another one's framework without its evidence.

    Example: parkindex new editions/parks-2027 --from editions/blockchain-parks-2019
    """
    from parkindex.cli.output import say
    from parkindex.edition import open_edition
    from parkindex.sample import new_edition

    new_edition(path, source=None if source is None else open_edition(source))
    say(f"check it with: parkindex check {path}")
    typer.echo(str(path))
