"""Arguments and options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

LanguageName = Literal["zh", "en"]

EditionPath = Annotated[Path, typer.Argument(metavar="EDITION", help="Folder of the edition.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Write JSON in full precision.")]
Csv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]
InLanguage = Annotated[LanguageName, typer.Option("--language", help="Language of the names.")]
MethodName = Annotated[
    str | None,
    typer.Option("--method", metavar="NAME", help="A method of methods.yaml; the edition's default if left out."),
]
