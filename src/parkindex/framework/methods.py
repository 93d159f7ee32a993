"""methods.yaml into the engine's methods, each with its title and the reason for every step."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import ConfigDict, Field, RootModel, create_model

from parkindex.engine.method import METHODS, Method, Step, check_method
from parkindex.errors import Finding, has_errors
from parkindex.framework.reading import Located, read_yaml, validate
from parkindex.framework.text import Code, Strict, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
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
    """A method as written: its title, why it is used, and a choice for each step that differs from the default."""

    title: Text
    because: Text
    decimals: Annotated[int, Field(ge=0, le=12)] | None = None


_steps: dict[str, Any] = dict.fromkeys(METHODS, (StepText | None, None))
WrittenMethod: type[MethodText] = create_model("WrittenMethod", __base__=MethodText, **_steps)
"""`MethodText` with a key for every step of the engine."""


class Methods(RootModel[Annotated[dict[Code, WrittenMethod], Field(min_length=1)]]):
    """methods.yaml."""


@dataclass(frozen=True)
class NamedMethod:
    """A method with its words. ``because_steps`` gives the reason of every step that is stated.

    ``addresses`` holds where each step is written (``methods.yaml:41``), and under an empty name the method itself.
    """

    method: Method
    title: Text
    because: Text
    because_steps: Mapping[str, Text]
    addresses: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The method's name, as in ``--method``."""
        return self.method.name

    def located(self, finding: Finding) -> Finding:
        """Return a finding of the engine, met while the method was applied, at the line where its step is written."""
        met = finding.where.removeprefix(f"{self.name}: ")
        step = next((step for step in METHODS if met.startswith(step)), "")
        if met.startswith("node '"):
            step = "weighting" if finding.code.startswith("weight.") else "aggregation"
        where = self.addresses.get(step) or self.addresses.get("") or step
        detail = met.removeprefix(step).removeprefix(": ")
        said = ": ".join(dict.fromkeys(part for part in (self.name, step, detail) if part))
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
        findings += [_at_line(finding, located) for finding in check_method(method.method, structure)]
    return None if has_errors(findings) else named, findings


def see(step: str) -> str:
    """Return the hint that leads to what the methods of a step ask for."""
    return f"`parkindex methods {step}` shows what each asks for" if step in METHODS else ""


def _named(name: str, written: MethodText, located: Located) -> NamedMethod:
    stated: dict[str, StepText] = {step: choice for step in METHODS if (choice := getattr(written, step)) is not None}
    steps: dict[str, Any] = {step: _step(choice) for step, choice in stated.items()}
    method = Method(name, decimals=written.decimals, **steps)
    because = {step: choice.because for step, choice in stated.items()}
    addresses = {"": located.where((name,)), **{step: located.where((name, step)) for step in stated}}
    return NamedMethod(method, written.title, written.because, because, addresses)


def _step(choice: StepText) -> Step:
    nodes = {code: Step(other.method, other.__pydantic_extra__ or {}) for code, other in choice.nodes.items()}
    return Step(choice.method, choice.__pydantic_extra__ or {}, nodes)


def _at_line(finding: Finding, located: Located) -> Finding:
    """Give a finding of the engine (``published: tiers``) the line where the step is written."""
    name, _, rest = finding.where.partition(": ")
    step = next((step for step in (*METHODS, "decimals") if rest.startswith(step)), "")
    path: tuple[str | int, ...] = (name, step) if step else (name,)
    node = rest.partition(" of node '")[2].partition("'")[0]
    if node:
        path = (*path, "nodes", node)
    message = f"{finding.where}: {finding.message}"
    return replace(finding, where=located.where(path), message=message, hint=finding.hint or see(step))
