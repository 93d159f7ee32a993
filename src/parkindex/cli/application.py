"""The table of contents of the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from parkindex.cli import commands

application = typer.Typer(
    name="parkindex",
    help="Evaluate industrial parks: from an edition folder to a checked, scored and published report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def _version(asked: bool) -> None:
    if asked:
        from parkindex import __version__

        typer.echo(f"parkindex {__version__}")
        raise typer.Exit


@application.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Evaluate industrial parks: from an edition folder to a checked, scored and published report."""


for command in commands.COMMANDS:
    application.command(name=command.__name__, rich_help_panel=None)(command)
