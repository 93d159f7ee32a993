"""`parkindex methods`: what the engine can do, step by step."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from parkindex.cli.parameters import Json


def methods(
    step: Annotated[
        str | None, typer.Argument(metavar="STEP", help="One step of the handbook; all if left out.")
    ] = None,
    json: Json = False,
) -> None:
    """List the methods of every step with their parameters and what they do.

    Example: parkindex methods normalisation
    """
    from parkindex.cli.output import emit_json, emit_table
    from parkindex.engine.choices import METHODS
    from parkindex.errors import Finding, UsageError

    if step is not None and step not in METHODS:
        raise UsageError(Finding("usage.step", "", f"no such step: '{step}'", f"there are {', '.join(METHODS)}"))
    rows = [row(name, method) for name in METHODS if step in (None, name) for method in METHODS[name].items()]
    if json:
        emit_json(rows)
    else:
        emit_table(rows, ["step", "method", "parameters", "what it does"])


def row(step: str, method: tuple[str, Any]) -> dict[str, str]:
    """Return one method as a row: its parameters with their defaults, and the first line of its docstring."""
    from inspect import Parameter, getdoc, signature

    name, function = method
    parameters = [
        f"{parameter.name}={parameter.default!r}" if parameter.default is not Parameter.empty else parameter.name
        for parameter in signature(function).parameters.values()
        if parameter.kind is Parameter.KEYWORD_ONLY
    ]
    does = (getdoc(function) or "").split("\n\n")[0].replace("\n", " ")
    return {"step": step, "method": name, "parameters": ", ".join(parameters), "what it does": does}
