"""Reading ``STEP=METHOD`` settings of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from parkindex.engine.choices import BY_NODE, METHODS
from parkindex.engine.method import Method, Step
from parkindex.errors import Finding, UsageError

EXAMPLE = "for example --set aggregation=geometric, or --set weighting@index=entropy for one node"

_COMMA = re.compile(r",(?=\s*[\w-]*\s*(?:=|$))")
"""A comma before the next parameter; one inside a list or a table is followed by something else."""


def read_choices(settings: Iterable[str], base: Method | None = None) -> dict[str, Step]:
    """Return a `Step` for each ``STEP=METHOD`` or ``STEP=METHOD,PARAMETER=VALUE,…``.

    ``STEP@NODE=METHOD`` chooses for one node and keeps the rest of the step as it is in ``base``. Values are read as in
    methods.yaml; a list can also be joined by ``/`` (``at=95/87``). Raises `UsageError` with every setting that cannot
    be read; the engine itself checks methods and parameters.
    """
    found: dict[str, Step] = {}
    findings: list[Finding] = []
    for setting in settings:
        target, equals, choice = setting.partition("=")
        step, at, node = target.strip().partition("@")
        problem = _problem(setting, step, node, wanted=bool(equals and choice), at=bool(at))
        if problem:
            findings.append(problem)
            continue
        name, *parameters = _COMMA.split(choice)
        try:
            chosen = Step(name.strip(), dict(_parameter(step, name.strip(), parameter) for parameter in parameters))
        except ValueError as error:
            findings.append(Finding("usage.set", "", f"--set {setting}: {error}", EXAMPLE))
            continue
        before = found.get(step, (base or Method("")).step(step))
        found[step] = replace(before, nodes={**before.nodes, node: chosen}) if node else chosen
    if findings:
        raise UsageError(findings)
    return found


def _problem(setting: str, step: str, node: str, *, wanted: bool, at: bool) -> Finding | None:
    """Find what is wrong with what stands before the method's parameters."""
    if not wanted or step not in METHODS or (at and not node):
        near = get_close_matches(step, METHODS, n=1) if step not in METHODS else []
        hint = f"did you mean '{near[0]}'? " if near else ""
        message = f"--set takes STEP=METHOD with a step out of {', '.join(METHODS)} (got '{setting}')"
        return Finding("usage.set", "", message, hint + EXAMPLE)
    if node and step not in BY_NODE:
        message = f"--set {setting}: {step} takes one choice for all nodes"
        return Finding("usage.set", "", message, f"by node can be chosen: {', '.join(BY_NODE)}")
    return None


def _parameter(step: str, method: str, written: str) -> tuple[str, object]:
    from parkindex.framework.methods import as_written

    name, equals, value = written.partition("=")
    name = name.strip()
    if not equals or not name:
        raise ValueError(f"a parameter is written NAME=VALUE (got '{written}')")
    parts = value.split("/")
    read: object = tuple(map(_value, parts)) if len(parts) > 1 and not value.lstrip().startswith(("[", "{")) else None
    return name, as_written(step, method, {name: _value(value) if read is None else read})[name]


def _value(written: str) -> object:
    """Read a value as YAML reads it; what it cannot read stays text."""
    from parkindex.framework.reading import parse_yaml

    if not written.strip():
        return written
    located = parse_yaml(written, "--set")
    return written if located.has_errors else located.value
