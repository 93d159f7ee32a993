"""methods.yaml into the engine's methods, each with its title and the reason for every step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import ConfigDict, Field, RootModel, create_model

from parkindex.engine.method import METHODS, Method, Step, check_method
from parkindex.engine.parameters import mark_of, parameters
from parkindex.errors import Finding, has_errors
from parkindex.framework.assumptions import WrittenAssumption
from parkindex.framework.fractions import with_fractions
from parkindex.framework.reading import Located, read_yaml, validate
from parkindex.framework.text import Code, Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.engine.structure import Structure


class NodeStep(Strict):
    """The choice for a single node; any other key is a parameter."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)

    method: str
    because: Text | None = None


class StepText(Strict):
    """The choice for a step, and why; any other key is a parameter of the engine's function."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)

    method: str
    because: Text
    nodes: dict[str, NodeStep] = Field(default_factory=dict)


class MethodText(Strict):
    """A method as written: its title, why it is used, and a choice for each step that differs from the default.

    ``across`` names the steps that look at all years of a panel together; ``assumptions`` say what is uncertain.
    """

    title: Text
    because: Text
    decimals: Annotated[int, Field(ge=0, le=12)] | None = None
    across: tuple[Literal["treatment", "normalisation"], ...] = ()
    assumptions: tuple[WrittenAssumption, ...] = ()


_steps: dict[str, Any] = dict.fromkeys(METHODS, (StepText | None, None))
WrittenMethod: type[MethodText] = create_model("WrittenMethod", __base__=MethodText, **_steps)
"""`MethodText` with a key for every step of the engine."""


class Methods(RootModel[Annotated[dict[Code, WrittenMethod], Field(min_length=1)]]):
    """methods.yaml."""


@dataclass(frozen=True)
class NamedMethod:
    """A method with its words.

    ``because_steps`` gives the reason of every step that is stated, and of ``STEP NODE`` where a node has its own.

    ``addresses`` holds where each step is written (``methods.yaml:41``), under an empty name the method itself, and
    under ``assumptions 0`` and so on each of the ``assumptions``, which say what is uncertain, as written.
    """

    method: Method
    title: Text
    because: Text
    because_steps: Mapping[str, Text]
    addresses: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    assumptions: tuple[WrittenAssumption, ...] = ()

    @property
    def name(self) -> str:
        """The method's name, as in ``--method``."""
        return self.method.name

    def located(self, finding: Finding) -> Finding:
        """Return a finding of the engine, met while the method was applied, at the line where its step is written."""
        met = finding.where.removeprefix(f"{self.name}: ")
        step = next((step for step in METHODS if met.startswith(step)), "")
        node = next(iter(_NODE.findall(met)), "")
        where = self.addresses.get(f"{step} {node}") or self.addresses.get(step) or self.addresses.get("") or step
        of_node, _, detail = met.removeprefix(step).partition(": ")
        said = ": ".join(dict.fromkeys(part for part in (self.name, step + of_node, detail) if part))
        return replace(finding, where=where, message=f"{said}: {finding.message}", hint=finding.hint or see(step))


def read_methods(
    path: Path, structure: Structure | None = None, *, name: str | None = None
) -> tuple[Mapping[str, NamedMethod] | None, list[Finding]]:
    """Read the named methods in their order; None where there is an error.

    With a structure the choices for single nodes are checked against its codes.
    """
    located = read_yaml(path, name=name)
    methods, findings = validate(located, Methods)
    if methods is None:
        return None, findings
    named = {name: _named(name, written, located) for name, written in methods.root.items()}
    for method in named.values():
        met = check_method(method.method, structure)
        met += [] if structure is None else check_keys(method.method, structure)
        findings += [_at_line(finding, located) for finding in met]
    return None if has_errors(findings) else named, findings


def see(step: str) -> str:
    """Return the hint that leads to what the methods of a step ask for."""
    return f"`parkindex methods {step}` shows what each asks for" if step in METHODS else ""


