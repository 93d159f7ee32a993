"""`parkindex methods`: what the engine can do, step by step."""

from __future__ import annotations

from collections.abc import Mapping
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
        raise UsageError(Finding("usage.step", "", f"no such step: '{step}'", steps_like(step)))
    rows = [row(name, method) for name in METHODS if step in (None, name) for method in METHODS[name].items()]
    if json:
        emit_json(rows)
    elif step is None:
        emit_table(
            [{**one, "parameters": ", ".join(written(each) for each in one["parameters"])} for one in rows], HEADS
        )
    else:
        emit_table([line for one in rows for line in lines(one)], [*HEADS[1:3], "allowed", HEADS[3]])


HEADS = ["step", "method", "parameters", "what it does"]


def steps_like(step: str) -> str:
    """Return the hint for a step that is not there."""
    from difflib import get_close_matches

    from parkindex.engine.choices import METHODS

    near = get_close_matches(step, METHODS, n=1)
    return (f"did you mean '{near[0]}'? " if near else "") + f"there are {', '.join(METHODS)}"


def row(step: str, method: tuple[str, Any]) -> dict[str, Any]:
    """Return one method: its parameters with what they allow and their defaults, and what it does in a sentence."""
    from inspect import getdoc

    from parkindex.engine.parameters import parameters

    name, function = method
    stated = [
        {"name": one.name, "allowed": one.allowed, "required": one.required}
        | ({} if one.required else {"default": one.default})
        for one in parameters(function)
    ]
    does = (getdoc(function) or "").split("\n\n")[0].replace("\n", " ").replace("`", "")
    does = does.replace("Raises MethodError for", "Refuses").replace("Raises MethodError where", "Refused where")
    return {"step": step, "method": name, "parameters": stated, "what it does": does}


def written(parameter: dict[str, Any]) -> str:
    """Return a parameter with its default as methods.yaml would say it."""
    return parameter["name"] if parameter["required"] else f"{parameter['name']}: {as_yaml(parameter['default'])}"


def as_yaml(value: Any) -> str:
    """Return a value as it would be written in methods.yaml."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {as_yaml(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(as_yaml, value))}]"
    named = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return named[value]
    return f"{value:.12g}" if isinstance(value, int | float) else str(value)


def lines(one: dict[str, Any]) -> list[dict[str, str]]:
    """Return a method as lines of a table: itself, and below it a line for each further parameter."""
    first = {"method": one["method"], "what it does": one["what it does"]}
    told = [{"parameters": written(each), "allowed": each["allowed"]} for each in one["parameters"]] or [{}]
    blank = dict.fromkeys(("method", "parameters", "allowed", "what it does"), "")
    return [{**blank, **(first if not k else {}), **each} for k, each in enumerate(told)]
