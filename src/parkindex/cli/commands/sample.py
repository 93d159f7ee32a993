"""`parkindex sample`: a synthetic edition to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def sample(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder to write; it must not exist or be empty.")],
    units: Annotated[int, typer.Option("--units", metavar="N", min=1, help="How many units.")] = 22,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Same seed, same bytes.")] = 1,
) -> None:
    """Write a synthetic edition: same framework, raw answers for every question, marked synthetic everywhere.

    Example: parkindex sample sample-parks --units 40 --seed 7
    """
    from parkindex.cli.output import say
    from parkindex.cli.progress import progress
    from parkindex.sample import write_sample

    with progress("Writing the sample"):
        write_sample(path, units=units, seed=seed)
    say(f"a synthetic edition of {units} units; publish it with: parkindex publish {path}")
    typer.echo(str(path))