def _named(name: str, written: MethodText, located: Located) -> NamedMethod:
    stated: dict[str, StepText] = {step: choice for step in METHODS if (choice := getattr(written, step)) is not None}
    steps: dict[str, Any] = {step: _step(step, choice) for step, choice in stated.items()}
    method = Method(name, decimals=written.decimals, across=written.across, **steps)
    because = {step: choice.because for step, choice in stated.items()}
    for step, choice in stated.items():
        because |= {f"{step} {code}": other.because for code, other in choice.nodes.items() if other.because}
    addresses = {"": located.where((name,)), **{step: located.where((name, step)) for step in stated}}
    for step, choice in stated.items():
        addresses |= {f"{step} {code}": located.where((name, step, "nodes", code)) for code in choice.nodes}
    for k in range(len(written.assumptions)):
        addresses[f"assumptions {k}"] = located.where((name, "assumptions", k))
    return NamedMethod(method, written.title, written.because, because, addresses, written.assumptions)


def _step(step: str, choice: StepText) -> Step:
    nodes = {code: Step(other.method, _parameters(step, other)) for code, other in choice.nodes.items()}
    return Step(choice.method, _parameters(step, choice), nodes)


def _parameters(step: str, choice: StepText | NodeStep) -> dict[str, Any]:
    return as_written(step, choice.method, choice.__pydantic_extra__ or {})


def as_written(step: str, method: str, written: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a method as they are meant where they are written.

    ``1/3`` inside a list is a number; a unit or node written as a number is a code and not a position.
    """
    given = {name: with_fractions(value) for name, value in written.items()}
    function = METHODS[step].get(method)
    kinds = {one.name: mark_of(one.kind) for one in parameters(function)} if function else {}
    read = dict(given)
    for name, value in given.items():
        if kinds.get(name) in {"codes", "units"} and isinstance(value, list | tuple):
            read[name] = tuple(str(one) if type(one) is int else one for one in value)
        elif kinds.get(name) == "unit" and type(value) is int:
            read[name] = str(value)
    return read


def check_keys(method: Method, structure: Structure) -> list[Finding]:
    """Find codes that a parameter names (``by: {patents: staff}``) and the tree does not have."""
    findings = []
    for step in METHODS:
        chosen = method.step(step)
        for node, choice in (("", chosen), *chosen.nodes.items()):
            function = METHODS[step].get(choice.name)
            where = f"{method.name}: {step}" + (f" of node '{node}'" if node else "")
            for parameter in parameters(function) if function else ():
                given = choice.parameters.get(parameter.name)
                if mark_of(parameter.kind) not in _BY_CODE or not isinstance(given, Mapping):
                    continue
                for code in given:
                    if code not in structure.codes:
                        near = get_close_matches(str(code), structure.codes, n=1)
                        hint = f"did you mean '{near[0]}'?" if near else "name nodes of framework.yaml"
                        message = f"parameter '{parameter.name}' names no node: '{code}'"
                        findings.append(Finding("method.unknown-node", where, message, hint))
    return findings


_PARAMETER = re.compile(r"(?:parameter|unknown parameter) '([^']+)'")
_NODE = re.compile(r"(?:indicator|node) '([^']+)'")
_BY_CODE = frozenset({"per indicator", "variables", "choices"})


def _at_line(finding: Finding, located: Located) -> Finding:
    """Give a finding of the engine (``published: tiers``) the line where the step is written."""
    name, _, rest = finding.where.partition(": ")
    step = next((step for step in (*METHODS, "decimals", "across") if rest.startswith(step)), "")
    path: tuple[str | int, ...] = (name, step) if step else (name,)
    node = rest.partition(" of node '")[2].partition("'")[0]
    if node:
        path = (*path, "nodes", node)
    named = _PARAMETER.match(finding.message)
    if named:
        path = (*path, named[1])
    message = f"{finding.where}: {finding.message}"
    return replace(finding, where=located.where(path), message=message, hint=finding.hint or see(step))
